/** Pages that every clinic needs, as drafts to start from. */
import {page} from './build.ts'
import {callout, prose} from './prose.ts'

export const pages = [
  page({
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
      when a clinician last checked it. Sample pages say "not yet reviewed", because nobody has.`,
    ),
  }),
  page({
    slug: 'privacy',
    title: 'Privacy',
    summary: 'What this website knows about you, what it does with it, and what it leaves alone.',
    body: prose(
      callout(
        'important',
        'A draft to start from',
        'This sample text is not legal advice. Have your own notice checked before you go live.',
      ),
      `
      ### This website

      You can read every page without telling us who you are. We show no ads and use no tracking from other companies. Fonts
      and pictures come from our own server.

      ### When you share a page

      The share links are plain links. The other company learns that you use one only after you choose it. Think about who
      will see that you shared a page about your health.

      ### When you call or write to us

      Please do not send details about your health by email. Call us, or tell us at your visit.

      ### Your health records

      Your records are covered by a federal law called HIPAA. Our notice of privacy practices tells you how we use them and
      what your rights are. Ask for a copy at the front desk, or read about your rights at
      [hhs.gov/hipaa](https://www.hhs.gov/hipaa/for-individuals/index.html).`,
    ),
  }),
  page({
    slug: 'accessibility',
    title: 'Accessibility',
    summary: 'How we make this site and our clinic usable for everyone, and how to tell us when we fall short.',
    body: `
      We want everyone to be able to use this site and our clinic.

      ### This website

      We aim to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. You should be able to:

      - use every page with a keyboard alone
      - read it with a screen reader
      - make the text twice as large without losing anything
      - use it in light or dark colors
      - read it with JavaScript turned off

      ### Our clinic

      Our entrances have no steps, and our exam tables can be lowered. Interpreters, also for sign language, are free. Tell
      us what you need when you make an appointment. See [our main clinic](ref:location-main-clinic) for details.

      ### Tell us

      If something on this site does not work for you, call us. We will give you the information in another way, and fix the
      page.`,
  }),
]
