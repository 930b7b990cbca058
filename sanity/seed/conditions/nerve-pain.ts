import {condition, picture, urgentHelp} from '../build.ts'
import {advice, prose} from '../prose.ts'

export const nervePain = condition({
  slug: 'nerve-pain',
  title: 'Nerve pain in the feet and hands',
  alsoKnownAs: ['Peripheral neuropathy', 'Neuropathic pain', 'Diabetic nerve pain'],
  bodyRegions: ['hand', 'foot'],
  summary:
    'Damaged nerves can send pain, burning, or pins and needles from your feet or hands. Diabetes is a common cause. Treating the cause, caring for your feet, and calming the nerves all help. Have numb feet checked, because sores can go unnoticed.',
  image: picture('nerve-pain', 'Drawing of a foot from the side, with sparks of pain at the toes and sole'),
  urgentHelp: [
    urgentHelp('emergency', [
      'sudden numbness or weakness on one side, a drooping face, or slurred speech',
      'weakness that climbs from your legs upward within hours or days',
      'trouble breathing or swallowing',
    ]),
    urgentHelp('urgent', [
      'you have a sore, blister, or cut on your foot that is red, warm, or not healing',
      'part of your foot has turned black, blue, or pale',
      'your feet or hands have become weak within a few weeks',
      'you are numb between your legs or have new trouble with your bladder',
    ]),
    urgentHelp('routine', [
      'your feet or hands tingle, burn, or feel numb',
      'the pain keeps you from sleeping',
      'you feel unsteady, or you trip',
    ]),
  ],
  sections: {
    overview: `
      Peripheral nerves are the wires between your spine and the rest of you. When they are damaged, they may send false
      alarms, such as pain with no injury, or no signal at all. The longest nerves suffer first, so it often starts in the
      toes.`,
    symptoms: `
      - Burning, stabbing, or electric pain, often worse at night
      - Tingling or pins and needles
      - Numb skin, as if you were wearing socks or gloves
      - Pain from a light touch, such as a bed sheet
      - Weak muscles or poor balance`,
    causes: `
      - Diabetes, above all when blood sugar is high for years
      - Too little vitamin B12
      - Alcohol
      - Some medicines, such as certain cancer drugs
      - Thyroid, kidney, or immune disease, and infections such as [shingles](ref:condition-shingles-pain)
      - A nerve that is squeezed at the wrist, elbow, or spine

      Sometimes no cause is found.`,
    diagnosis: `
      We test feeling, strength, and reflexes, and order blood tests for causes that can be treated. A nerve test (nerve
      conduction study) can show which nerves are affected.`,
    treatment: `
      First, we treat the cause where we can. For the pain itself:

      - [Medicines that calm nerves](ref:treatment-pain-medicines); plain pain pills often do little
      - Creams or patches with lidocaine or capsaicin
      - [TENS](ref:treatment-tens)
      - [Talk therapy for pain](ref:treatment-cognitive-behavioral-therapy), for sleep and for coping
      - [Spinal cord stimulation](ref:treatment-spinal-cord-stimulation), for strong pain that other care has not eased`,
    selfCare: prose(
      advice('do', [
        'look at your feet every day, also the soles; use a mirror',
        'wear shoes that fit, indoors too',
        'test bath water with your elbow',
        'keep your blood sugar in the range you agreed with your doctor',
      ]),
      advice('dont', ['walk barefoot', 'cut corns yourself', 'use a heating pad on numb feet', 'smoke']),
    ),
    whenToGetHelp: `
      A sore on a numb foot can become serious without hurting. If you have diabetes and find one, call us or your diabetes
      team the same day.`,
  },
  facts: ['nerve-damage-with-diabetes', 'long-lasting-pain-1-in-4'],
  faqs: ['nerve-pain-heal', 'opioids-for-nerve-pain'],
  treatments: ['pain-medicines', 'tens', 'cognitive-behavioral-therapy', 'spinal-cord-stimulation'],
  relatedConditions: ['shingles-pain', 'sciatica'],
  sources: ['ninds-peripheral-neuropathy', 'diabetic-neuropathy-review'],
  icd10: ['G62.9'],
})
