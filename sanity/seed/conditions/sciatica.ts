import {condition, picture, urgentHelp} from '../build.ts'
import {advice, callout, prose} from '../prose.ts'
import {spineEmergency, spineUrgent} from './red-flags.ts'

export const sciatica = condition({
  slug: 'sciatica',
  title: 'Sciatica',
  alsoKnownAs: ['Pinched nerve in the lower back', 'Lumbar radiculopathy'],
  bodyRegions: ['lowerBack', 'buttock', 'leg'],
  summary:
    'Sciatica is pain that runs from your lower back or buttock down one leg. It happens when a nerve in the lower back is squeezed or sore. Most people get better within weeks, without surgery. Moving gently helps more than rest in bed.',
  image: picture('sciatica', 'Drawing of a person from behind, with a line of pain from the lower back down one leg'),
  urgentHelp: [
    urgentHelp('emergency', spineEmergency),
    urgentHelp('urgent', spineUrgent),
    urgentHelp('routine', [
      'the pain has not eased after 2 to 3 weeks of care at home',
      'the pain stops you from sleeping or working',
      'you have had sciatica before and it is back',
    ]),
  ],
  sections: {
    overview: `
      The sciatic nerve is the longest nerve in your body. It starts in your lower back and runs through your buttock and
      down the back of your leg. When its roots are squeezed or irritated, you feel it along the whole path.

      The pain can be strong, but it rarely means lasting harm. Nerves heal slowly, and most of them heal well.`,
    symptoms: `
      - Pain that shoots or burns from your back or buttock down one leg
      - Tingling, or a feeling of pins and needles, in your leg or foot
      - Numb patches on your leg or foot
      - Pain that gets worse when you cough, sneeze, bend, or sit for a long time

      The leg often hurts more than the back.`,
    causes: `
      The most common cause is a [herniated disk](ref:condition-herniated-disk): a soft cushion between two bones of the
      spine bulges and presses on a nerve. Narrowing of the spine, called
      [spinal stenosis](ref:condition-spinal-stenosis), can do the same.

      Sometimes a tight muscle in the buttock, a joint, or swelling around the nerve is to blame.`,
    diagnosis: `
      We ask about your pain and check how well you feel, move, and walk. Most people need no scan. We order an MRI if you
      have warning signs, or if the result would change your treatment.`,
    treatment: `
      Time and movement help most people. If they are not enough, we talk through these choices with you:

      - [Physical therapy](ref:treatment-physical-therapy) to keep you moving and make your back stronger
      - [Pain medicines](ref:treatment-pain-medicines), for as short a time as you need them
      - An [epidural steroid injection](ref:treatment-epidural-steroid-injection) to calm the nerve

      A few people need surgery. We will send you to a surgeon if your leg gets weaker or nothing else helps.`,
    selfCare: prose(
      'Gentle movement is safe, even when it is not comfortable.',
      advice('do', [
        'keep up your usual activities as far as you can',
        'take short walks, and add a little each day',
        'try a warm pack or a cold pack for 15 minutes at a time',
        'lie on your side with a pillow between your knees',
      ]),
      advice('dont', [
        'stay in bed for days',
        'sit for more than 30 minutes without a break',
        'put heat or ice on skin that is numb',
      ]),
    ),
    outlook: prose(
      callout(
        'info',
        'Most people get better',
        'Sciatica often eases in 4 to 6 weeks. For some it takes a few months. It can come back, so keep your back strong.',
      ),
    ),
    whenToGetHelp: `
      Sciatica is seldom dangerous. Pressure on the nerves to your bladder and bowels is, and it needs care within hours.
      The first card on this page lists the signs. If you are not sure, call.`,
  },
  facts: ['disks-shrink-6-in-10'],
  faqs: ['sciatica-how-long', 'sciatica-bed-rest', 'epidural-hurt', 'need-a-scan'],
  treatments: ['physical-therapy', 'epidural-steroid-injection', 'pain-medicines', 'pacing'],
  relatedConditions: ['herniated-disk', 'spinal-stenosis', 'back-pain'],
  sources: ['nhs-inform-sciatica', 'cauda-equina-review', 'acp-low-back-pain-guideline'],
  icd10: ['M54.3'],
})
