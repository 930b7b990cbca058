import {picture, treatment} from '../build.ts'
import {callout, prose} from '../prose.ts'
import {afterInjection} from './after-injection.ts'

export const epiduralSteroidInjection = treatment({
  slug: 'epidural-steroid-injection',
  title: 'Epidural steroid injection',
  alsoKnownAs: ['ESI', 'Epidural', 'Nerve root injection'],
  kind: 'injection',
  summary:
    'An epidural steroid injection puts medicine against swelling close to a sore nerve in your spine. It may ease leg or arm pain for weeks to months while the nerve heals. We place it with the help of X-ray, and you go home the same day.',
  image: picture('epidural-steroid-injection', 'Drawing of a needle that reaches the space beside the spine'),
  atGlance: {
    duration: 'About an hour; the injection itself takes 10 to 15 minutes',
    numbing: 'We numb the skin',
    gettingHome: 'Ask someone to drive you',
    recovery: 'The spot can be sore for a day or two',
  },
  urgentHelp: afterInjection,
  sections: {
    whatItIs: `
      The epidural space is a thin layer around the nerves inside your spine. We place a steroid there, a medicine that
      calms swelling, often with a numbing medicine. We watch the needle on an X-ray screen to reach the right spot.`,
    whoItIsFor: `
      It is mainly for pain that shoots down a leg or an arm because a nerve is squeezed. Examples are
      [sciatica](ref:condition-sciatica) and a [herniated disk](ref:condition-herniated-disk). It helps less with pain that
      stays in the back.`,
    before: `
      - Tell us about blood thinners, diabetes, allergies, infections, and any chance of pregnancy.
      - Do not stop a blood thinner on your own. We will agree on a plan with the doctor who prescribes it.
      - Ask someone to drive you home.`,
    during: `
      You lie on your stomach. We clean and numb the skin. Then you may feel pressure for a few minutes. The visit takes
      about an hour; the injection itself takes 10 to 15 minutes.`,
    after: `
      Your leg may feel numb or heavy for a few hours, so have someone with you when you walk. The spot can be sore for a
      day or two. The steroid starts to work after 2 to 7 days. If you have diabetes, check your blood sugar more often for
      about a week.`,
    risks: prose(
      `Most side effects are mild: soreness, a flushed face, poor sleep, or higher blood sugar for a few days. A headache
       from a small leak of spinal fluid can occur. Bleeding and infection are rare.`,
      callout(
        'important',
        'Rare but serious',
        'In rare cases, steroid injections near the spine have led to stroke, loss of sight, paralysis, or death. The U.S. Food and Drug Administration warns of this and has not approved steroids for this use. We will go through the benefits and the risks with you before you decide.',
      ),
    ),
    results: `
      Some people have relief for weeks or months. Others feel little change. It does not cure the cause, so use the good
      weeks to get moving again.`,
  },
  faqs: ['epidural-hurt', 'steroid-shots-per-year', 'after-injection-drive'],
  sources: ['fda-epidural-warning'],
})
