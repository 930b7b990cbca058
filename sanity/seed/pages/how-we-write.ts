import {page} from '../build.ts'
import {callout, prose} from '../prose.ts'

export const howWeWrite = page({
  slug: 'how-we-write',
  title: 'How we write and check our pages',
  summary: 'Where our health information comes from, who checks it, and how we keep it up to date.',
  body: prose(
    callout(
      'important',
      'A draft to start from',
      'This is how a clinic could work. Change it so that it tells what you really do.',
    ),
    `
      ### Where it comes from

      We look first at guidelines and reviews, then at large public sources, such as the National Institutes of Health. We
      name each source at the end of the page. A number never stands without one.

      ### Who checks it

      A clinician who knows the field reads the whole page before we call it reviewed. The page names this person and the
      date. Until then it says "not yet reviewed".

      ### How we keep it up to date

      - Each page has a date for its next review.
      - A small correction is not a review, so it does not change the date.
      - A number has a date too. When that has passed, we say so.

      ### Nobody pays for it

      No company pays for what we write, and there are no ads. We do not name a product to sell it.

      ### Tell us

      Is something wrong or hard to understand? Please call us. We change it, and we thank you.`,
  ),
})
