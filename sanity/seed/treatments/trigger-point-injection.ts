import {picture, treatment} from '../build.ts'
import {afterInjection} from './after-injection.ts'

export const triggerPointInjection = treatment({
  slug: 'trigger-point-injection',
  title: 'Trigger point injection',
  alsoKnownAs: ['TPI', 'Muscle knot injection'],
  kind: 'injection',
  summary:
    'A trigger point injection treats a sore knot in a muscle with a thin needle and a little numbing medicine. It takes a few minutes and needs no X-ray. Together with stretching, it can give a tight muscle the rest it needs to heal.',
  image: picture('trigger-point-injection', 'Drawing of a muscle with one tight knot and a thin needle'),
  atGlance: {
    duration: 'A few minutes',
    numbing: 'Most often, numbing medicine goes in with the needle',
    gettingHome: 'You can drive, unless you feel dizzy',
    recovery: 'The muscle can be sore for 1 to 2 days',
  },
  urgentHelp: afterInjection,
  sections: {
    whatItIs: `
      A trigger point is a small knot in a muscle that stays tense. It hurts when pressed and can send pain elsewhere. We
      place a thin needle into the knot, most often with numbing medicine, so that the muscle can let go.`,
    whoItIsFor: `
      People with knots in the neck, shoulders, back, or buttocks that have not eased with stretching, heat, and
      [physical therapy](ref:treatment-physical-therapy).`,
    before: `
      - Eat as usual, and wear clothes that let us reach the muscle.
      - Tell us about blood thinners, allergies, and any chance of pregnancy.`,
    during: `
      You sit or lie down. We find the knot with our fingers and clean the skin. You may feel a twitch and a short ache. We
      may treat several knots in one visit.`,
    after: `
      The muscle can be sore for 1 to 2 days. Move gently and drink enough. Stretch the muscle as we show you: this is what
      makes the relief last. You can drive home unless you feel dizzy.`,
    risks: `
      Soreness, a small bruise, or feeling faint are the most common. Infection is rare. Near the chest there is a very
      small risk of air around the lung. Call 911 if you have chest pain or trouble breathing afterward.`,
    results: `
      Relief may start within minutes or after a day or two. It may last from days to months. It works best together with
      exercise and a change in what strained the muscle.`,
  },
  faqs: ['trigger-point-feel', 'heat-or-ice'],
  sources: ['cleveland-clinic-trigger-points'],
})
