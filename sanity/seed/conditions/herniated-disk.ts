import {condition, picture, urgentHelp} from '../build.ts'
import {advice, prose} from '../prose.ts'
import {spineEmergency, spineUrgent} from './red-flags.ts'

export const herniatedDisk = condition({
  slug: 'herniated-disk',
  title: 'Herniated disk',
  alsoKnownAs: ['Slipped disk', 'Ruptured disk', 'Bulging disk'],
  bodyRegions: ['neck', 'lowerBack', 'leg'],
  summary:
    'A herniated disk is a cushion between two bones of your spine that bulges or tears. It can press on a nerve and hurt your back, leg, or arm. Most people heal without surgery. We start with movement and simple pain relief, and add more only when needed.',
  image: picture('herniated-disk', 'Drawing of the spine from the side, with one disk bulging toward a nerve'),
  urgentHelp: [
    urgentHelp('emergency', spineEmergency),
    urgentHelp('urgent', spineUrgent),
    urgentHelp('routine', [
      'pain runs down your arm or leg for more than 2 weeks',
      'you have numb or tingling spots that do not go away',
      'pain keeps you from your daily life',
    ]),
  ],
  sections: {
    overview: `
      Your spine is a stack of bones with a soft disk between each pair. Each disk has a tough outside and a soft center,
      a little like a jelly donut. When the outside weakens, the center can push out. That is a herniated disk.

      Many people have one and never know it. It hurts only if it presses on a nerve or makes it sore.`,
    symptoms: `
      In the lower back, a herniated disk can cause:

      - Pain in your back or buttock
      - Pain that shoots down one leg, called [sciatica](ref:condition-sciatica)
      - Tingling, numbness, or weakness in your leg or foot

      In the neck, it can cause pain, tingling, or weakness in your shoulder, arm, or hand.`,
    causes: `
      Disks dry out and weaken with age. Then a lift, a twist, or even a sneeze can be enough. Often nothing special
      happened at all.`,
    riskFactors: `
      - Age from about 30 to 50
      - Work with a lot of lifting, bending, or driving
      - Smoking, which gives disks less oxygen
      - Body weight that puts more load on the back
      - Disk trouble in your family`,
    diagnosis: `
      We listen, then test your strength, feeling, and reflexes. This often tells us which nerve is sore. An MRI shows the
      disk, but it also shows bulges that cause no trouble. So we order one only if it will change what we do.`,
    treatment: `
      We start with the simplest care that is likely to work:

      1. Staying active, with [physical therapy](ref:treatment-physical-therapy)
      2. [Pain medicines](ref:treatment-pain-medicines) for the worst days
      3. An [epidural steroid injection](ref:treatment-epidural-steroid-injection) if leg or arm pain stays strong
      4. Surgery, for a few people whose nerve is in danger or whose pain does not ease`,
    selfCare: prose(
      advice('do', [
        'walk each day, even if only for a few minutes',
        'change position often',
        'bend your knees and hold things close when you lift',
        'ask your pharmacist which pain reliever is safe for you',
      ]),
      advice('dont', [
        'rest in bed for more than a day or two',
        'lift and twist at the same time',
        'push through pain that runs down your leg',
      ]),
    ),
    outlook: `
      The body can clear away part of the bulge. In many people the disk shrinks over months. Leg pain usually eases before
      back pain does, and numb spots go last.`,
    whenToGetHelp: `
      Call 911 if you cannot control your bladder or bowels. Do the same if you are numb between your legs, or if your
      legs are suddenly weak. Call us the same day if your foot drags.`,
  },
  facts: ['disks-shrink-6-in-10', 'back-pain-4-in-10'],
  faqs: ['disk-surgery', 'need-a-scan', 'epidural-hurt'],
  treatments: ['physical-therapy', 'epidural-steroid-injection', 'pain-medicines', 'pacing'],
  relatedConditions: ['sciatica', 'spinal-stenosis', 'neck-pain', 'back-pain'],
  sources: ['medlineplus-herniated-disk', 'disk-regression-review', 'cauda-equina-review'],
  icd10: ['M51.2'],
})
