import {condition, picture, urgentHelp} from '../build.ts'
import {advice, prose, table} from '../prose.ts'

export const kneeOsteoarthritis = condition({
  slug: 'knee-osteoarthritis',
  title: 'Knee osteoarthritis',
  alsoKnownAs: ['Arthritis of the knee', 'Worn knee'],
  bodyRegions: ['knee'],
  summary:
    'Knee osteoarthritis is wear in the knee joint that makes it ache and feel stiff. It is common from middle age on. Exercise is the best-proven treatment, and it is safe for worn knees. Creams, injections, and other care can help you keep moving.',
  image: picture(
    'knee-osteoarthritis',
    'Drawing of a knee joint from the front, with the worn joint space highlighted',
  ),
  urgentHelp: [
    urgentHelp('emergency', [
      'a knee that is bent out of shape after an injury',
      'a leg that has turned cold, pale, or blue',
      'a swollen, painful leg with chest pain or trouble breathing',
    ]),
    urgentHelp('urgent', [
      'your knee is hot, red, and swollen, or you have a fever',
      'you cannot put weight on your leg',
      'your knee locks and will not straighten',
      'your calf is swollen, warm, and sore',
    ]),
    urgentHelp('routine', [
      'knee pain has lasted more than a few weeks',
      'pain wakes you at night or keeps you from walking',
      'your knee gives way now and then',
    ]),
  ],
  sections: {
    overview: `
      The ends of your bones are covered with smooth, firm tissue called cartilage. In osteoarthritis this cover gets
      thinner and rougher, and the whole joint reacts. It is the most common kind of arthritis.

      What an X-ray shows and what you feel can be very different. A knee that looks worn may hurt only a little.`,
    symptoms: `
      - Pain when you walk, climb stairs, or get up from a chair
      - Stiffness in the morning that eases in less than half an hour
      - A knee that creaks or grinds
      - Swelling after a busy day
      - A feeling that the knee may give way`,
    causes: `
      No single thing causes it. Age, family history, old injuries, and heavy work all play a part. Body weight matters too:
      each extra pound adds several pounds of load on the knee with every step.`,
    diagnosis: `
      We look at how your knee moves and where it hurts. For most people over 45, that is enough. An X-ray can help if the
      pattern is not typical.`,
    treatment: prose(
      'We start with what helps most and harms least.',
      table('Treatments for knee osteoarthritis', [
        ['Treatment', 'What to expect'],
        ['Exercise and physical therapy', 'Less pain and better movement, often within 6 to 8 weeks'],
        ['Weight loss, if you carry extra weight', 'Less load on the knee; even 10 pounds can help'],
        ['Creams or pills for pain', 'Some relief; creams have fewer side effects'],
        ['Steroid injection', 'Relief for a few weeks when the knee flares up'],
        ['Knee replacement', 'For knees that stay very painful after all this'],
      ]),
      `Read more about [physical therapy](ref:treatment-physical-therapy) and
       [knee joint injections](ref:treatment-knee-joint-injection).`,
    ),
    selfCare: prose(
      advice('do', [
        'walk, swim, or cycle most days',
        'make your thigh muscles stronger',
        'use a cane in the hand on the other side when your knee is sore',
        'wear soft, flat shoes',
      ]),
      advice('dont', [
        'stop moving because your knee aches a little',
        'kneel or squat for long',
        'take more pain pills than the label says',
      ]),
    ),
    whenToGetHelp: `
      A hot, red, swollen knee with a fever may be infected. Do not wait: call us the same day, or go to an emergency room
      if we are closed.`,
  },
  facts: ['exercise-eases-knee-pain', 'arthritis-1-in-5'],
  faqs: ['exercise-worn-knee', 'steroid-shots-per-year', 'weight-and-knees'],
  treatments: ['physical-therapy', 'knee-joint-injection', 'pain-medicines', 'tens', 'pacing'],
  relatedConditions: ['shoulder-pain', 'nerve-pain'],
  sources: ['cochrane-knee-exercise', 'knee-steroid-review', 'cdc-arthritis'],
  icd10: ['M17'],
})
