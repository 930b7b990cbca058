import {picture, treatment} from '../build.ts'
import {advice, prose} from '../prose.ts'

export const pacing = treatment({
  slug: 'pacing',
  title: 'Pacing your day',
  alsoKnownAs: ['Activity pacing', 'Self-management'],
  kind: 'selfManagement',
  summary:
    'Pacing means splitting what you do into steady portions, with breaks before pain stops you. It helps you do more over a week, with fewer bad days. You need no device and no appointment, only a timer and some patience with yourself.',
  image: picture('pacing', 'Drawing of a path with even steps and resting places that leads to a hill'),
  sections: {
    whatItIs: `
      On a good day it is tempting to do everything. The next day you pay for it and rest. Over time you do less and less.
      Pacing breaks this up-and-down pattern.`,
    whoItIsFor: `
      Anyone with pain that has lasted for months, and anyone who gets active again after a flare-up.`,
    before: `
      Choose one activity, such as walking, cooking, or desk work. For 3 days, write down how long you can do it before the
      pain goes up.`,
    during: prose(
      `1. Take the average of your 3 days, and start with a little less. That is your base.
       2. Do this much every day, on good days and on bad days.
       3. Take a short break before you need it.
       4. Each week, add about a tenth if it went well.`,
      advice('do', ['use a timer', 'mix sitting, standing, and walking', 'plan something you enjoy']),
      advice('dont', ['do extra on a good day', 'stop entirely on a bad day']),
    ),
    after: `
      Setbacks happen. Go back to your base for a few days, then build up again.`,
    risks: `
      There is no risk in pacing itself. If pain grows week by week although you pace, let us have a look.`,
    results: `
      After a month or two, most people find that they can plan their days again. Some have less pain; many have more life.`,
  },
  faqs: ['pacing-flare-up', 'heat-or-ice'],
  facts: ['long-lasting-pain-1-in-4'],
  sources: ['live-well-with-pain-pacing'],
})
