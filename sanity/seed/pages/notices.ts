/**
 * The notices that every page has to offer, as drafts to start from: our own words, and none of them legal advice. What
 * the page on privacy says of this website has to be true of this software.
 */
import {page} from '../build.ts'
import {callout, prose} from '../prose.ts'

const draft = callout(
  'important',
  'Sample text: replace it before you go live',
  'This text is not legal advice. Your lawyer has to replace or approve it.',
)

export const nondiscrimination = page({
  slug: 'nondiscrimination',
  title: 'Notice of nondiscrimination',
  legalNotice: 'nondiscrimination',
  summary:
    'We treat everyone fairly. Here is what we promise, which help is free, and how to complain if we fall short.',
  body: prose(
    draft,
    `
    Maple Hollow Pain Clinic follows federal civil rights laws. We do not treat people worse because of race, color,
    national origin, age, disability, or sex. National origin includes the language you speak and how well you speak
    English.

    ### Free help for people with disabilities

    - Sign language interpreters
    - Large print, audio, and other forms that work for you
    - Changes in how we do things, so that you get the same care

    ### Free help in your language

    - Trained interpreters
    - Papers in your language

    See [free help in your language](ref:page-language-assistance), or call us. If you need help, tell us before your visit
    so that we are ready.

    ### If we did not treat you fairly

    Tell us. We call this a grievance. You can call, write, or speak to the front desk. We will help you write it down if
    you like.

    Civil Rights Coordinator (sample), 120 Maple Hollow Road, Anytown, PA 19000. Phone: (215) 555-0142.

    You can also complain to the government. Use the website of the
    [Office for Civil Rights](https://ocrportal.hhs.gov/ocr/), or write to:

    U.S. Department of Health and Human Services, 200 Independence Avenue SW, Room 509F, HHH Building, Washington, DC
    20201. Phone: 1-800-368-1019, or 1-800-537-7697 for TDD.

    Nobody here may punish you for a complaint.`,
  ),
})

export const privacyPractices = page({
  slug: 'privacy-practices',
  title: 'Notice of privacy practices',
  legalNotice: 'privacyPractices',
  summary: 'How we may use and share your health records, and what your rights are.',
  body: prose(
    callout(
      'important',
      'An outline: put your own notice here',
      'A federal law called HIPAA says what this notice must hold. This outline shows where each part goes. It is not a notice.',
    ),
    `
    This notice tells you how your health information may be used and shared. It also tells you how to see it. Please read
    it with care.

    ### Your rights

    - See your record or get a copy of it
    - Ask us to correct it
    - Ask us to reach you in a private way, such as at work
    - Ask us to limit what we use or share
    - Get a list of those with whom we shared it
    - Get this notice on paper
    - Choose someone to act for you
    - Complain, without harm to you

    ### Your choices

    You can tell us what to share with your family and others who help you. We need your written consent to sell your
    information or to use it for ads.

    ### How we use and share it

    - To treat you
    - To run the clinic
    - To send bills to you and your insurance
    - Where the law asks for it, such as for public health and safety

    ### What we must do

    We must keep your information safe and private. We must tell you if something happens that puts it at risk. We must
    follow this notice and give you a copy.

    ### Questions and complaints

    Call our privacy officer (sample) at (215) 555-0142. You can also complain to the
    [Office for Civil Rights](https://www.hhs.gov/hipaa/filing-a-complaint/index.html). Nobody here may punish you for it.

    This notice took effect on: (date).`,
  ),
})

export const websitePrivacy = page({
  slug: 'privacy',
  title: 'Privacy of this website',
  legalNotice: 'websitePrivacy',
  summary: 'What this website knows about you, what it does with it, and what it leaves alone.',
  body: prose(
    draft,
    `
    You can read every page without telling us who you are.

    ### What we do not do

    - We set no cookies when you read our pages.
    - We keep no list of who reads which page.
    - We show no ads and use no tracking from other companies.
    - We load nothing from other companies: fonts and pictures come from our own server.

    ### What our server sees

    Like every server, ours sees the address of your device while it sends you a page. The website does not store it. The
    company that runs the server may keep it for some days to stop attacks.

    ### Links to other websites

    Some links lead to other websites, such as a map or the source of a fact. They have privacy rules of their own. We do
    not tell them which page you came from.

    ### When you share a page

    The share links are plain links. The other company learns that you use one only after you choose it. Think about who
    will see that you shared a page about your health.

    ### When you call or write to us

    Please do not send details about your health by email. Call us, or tell us at your visit.

    ### Your health records

    Your records are covered by a federal law called HIPAA. Our
    [notice of privacy practices](ref:page-privacy-practices) tells you how we use them and what your rights are.`,
  ),
})

export const healthData = page({
  slug: 'consumer-health-data',
  title: 'Consumer health data',
  legalNotice: 'healthData',
  summary:
    'Some states protect health data that medical privacy law does not cover. Here is what that means on this site.',
  body: prose(
    callout(
      'important',
      'Sample text: replace or remove it',
      'Some states, such as Washington, ask for a page like this. Your lawyer can tell you if you need one.',
    ),
    `
    Some state laws protect data that says something about your health. A visit to a page about an illness can be such
    data.

    ### What we collect

    When you read this website, we collect none of it. We do not store who reads which page. We do not sell or share such
    data, and we do not track where you are.

    If you call or write to us, we use what you tell us to answer you. As a patient, your records come under our
    [notice of privacy practices](ref:page-privacy-practices).

    ### Your rights

    You can ask what we have about you, take back your consent, and ask us to delete it. Call us. If we say no, you can ask
    us to look again. You can also complain to the attorney general of your state.`,
  ),
})

export const accessibility = page({
  slug: 'accessibility',
  title: 'Accessibility statement',
  legalNotice: 'accessibility',
  summary: 'How we make this site and our clinic usable for everyone, and how to tell us when we fall short.',
  body: prose(
    draft,
    `
    We want everyone to be able to use this site and our clinic.

    ### This website

    We aim to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. You should be able to:

    - use every page with a keyboard alone
    - read it with a screen reader
    - make the text twice as large without losing anything
    - use it in light or dark colors
    - read it with JavaScript turned off

    We test each kind of page with software before every release. No test finds everything, so we need your help.

    ### Our clinic

    Our entrances have no steps, and our exam tables can be lowered. Interpreters, also for sign language, are free. Tell
    us what you need when you make an appointment. See [our main clinic](ref:location-main-clinic) for details.

    ### Tell us

    If something on this site does not work for you, call us at (215) 555-0142. Tell us the page and what went wrong. We
    will give you the information in another way, and fix the page.

    If that does not help, see [how to complain](ref:page-nondiscrimination).`,
  ),
})
