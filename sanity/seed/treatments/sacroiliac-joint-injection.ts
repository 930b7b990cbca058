import {treatment} from '../build.ts'
import {afterInjection} from './after-injection.ts'

export const sacroiliacJointInjection = treatment({
  slug: 'sacroiliac-joint-injection',
  title: 'Sacroiliac joint injection',
  alsoKnownAs: ['SI joint injection'],
  kind: 'injection',
  summary:
    'This injection puts numbing medicine and a steroid into the joint between your spine and hip bone. It can show if the joint causes your pain, and ease it for a time. We guide a thin needle by X-ray. You go home the same day.',
  atGlance: {
    duration: 'About 15 minutes',
    numbing: 'We numb the skin',
    gettingHome: 'Ask someone to drive you',
    recovery: 'Take it easy until the next morning',
  },
  urgentHelp: afterInjection,
  sections: {
    whatItIs: `
      It does two things at once. The numbing medicine tests if the [sacroiliac joint](ref:condition-sacroiliac-joint-pain)
      is the cause. The steroid calms swelling in the joint over the next days.`,
    whoItIsFor: `
      People with pain low on one side of the back. Weeks of exercise and simple pain medicine have not eased it.`,
    before: `
      - Tell us about blood thinners, diabetes, allergies, infections, and any chance of pregnancy.
      - Come with your usual pain, so that we can see if the test changes it.
      - Ask someone to drive you home.`,
    during: `
      You lie on your stomach. We numb the skin and guide a thin needle into the joint by X-ray. It takes about 15 minutes.`,
    after: `
      Write down your pain every hour for the rest of the day. Then take it easy until the next morning. The steroid starts
      to work within a week. Check your blood sugar more often if you have diabetes.`,
    risks: `
      Soreness for a day or two is common. Numbness in the leg for a few hours can occur. Infection and bleeding are rare.`,
    results: `
      If the pain drops by half or more for some hours, the joint is a likely cause. Relief from the steroid varies: weeks
      for some people, months for others, none for a few.`,
  },
  faqs: ['si-joint-or-disk', 'steroid-shots-per-year', 'after-injection-drive'],
  sources: ['sacroiliac-review'],
})
