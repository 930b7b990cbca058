import {picture, treatment} from '../build.ts'
import {callout, prose} from '../prose.ts'
import {afterInjection} from './after-injection.ts'

export const spinalCordStimulation = treatment({
  slug: 'spinal-cord-stimulation',
  title: 'Spinal cord stimulation',
  alsoKnownAs: ['SCS', 'Neurostimulator'],
  kind: 'device',
  summary:
    'A spinal cord stimulator is a small implant. It sends weak electric pulses to the spine so that less pain reaches the brain. You try it for some days before you decide. It is for strong nerve pain that other care has not eased.',
  image: picture(
    'spinal-cord-stimulation',
    'Drawing of a person from behind, with a small device and a thin wire along the spine',
  ),
  atGlance: {
    duration: 'A trial of 3 to 7 days first; the implant only if it helped',
    recovery: 'About 6 weeks without lifting, bending, or twisting',
  },
  urgentHelp: afterInjection,
  sections: {
    whatItIs: `
      Thin wires (leads) lie in the space near your spinal cord. A device the size of a matchbox sends pulses through them.
      You control it with a remote. It does not remove the cause of the pain; it changes the signal.`,
    whoItIsFor: `
      People with strong nerve pain that other care has not eased. Examples are pain that stays after back surgery and
      [nerve pain in the feet](ref:condition-nerve-pain). It is not a first step, and it is not for everyone.`,
    before: `
      - We check your health, your medicines, and your hopes for the treatment.
      - You meet with a psychologist. Most insurers ask for this, and it helps you prepare.
      - Tell us about blood thinners, a pacemaker, and any scans you may need.`,
    during: prose(
      `It happens in two steps.

       1. **The trial:** we place the leads through a needle. You wear the device outside your body for 3 to 7 days and live
          as usual.
       2. **The implant:** only if the trial helped, a surgeon places the whole system under your skin.`,
      callout(
        'info',
        'You decide after the trial',
        'If the pain did not drop clearly, the leads come out and nothing stays in your body.',
      ),
    ),
    after: `
      For about 6 weeks, do not lift, bend, or twist, so that the leads can settle. Then we fine-tune the pulses with you.`,
    risks: `
      Leads can shift, the device can fail or need a new battery, and the wound can become infected. A spinal fluid leak or
      harm to a nerve is rare.`,
    results: `
      The goal is a clear drop in pain and a fuller life, not zero pain. We agree on your own goals before the trial.`,
  },
  faqs: ['stimulator-mri'],
  sources: ['mercy-spinal-cord-stimulation'],
})
