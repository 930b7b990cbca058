import {condition, picture, urgentHelp} from '../build.ts'
import {advice, prose} from '../prose.ts'
import {spineEmergency, spineUrgent} from './red-flags.ts'

export const spinalStenosis = condition({
  slug: 'spinal-stenosis',
  title: 'Spinal stenosis',
  alsoKnownAs: ['Narrow spine', 'Lumbar stenosis'],
  bodyRegions: ['lowerBack', 'buttock', 'leg'],
  summary:
    'Spinal stenosis means that the space for the nerves in your spine has become narrow. Legs may hurt or tire when you stand or walk, and feel better when you sit or lean forward. It usually comes on slowly, and staying active helps you keep walking.',
  image: picture('spinal-stenosis', 'Drawing of a bone of the spine from above, with a narrowed canal'),
  urgentHelp: [
    urgentHelp('emergency', spineEmergency),
    urgentHelp('urgent', [...spineUrgent, 'your hands have become clumsy, or you are unsteady on your feet']),
    urgentHelp('routine', [
      'you can walk less far than you could a few months ago',
      'your legs hurt, tingle, or feel heavy when you stand',
      'you have had falls',
    ]),
  ],
  sections: {
    overview: `
      A canal runs down through the bones of your spine. It holds the spinal cord and its nerves. With age, this canal can
      become narrow, most often in the lower back and sometimes in the neck. The nerves then have too little room.

      It usually comes on slowly. Many people have a narrow canal and no trouble at all.`,
    symptoms: `
      In the lower back:

      - Aching, cramping, or heavy legs when you stand or walk
      - Relief when you sit, bend, or lean on a shopping cart
      - Tingling or numbness in your legs or feet

      In the neck:

      - Neck pain
      - Numb or clumsy hands
      - Unsteady walking`,
    causes: `
      Changes with age are the main cause: disks get flatter, joints get larger from arthritis, and bands of tissue get
      thicker. Some people are born with a narrow canal. An injury can also play a part.`,
    diagnosis: `
      Your story tells us a lot. We also check your strength, reflexes, and balance. We feel the pulses in your feet, because
      poor blood flow can cause similar pain. An MRI shows how much room the nerves have.`,
    treatment: `
      - [Physical therapy](ref:treatment-physical-therapy) for strength, balance, and a posture that gives nerves more room
      - [Pain medicines](ref:treatment-pain-medicines), chosen with care in older adults
      - An [epidural steroid injection](ref:treatment-epidural-steroid-injection), which may help leg pain for a time
      - Surgery to make more room, if walking stays very limited or a nerve is in danger`,
    selfCare: prose(
      advice('do', [
        'ride a bike or walk with a cart or walker; leaning forward makes room',
        'rest for a moment, then go on',
        'make your home safe: good light, no loose rugs',
      ]),
      advice('dont', ['stand still for long', 'stop walking altogether', 'bend backward far']),
    ),
    outlook: `
      For many people, symptoms stay the same for years or even improve. For some, they slowly get worse. Staying active
      helps you keep what you have.`,
    whenToGetHelp: `
      Weak legs, numbness between your legs, or trouble with your bladder or bowels are an emergency. Clumsy hands and
      unsteady steps can mean pressure on the spinal cord in the neck. Call us the same day.`,
  },
  facts: ['back-pain-4-in-10'],
  faqs: ['stenosis-shopping-cart', 'epidural-hurt', 'need-a-scan'],
  treatments: ['physical-therapy', 'epidural-steroid-injection', 'pain-medicines', 'pacing'],
  relatedConditions: ['sciatica', 'herniated-disk', 'back-pain'],
  sources: ['niams-spinal-stenosis', 'cauda-equina-review'],
  icd10: ['M48.0'],
})
