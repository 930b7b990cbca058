import {treatment} from '../build.ts'

export const cognitiveBehavioralTherapy = treatment({
  slug: 'cognitive-behavioral-therapy',
  title: 'Talk therapy for pain',
  alsoKnownAs: ['Cognitive behavioral therapy', 'CBT'],
  kind: 'psychological',
  summary:
    'Talk therapy for pain (cognitive behavioral therapy, or CBT) teaches skills for calmer days and better sleep. Your pain is real; so is the help. In 8 to 12 visits with a psychologist, you practice ways to do more of what matters to you.',
  atGlance: {
    duration: '8 to 12 visits of about 50 minutes',
  },
  sections: {
    whatItIs: `
      Pain is made in the body and the brain together. Worry, poor sleep, and fear of movement turn it up. CBT gives you
      tools to turn it down: relaxing, planning your day, and answering thoughts that make things worse.`,
    whoItIsFor: `
      People with long-lasting (chronic) pain or [migraine](ref:condition-migraine), above all if pain affects mood, sleep,
      work, or family. It does not mean that the pain is in your head.`,
    before: `
      Think about what pain has taken from you, and what you would like back first.`,
    during: `
      You meet a psychologist 8 to 12 times, alone or in a small group, in person or by video. Each visit takes about 50
      minutes.`,
    after: `
      You practice between visits, for about 15 minutes a day. A follow-up after 3 months helps you keep what you have
      learned.`,
    risks: `
      Talking about hard things can be tiring. Tell your therapist if it feels like too much. If you think about harming
      yourself, call or text 988 at any hour.`,
    results: `
      A large review found that CBT has small but real benefits for pain, for daily life, and for distress. Many people say
      that the pain matters less.`,
  },
  faqs: ['talk-therapy-in-my-head'],
  facts: ['pain-limits-1-in-12'],
  sources: ['cochrane-psychological-therapies'],
})
