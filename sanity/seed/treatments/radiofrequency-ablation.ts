import {picture, treatment} from '../build.ts'
import {afterInjection} from './after-injection.ts'

export const radiofrequencyAblation = treatment({
  slug: 'radiofrequency-ablation',
  title: 'Radiofrequency ablation',
  alsoKnownAs: ['RFA', 'Nerve ablation', 'Rhizotomy'],
  kind: 'nerveProcedure',
  summary:
    'Radiofrequency ablation uses gentle heat to switch off small nerves that carry pain from a joint. Relief often lasts 6 months to a year, until the nerves grow back. It is for people whose pain clearly dropped after a test block, and you go home the same day.',
  image: picture('radiofrequency-ablation', 'Drawing of a probe whose warm tip rests on a small nerve'),
  atGlance: {
    duration: '1 to 2 hours',
    numbing: 'We numb the skin; you are awake or lightly relaxed',
    gettingHome: 'Ask someone to drive you',
    recovery: 'Most people are back at work in 1 or 2 days',
  },
  urgentHelp: afterInjection,
  sections: {
    whatItIs: `
      A thin probe is placed beside a small nerve. Radio waves warm its tip for about 90 seconds, and the nerve stops
      sending pain signals. These nerves only carry feeling from the joint. They do not move your arms or legs.`,
    whoItIsFor: `
      People whose pain clearly dropped after a [medial branch block](ref:treatment-medial-branch-block) or another test
      block. It is used for joints of the neck and back, the
      [sacroiliac joint](ref:condition-sacroiliac-joint-pain), and sometimes the knee.`,
    before: `
      - Tell us if you have a pacemaker, a defibrillator, or another implant. It may need special settings.
      - Tell us about blood thinners and allergies.
      - Ask someone to drive you home.`,
    during: `
      You lie on your stomach, awake or lightly relaxed. We numb the skin and guide the probe by X-ray. We test it first:
      you may feel a tingle or a small twitch. The visit takes 1 to 2 hours.`,
    after: `
      The area may feel sore or sunburned for 1 to 2 weeks. Use cold packs, 15 minutes at a time. Relief builds up over 2 to
      4 weeks. Most people are back at work in 1 or 2 days.`,
    risks: `
      A numb or tender patch of skin may last for some weeks. Burns, infection, bleeding, and lasting nerve pain are rare.`,
    results: `
      When test blocks have worked well, many people get good relief for 6 months to a year. Nerves grow back, and the pain
      may return. The treatment can then be repeated.`,
  },
  faqs: ['ablation-how-long', 'test-block-why-twice', 'after-injection-drive'],
  sources: ['facet-joint-guideline'],
})
