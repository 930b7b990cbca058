import {condition, picture, urgentHelp} from '../build.ts'
import {advice, prose, table} from '../prose.ts'

export const shoulderPain = condition({
  slug: 'shoulder-pain',
  title: 'Shoulder pain',
  alsoKnownAs: ['Rotator cuff pain', 'Frozen shoulder', 'Bursitis of the shoulder'],
  bodyRegions: ['shoulder', 'arm'],
  summary:
    'Shoulder pain most often comes from sore tendons, a stiff joint capsule, or arthritis. It can make it hard to reach, lift, or sleep. With the right exercises most shoulders get better, but it takes patience. We help you find out which part is sore.',
  image: picture('shoulder-pain', 'Drawing of a person’s upper body, with one shoulder highlighted'),
  urgentHelp: [
    urgentHelp('emergency', [
      'shoulder or arm pain with chest pressure, sweating, nausea, or trouble breathing',
      'a shoulder that is out of shape after an injury',
      'an arm or hand that is cold, pale, or blue',
      'sudden weakness of an arm with a drooping face or slurred speech',
    ]),
    urgentHelp('urgent', [
      'your shoulder is hot, red, and swollen, or you have a fever',
      'you suddenly cannot lift your arm after a fall or a pull',
      'the pain is severe and you cannot find a position that eases it',
    ]),
    urgentHelp('routine', [
      'the pain has lasted more than 2 weeks',
      'your shoulder is getting stiffer',
      'the pain wakes you when you lie on that side',
    ]),
  ],
  sections: {
    overview: `
      The shoulder moves more freely than any other joint. It is a ball in a shallow socket, held in place by muscles and
      tendons called the rotator cuff. That freedom has a price: the soft parts are easy to strain.`,
    symptoms: prose(
      'Where and when it hurts gives us a first clue.',
      table('What your shoulder may be telling you', [
        ['What you notice', 'What is often behind it'],
        [
          'Pain when you lift your arm to the side',
          'Sore rotator cuff tendons or a sore bursa, the cushion above them',
        ],
        ['Stiffness in every direction', 'Frozen shoulder (adhesive capsulitis)'],
        ['A deep ache and grinding', 'Arthritis of the joint'],
        ['Pain on the very top of the shoulder', 'The small joint at the end of the collarbone'],
        ['Pain from the neck with tingling fingers', 'A sore nerve in the neck'],
      ]),
    ),
    causes: `
      - Lifting or reaching overhead again and again
      - A fall or a sudden pull
      - Wear of tendons or joints with age
      - Diabetes or thyroid disease, which make frozen shoulder more likely
      - [Neck problems](ref:condition-neck-pain) that send pain to the shoulder`,
    treatment: `
      Exercise comes first. A physical therapist shows you which movements to train and which to leave for now.

      - [Physical therapy](ref:treatment-physical-therapy), often for 6 to 12 weeks
      - [Pain medicines](ref:treatment-pain-medicines) when you need them to move or sleep
      - A steroid injection near the sore tendon or into the joint, if pain blocks your exercises
      - [TENS](ref:treatment-tens), a small device that some people find soothing

      Surgery is for large tears and for shoulders that do not improve.`,
    selfCare: prose(
      advice('do', [
        'keep using your arm below the height of your shoulder',
        'let your arm hang and swing it in small circles, a few times a day',
        'sleep on your back or on your good side, with a pillow to hold your arm',
      ]),
      advice('dont', [
        'keep your arm in a sling unless you were told to',
        'lift heavy things away from your body',
        'stop moving your shoulder at all',
      ]),
    ),
    outlook: `
      Sore tendons often improve in about 3 months. Frozen shoulder is slower. It passes through a painful, a stiff, and a
      thawing stage, and that can take 1 to 3 years.`,
    whenToGetHelp: `
      Pain in the left shoulder or arm can come from the heart. If you also feel pressure in your chest, are sweating, or
      cannot catch your breath, call 911.`,
  },
  facts: ['arm-and-shoulder-pain-3-in-10'],
  faqs: ['frozen-shoulder-diabetes', 'steroid-shots-per-year', 'heat-or-ice'],
  treatments: ['physical-therapy', 'pain-medicines', 'tens', 'trigger-point-injection'],
  relatedConditions: ['neck-pain', 'knee-osteoarthritis'],
  sources: ['aaos-shoulder-pain', 'nchs-back-and-limb-pain'],
  icd10: ['M25.51'],
})
