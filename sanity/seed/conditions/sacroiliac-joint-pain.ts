import {condition, picture, urgentHelp} from '../build.ts'
import {advice, prose} from '../prose.ts'
import {spineEmergency, spineUrgent} from './red-flags.ts'

export const sacroiliacJointPain = condition({
  slug: 'sacroiliac-joint-pain',
  title: 'Sacroiliac joint pain',
  alsoKnownAs: ['SI joint pain', 'Sacroiliitis'],
  bodyRegions: ['lowerBack', 'hip', 'buttock'],
  summary:
    'The sacroiliac joints link your spine to your hip bones. When one is sore, you feel it low on one side of your back, just above the buttock. Exercise and injections can both help. It is easy to mistake for a disk problem, so a careful exam matters.',
  image: picture(
    'sacroiliac-joint-pain',
    'Drawing of the hip bones from behind, with the two sacroiliac joints highlighted',
  ),
  urgentHelp: [
    urgentHelp('emergency', spineEmergency),
    urgentHelp('urgent', spineUrgent),
    urgentHelp('routine', [
      'pain low on one side of your back has lasted more than a few weeks',
      'your back is stiff for more than half an hour in the morning and you are under 45',
      'the pain began during or after a pregnancy and has not gone',
    ]),
  ],
  sections: {
    overview: `
      You have two sacroiliac (SI) joints, one on each side at the base of your spine. They hardly move, but they carry the
      weight of your upper body to your legs. Pain from them is easy to mistake for pain from a disk or a hip.`,
    symptoms: `
      - Pain on one side, below the waist, that you can point to with one finger
      - Pain when you get up, climb stairs, or turn in bed
      - Pain in your buttock, groin, or the back of your thigh
      - Trouble sitting on that side`,
    causes: `
      - A fall on the buttock, or a sudden step into a hole
      - Pregnancy, when the joints loosen
      - Legs of unequal length, or a change in how you walk
      - Back surgery that joined bones of the spine
      - Arthritis, including kinds that begin before age 45`,
    diagnosis: `
      No single test is certain. We press and move the joint in several ways. If most of these hurt, the joint is probably
      the cause. A test injection that takes the pain away for some hours makes it more certain.`,
    treatment: `
      - [Physical therapy](ref:treatment-physical-therapy) to strengthen your hips and core
      - A belt around the hips for a few weeks, above all in pregnancy
      - A [sacroiliac joint injection](ref:treatment-sacroiliac-joint-injection)
      - [Radiofrequency ablation](ref:treatment-radiofrequency-ablation) of the small nerves to the joint, if test blocks help`,
    selfCare: prose(
      advice('do', [
        'keep walking, with shorter steps',
        'sleep on your side with a pillow between your knees',
        'stand up with both feet side by side',
      ]),
      advice('dont', [
        'sit with crossed legs',
        'carry a child or a bag on one hip',
        'stand with all your weight on one leg',
      ]),
    ),
    whenToGetHelp: `
      See us if the pain does not ease after a few weeks. If you are young and your back is stiff every morning,
      tell us. A kind of arthritis that needs its own treatment can start this way.`,
  },
  facts: ['sacroiliac-joint-low-back-pain'],
  faqs: ['si-joint-or-disk', 'after-injection-drive'],
  treatments: ['physical-therapy', 'sacroiliac-joint-injection', 'radiofrequency-ablation', 'pacing'],
  relatedConditions: ['back-pain', 'sciatica'],
  sources: ['sacroiliac-review', 'cauda-equina-review'],
  icd10: ['M53.3'],
})
