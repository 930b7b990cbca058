import {condition, picture, urgentHelp} from '../build.ts'
import {advice, callout, prose} from '../prose.ts'

export const shinglesPain = condition({
  slug: 'shingles-pain',
  title: 'Shingles pain',
  alsoKnownAs: ['Nerve pain after shingles', 'Postherpetic neuralgia', 'PHN'],
  bodyRegions: ['face', 'chest', 'upperBack'],
  summary:
    'Shingles is a painful rash on one side of the body. In some people the pain stays after the rash has healed. Early treatment of shingles and the vaccine both lower that risk. If you think you have shingles, get care within 3 days.',
  image: picture('shingles-pain', 'Drawing of a person from behind, with a band of spots on one side'),
  urgentHelp: [
    urgentHelp('emergency', [
      'sudden loss of sight',
      'a rash with confusion, a severe headache, or a stiff neck',
      'new weakness of your face, arm, or leg',
      'trouble breathing',
    ]),
    urgentHelp('urgent', [
      'you think you have shingles; medicine works best in the first 3 days',
      'the rash is on your face, near an eye, or on the tip of your nose',
      'your eye is red, sore, or blurry',
      'you are pregnant or your immune system is weak',
      'the rash is spreading widely or has pus',
    ]),
    urgentHelp('routine', [
      'pain has stayed after the rash healed',
      'light touch or clothes hurt your skin',
      'pain keeps you from sleeping',
    ]),
  ],
  sections: {
    overview: `
      After you have had chickenpox, the virus stays in your nerves for life, asleep. Years later it can wake up as
      shingles. The rash heals in 2 to 4 weeks. If pain lasts more than 3 months after that, doctors call it postherpetic
      neuralgia, or PHN.`,
    symptoms: `
      **Shingles**

      - Burning, tingling, or itching on one side, often a few days before anything shows
      - A band of blisters on one side of the chest, back, belly, or face
      - Feeling unwell, with a fever or headache

      **Pain after shingles**

      - Burning, stabbing, or electric pain where the rash was
      - Skin that cannot bear touch, even from a shirt
      - Numb or itchy skin`,
    causes: `
      The virus harms the nerve while it travels to the skin. The nerve may then send pain signals with no reason to. This
      is more likely if you are over 60, if the rash was severe, or if treatment began late.`,
    prevention: `
      A vaccine can prevent most shingles. In the United States it is advised from age 50. For people with a weak immune
      system, it is advised from age 19. It takes two shots. Ask your doctor or pharmacist.`,
    treatment: `
      For shingles itself, medicine against the virus should start within 3 days of the rash. For pain that stays, we can
      offer:

      - Skin patches or creams that numb the area
      - [Medicines that calm nerves](ref:treatment-pain-medicines)
      - [TENS](ref:treatment-tens), used on healthy skin near the sore area
      - [Spinal cord stimulation](ref:treatment-spinal-cord-stimulation), in rare cases that nothing else helps`,
    selfCare: prose(
      advice('do', [
        'keep the rash clean, dry, and loosely covered',
        'wear soft, loose cotton',
        'use cool, damp cloths on the blisters',
      ]),
      advice('dont', [
        'scratch or open the blisters',
        'use numbing cream on open skin',
        'touch people who are pregnant, newborn, or seriously ill while blisters are open',
      ]),
    ),
    outlook: prose(
      callout(
        'info',
        'It usually fades',
        'Pain after shingles tends to ease over months. You do not have to wait it out; treatment can start now.',
      ),
    ),
    whenToGetHelp: `
      Shingles near an eye can harm your sight. See a doctor the same day, even if the eye looks fine.`,
  },
  facts: ['shingles-1-in-3', 'pain-after-shingles'],
  faqs: ['shingles-contagious', 'shingles-vaccine-after'],
  treatments: ['pain-medicines', 'tens', 'spinal-cord-stimulation', 'cognitive-behavioral-therapy'],
  relatedConditions: ['nerve-pain'],
  sources: ['cdc-shingles'],
  icd10: ['B02.2'],
})
