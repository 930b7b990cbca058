import {condition, picture, urgentHelp} from '../build.ts'
import {advice, callout, prose} from '../prose.ts'

export const migraine = condition({
  slug: 'migraine',
  title: 'Migraine',
  alsoKnownAs: ['Migraine headache', 'Sick headache'],
  bodyRegions: ['head'],
  summary:
    'Migraine is a brain condition that brings attacks of throbbing head pain. Light and noise can be hard to bear. It is not your fault. Good treatment can make attacks shorter and rarer. A few signs mean that a headache is an emergency.',
  image: picture('migraine', 'Drawing of a head from the side, with waves of pain at the temple'),
  urgentHelp: [
    urgentHelp('emergency', [
      'the worst headache of your life, or one that peaks within a minute',
      'a headache with a drooping face, weak arm or leg, slurred speech, or confusion',
      'a headache with a fever and a stiff neck',
      'a headache after a blow to the head',
      'a headache with a seizure, fainting, or sudden loss of sight',
    ]),
    urgentHelp('urgent', [
      'you are pregnant, or gave birth in the last 6 weeks, and have a new or severe headache',
      'an attack has lasted more than 3 days',
      'you cannot keep fluids down',
      'you have a new kind of headache and are over 50',
      'you have cancer or a weak immune system and have a new headache',
    ]),
    urgentHelp('routine', [
      'you have a headache on 4 or more days a month',
      'you take pain pills on more than 2 days a week',
      'your attacks make you miss work, school, or time with others',
    ]),
  ],
  sections: {
    overview: `
      Migraine is more than a headache. During an attack, nerves and blood vessels in the head become oversensitive for
      hours or days. Between attacks you may feel quite well. It tends to run in families, and more women than men have it.`,
    symptoms: `
      An attack can have up to four parts. Not everyone has all of them.

      1. **Early signs**, a day or so before: yawning, cravings, a stiff neck, or a change of mood
      2. **Aura**, in some people, for up to an hour: zigzag lines, blind spots, tingling, or trouble finding words
      3. **The attack**, for 4 to 72 hours: throbbing pain, nausea, and a dislike of light, sound, and movement
      4. **Afterward**, for a day or so: tired and foggy`,
    causes: `
      Genes make the brain more sensitive. Then a trigger, or several together, sets off an attack. Common triggers are
      stress, too little sleep, missed meals, alcohol, bright light, weather, and hormone changes around a period.`,
    treatment: `
      There are two kinds of medicine. One stops an attack and works best when you take it early. The other is taken
      regularly to prevent attacks. We choose with you, based on how often you have attacks and what else you take.

      Other treatments can help as well: [talk therapy for pain](ref:treatment-cognitive-behavioral-therapy), relaxation,
      [physical therapy](ref:treatment-physical-therapy) for a sore neck, and nerve blocks in some cases.`,
    selfCare: prose(
      advice('do', [
        'keep regular hours for sleep, meals, and exercise',
        'drink enough water',
        'write a headache diary: day, hours, possible trigger, what you took',
        'lie down in a dark, quiet room when an attack starts',
      ]),
      advice('dont', [
        'take pain pills on more than 2 days a week',
        'skip meals',
        'try to avoid every possible trigger; steady habits help more',
      ]),
      callout(
        'important',
        'Too many pills can cause headaches',
        'Pain pills on too many days can themselves lead to headaches (medication overuse headache). If that may be you, talk to us before you stop.',
      ),
    ),
    whenToGetHelp: `
      Treat a headache as an emergency if it is sudden, very strong, or unlike any you have had. Do so even if you know
      that you have migraine.`,
  },
  facts: ['severe-headache-1-in-6'],
  faqs: ['migraine-diary', 'migraine-too-many-pills'],
  treatments: ['pain-medicines', 'cognitive-behavioral-therapy', 'physical-therapy'],
  relatedConditions: ['neck-pain', 'nerve-pain'],
  sources: ['medlineplus-migraine', 'headache-statistics'],
  icd10: ['G43'],
})
