import {condition, picture, urgentHelp} from '../build.ts'
import {advice, prose} from '../prose.ts'

export const neckPain = condition({
  slug: 'neck-pain',
  title: 'Neck pain',
  alsoKnownAs: ['Stiff neck', 'Cervicalgia'],
  bodyRegions: ['neck', 'shoulder'],
  summary:
    'Neck pain is an ache or stiffness in your neck that may spread to your shoulder, arm, or head. It is very common and rarely serious. Most of it eases within a few weeks. Gentle movement helps more than rest or a neck collar.',
  image: picture('neck-pain', 'Drawing of a person from behind, with the neck highlighted'),
  urgentHelp: [
    urgentHelp('emergency', [
      'neck pain after a fall, a crash, or a blow to the head',
      'neck, jaw, or arm pain with chest pain, sweating, or trouble breathing',
      'a stiff neck with a fever and a bad headache, or with confusion',
      'sudden severe neck pain with slurred speech, a drooping face, double vision, or trouble walking',
      'weak legs, or new trouble with your bladder or bowels',
    ]),
    urgentHelp('urgent', [
      'your arm or hand is getting weaker or clumsier',
      'you have a fever or chills with the pain',
      'you have had cancer, and this pain is new',
      'the pain is strong at night and does not ease when you lie down',
    ]),
    urgentHelp('routine', [
      'the pain has lasted more than a few weeks',
      'pain or tingling runs down your arm',
      'you have headaches that start in your neck',
    ]),
  ],
  sections: {
    overview: `
      Your neck holds up your head, which weighs about as much as a bowling ball, and turns it all day. So it is no
      surprise that most people have neck pain at some time. The cause is most often a muscle or joint that is strained,
      not something that is broken.`,
    symptoms: `
      - An ache or sharp pain on one side or both
      - Stiffness, above all in the morning
      - Tight muscles in your neck, shoulders, or upper back
      - Headache at the back of your head
      - Pain or tingling down one arm, if a nerve is sore`,
    causes: `
      - Muscles that stay tense from stress, a desk, or a phone
      - A long time in one position, or an awkward night
      - A sudden jolt, such as whiplash in a car crash
      - Wear in the small joints of the neck, a form of arthritis
      - A [herniated disk](ref:condition-herniated-disk) that presses on a nerve`,
    treatment: `
      Movement is the best treatment for most neck pain. We may also suggest:

      - [Physical therapy](ref:treatment-physical-therapy) with exercises for your neck and shoulders
      - [Trigger point injections](ref:treatment-trigger-point-injection) for tight, sore knots in the muscle
      - A [medial branch block](ref:treatment-medial-branch-block) to find out if a joint in the neck is the cause
      - [Radiofrequency ablation](ref:treatment-radiofrequency-ablation) if that block shows that it is`,
    selfCare: prose(
      advice('do', [
        'keep your neck moving, gently and often',
        'use a pillow that keeps your head level with your body',
        'raise your screen to the height of your eyes',
        'try a warm or cold pack for 15 minutes',
      ]),
      advice('dont', [
        'wear a neck collar unless a doctor tells you to',
        'drive if you cannot turn your head to see traffic',
        'hold a phone between your ear and your shoulder',
      ]),
    ),
    whenToGetHelp: `
      Neck pain alone can usually wait a few weeks while you care for it at home. Neck pain with other signs cannot. Read
      the cards at the top, and call if any of them fits you.`,
  },
  facts: ['neck-pain-203-million'],
  faqs: ['neck-pain-collar', 'trigger-point-feel', 'ablation-how-long'],
  treatments: ['physical-therapy', 'trigger-point-injection', 'medial-branch-block', 'radiofrequency-ablation', 'tens'],
  relatedConditions: ['shoulder-pain', 'migraine', 'herniated-disk'],
  sources: ['uhmb-neck-pain', 'lancet-neck-pain'],
  icd10: ['M54.2'],
})
