import {picture, treatment} from '../build.ts'
import {callout, prose} from '../prose.ts'

export const physicalTherapy = treatment({
  slug: 'physical-therapy',
  title: 'Physical therapy',
  alsoKnownAs: ['PT', 'Exercise therapy'],
  kind: 'physicalTherapy',
  summary:
    'In physical therapy you learn exercises and ways to move that ease pain and build strength. It is a first choice for most back, neck, and joint pain. A therapist makes a plan with you, and your own daily exercises keep it going.',
  image: picture('physical-therapy', 'Drawing of a person stretching one arm overhead on an exercise mat'),
  atGlance: {
    duration: 'About 45 minutes at first, then about 30 minutes',
    recovery: 'Most people notice a change after 4 to 6 weeks',
  },
  sections: {
    whatItIs: `
      A physical therapist looks at how you move and finds out what is stiff, weak, or out of practice. Together you make a
      plan that fits your day. Hands-on treatment can help you start. Your own exercises keep you going.`,
    whoItIsFor: `
      Almost everyone with pain in muscles, joints, or the spine, at any age. It also prepares you for a procedure and helps
      you after one.`,
    before: `
      - Wear clothes and shoes you can move in.
      - Bring a list of your medicines and any scans.
      - Think of one thing you would like to do again, such as walk to the store.`,
    during: `
      The first visit takes about 45 minutes: questions, tests, and your first 2 or 3 exercises. Later visits take about 30
      minutes, once or twice a week at first.`,
    after: prose(
      `Do your exercises at home, a little each day. Write down what you did.`,
      callout(
        'info',
        'A little soreness is fine',
        'Muscles that work again may ache for a day. If pain stays clearly higher for more than a day, do half as much next time and tell us.',
      ),
    ),
    risks: `
      Physical therapy is very safe. Sore muscles are common in the first weeks.`,
    results: `
      Most people notice a change after 4 to 6 weeks. Studies of back and knee pain show that exercise eases pain and helps
      people do more. It keeps working as long as you keep moving.`,
  },
  faqs: ['therapy-how-many-visits', 'exercise-worn-knee'],
  facts: ['exercise-eases-knee-pain'],
  sources: ['acp-low-back-pain-guideline', 'cochrane-knee-exercise'],
})
