import {picture, treatment} from '../build.ts'
import {afterInjection} from './after-injection.ts'

export const medialBranchBlock = treatment({
  slug: 'medial-branch-block',
  title: 'Medial branch block',
  alsoKnownAs: ['Facet joint block', 'Test block'],
  kind: 'injection',
  summary:
    'A medial branch block is a test. It numbs tiny nerves of your spine for a few hours. This shows if small joints there cause your pain. The relief is meant to be short. What you note in your diary that day decides what comes next.',
  image: picture('medial-branch-block', 'Drawing of two small spine joints with a numbing dot on each'),
  atGlance: {
    duration: 'About 20 minutes',
    numbing: 'We numb the skin',
    gettingHome: 'Ask someone to drive you',
    recovery: 'Soreness and a small bruise are common',
  },
  urgentHelp: afterInjection,
  sections: {
    whatItIs: `
      Pairs of small joints, called facet joints, run down the back of your spine. Thin nerves (medial branches) carry
      their pain signals. We put a drop of numbing medicine on these nerves. If your pain fades for some hours, the joints
      are a likely cause.`,
    whoItIsFor: `
      People with back or [neck pain](ref:condition-neck-pain) that has lasted for months and has not improved with
      exercise. The pain is often worse when they lean back or twist.`,
    before: `
      - Come with your usual pain. If you feel fine that day, the test cannot tell us anything.
      - Skip your short-acting pain pills that morning, unless we tell you otherwise.
      - Tell us about blood thinners, allergies, and any chance of pregnancy.`,
    during: `
      You lie on your stomach or side. We numb the skin and place thin needles, guided by X-ray. It takes about 20 minutes.`,
    after: `
      We give you a small diary. Do the things that usually hurt, and write down your pain every hour until bedtime. This
      diary is the result of the test. The relief is meant to be short.`,
    risks: `
      Soreness and a small bruise are common. Infection, bleeding, and allergy are rare.`,
    results: `
      If your pain clearly drops, we may repeat the test to be sure. Then
      [radiofrequency ablation](ref:treatment-radiofrequency-ablation) may give longer relief. If it does not drop, we look
      for another cause. That is a useful result too.`,
  },
  faqs: ['test-block-why-twice', 'after-injection-drive'],
  sources: ['facet-joint-guideline'],
})
