import {treatment} from '../build.ts'
import {callout, prose, table} from '../prose.ts'

export const painMedicines = treatment({
  slug: 'pain-medicines',
  title: 'Pain medicines',
  alsoKnownAs: ['Pain relievers', 'Analgesics'],
  kind: 'medicine',
  summary:
    'Pain medicines can help you move, sleep, and get through a bad spell. We choose the safest one that works for you, and we check often if you still need it. Pills are rarely the whole answer. They work best beside movement, good sleep, and other care.',
  sections: {
    whatItIs: prose(
      'Different kinds of pain need different medicines.',
      table('Common kinds of pain medicine', [
        ['Kind', 'Used for', 'Take care if you have'],
        ['Acetaminophen', 'Mild pain, fever', 'Liver disease, or drink alcohol every day'],
        [
          'Anti-inflammatory pills (ibuprofen, naproxen)',
          'Sore joints and muscles, migraine',
          'Stomach, kidney, or heart disease, or take blood thinners',
        ],
        ['Creams and patches', 'One sore joint, nerve pain in one spot', 'Broken skin'],
        [
          'Certain antidepressants (duloxetine)',
          'Nerve pain, long-lasting back pain',
          'Glaucoma, or take other antidepressants',
        ],
        ['Certain seizure medicines (gabapentin)', 'Nerve pain', 'Kidney or lung disease, or take opioids'],
        ['Opioids', 'Severe short-term pain; rarely, other pain', 'Sleep apnea, or a history of addiction'],
      ]),
    ),
    whoItIsFor: `
      People whose pain keeps them from moving or sleeping. For most long-lasting (chronic) pain, exercise and other care
      come first, and medicine supports them.`,
    before: `
      Bring every medicine you take, also those without a prescription, vitamins, and herbs. Tell us about allergies,
      pregnancy, and alcohol.`,
    during: `
      We start with a low dose. We agree on what "better" means for you, such as sleeping through the night, and on when we
      will check.`,
    after: `
      Never stop nerve medicines or opioids all at once; we lower the dose step by step. Bring unused pills to a drug
      take-back site.`,
    risks: prose(
      `Every medicine has side effects. Read the leaflet, and ask us or your pharmacist.`,
      callout(
        'important',
        'About opioids',
        'Opioids can slow your breathing and cause addiction. We use them only when the benefit is likely to be greater than the risk, at the lowest dose. Ask us for naloxone, a spray that can reverse an overdose. Call 911 if someone is hard to wake or breathes slowly.',
      ),
    ),
    results: `
      A good result is a better day, not just a lower number. If a medicine does not help within the time we agreed, we stop
      it.`,
  },
  faqs: ['opioids-do-you-prescribe', 'opioids-for-nerve-pain', 'migraine-too-many-pills'],
  sources: ['cdc-opioid-guideline', 'acp-low-back-pain-guideline'],
})
