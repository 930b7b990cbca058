import {page} from '../build.ts'
import {callout, prose} from '../prose.ts'

export const about = page({
  slug: 'about',
  title: 'About us',
  summary: 'Who we are, how we work, and what you can expect from your first visit to the sample clinic.',
  body: prose(
    callout(
      'important',
      'This is a sample clinic',
      'Maple Hollow Pain Clinic does not exist. Its pages show how a clinic’s site can look and read.',
    ),
    `
      We help people with pain live fuller lives. We look for the cause and explain what we find in plain words. We start
      with the simplest care that is likely to work.

      ### How we work

      1. **We listen.** Your first visit takes about an hour.
      2. **We examine.** We order tests only if they will change what we do.
      3. **We plan with you.** You hear the choices, with their benefits and risks.
      4. **We follow up.** If something does not help, we change it.

      ### Your first visit

      Please bring:

      - A list of your medicines, also those without a prescription
      - Scans and reports, if you have them
      - Your insurance card and a photo ID
      - Someone you trust, if you like

      Read more about [our treatments for pain](ref:treatment-physical-therapy), or meet us at our
      [main clinic](ref:location-main-clinic).`,
    `
      ### How we write these pages

      We use public sources, such as the National Institutes of Health, and name them at the end of each page. A page shows
      when a clinician last checked it. Sample pages say "not yet reviewed", because nobody has. Here is more on
      [how we write and check our pages](ref:page-how-we-write).`,
  ),
})
