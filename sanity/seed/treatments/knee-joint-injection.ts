import {treatment} from '../build.ts'
import {afterInjection} from './after-injection.ts'

export const kneeJointInjection = treatment({
  slug: 'knee-joint-injection',
  title: 'Knee joint injection',
  alsoKnownAs: ['Cortisone shot in the knee', 'Steroid injection for the knee'],
  kind: 'injection',
  summary:
    'A steroid injection into the knee can calm a painful flare-up of arthritis for some weeks. It does not slow the wear, so we use it sparingly. It can also give you a break from pain, so that you can start the exercises that help for longer.',
  atGlance: {
    duration: 'A minute or two for the injection',
    numbing: 'We numb the skin',
    recovery: 'Rest the knee for a day; gentle walking is fine',
  },
  urgentHelp: afterInjection,
  sections: {
    whatItIs: `
      We put a steroid and a numbing medicine into the knee joint through a thin needle. If the knee holds a lot of fluid, we
      draw some off first.`,
    whoItIsFor: `
      People with [knee osteoarthritis](ref:condition-knee-osteoarthritis) whose knee has flared up, or who need a break from
      pain to start their exercises.`,
    before: `
      - Tell us about blood thinners, diabetes, allergies, and any infection.
      - Tell us if you have knee surgery planned. The injection may need to wait.`,
    during: `
      You lie down with your knee slightly bent. We clean and numb the skin. The injection takes a minute or two.`,
    after: `
      Rest the knee for a day; gentle walking is fine. It may hurt more for 1 or 2 days before it feels better. Check your
      blood sugar more often for a week if you have diabetes.`,
    risks: `
      Pain for a day or two, a flushed face, or a pale spot on the skin can occur. Infection of the joint is rare but
      serious: call us the same day if the knee turns hot, red, and very sore. Studies suggest that frequent injections may
      thin the cartilage.`,
    results: `
      Relief often lasts for some weeks. If one injection did not help you, we will not keep repeating it.`,
  },
  faqs: ['steroid-shots-per-year', 'exercise-worn-knee'],
  facts: ['exercise-eases-knee-pain'],
  sources: ['knee-steroid-review'],
})
