/** The site's settings: those of the sample clinic, and the neutral ones that an empty start needs. */
import {usualShareNetworks} from '../vocabulary.ts'
import {menuItem, picture, reference, references, type SeedDocument} from './build.ts'

export const settingsId = 'siteSettings'
/** Settings in Spanish: once they are published, the website speaks Spanish. */
export const spanishSettingsId = 'siteSettings-es'

const emergencyText =
  'If this is an emergency, call 911. If you are in crisis or thinking about suicide, call or text 988, day or night.'

const spanishEmergencyText =
  'Si es una emergencia, llame al 911. Si está en crisis o piensa en el suicidio, llame al 988 de día o de noche (oprima 2 para español), o envíe AYUDA por mensaje de texto al 988.'

const shareNetworks = [...usualShareNetworks]

export const sampleSettings: SeedDocument = {
  _id: settingsId,
  _type: 'siteSettings',
  language: 'en',
  name: 'Maple Hollow Pain Clinic',
  tagline: 'Care for pain, explained in plain words',
  logo: picture('logo', 'Maple Hollow Pain Clinic'),
  phone: '(215) 555-0142',
  email: 'hello@maplehollow.example',
  timeZone: 'America/New_York',
  emergencyText,
  // Over since October: an example to copy. Nothing of the sample is news.
  notices: [
    {
      _type: 'siteNotice',
      _key: 'training-day',
      kind: 'closure',
      text: 'Both offices are closed on Friday, October 9, 2026, for staff training. In an emergency, call 911.',
      startsAt: '2026-10-05T12:00:00.000Z',
      endsAt: '2026-10-10T04:00:00.000Z',
    },
  ],
  headerMenu: [
    menuItem('Conditions', {path: '/conditions'}),
    menuItem('Treatments', {path: '/treatments'}),
    menuItem('Questions', {path: '/questions'}),
    menuItem('Our team', {path: '/people'}),
    menuItem('Locations', {path: '/locations'}),
    menuItem('Contact', {path: '/contact'}),
  ],
  footerMenu: [
    menuItem('About us', {page: 'page-about'}),
    menuItem('How we write', {page: 'page-how-we-write'}),
    menuItem('Did you know…', {path: '/facts'}),
    menuItem('Contact', {path: '/contact'}),
  ],
  home: {
    _type: 'homePage',
    heading: 'Pain is personal. So is our care.',
    intro: 'We help you understand your pain and choose a treatment that fits your life. Start with what hurts.',
    image: picture('home', 'Drawing of a person who walks along a path toward the morning sun'),
    conditions: references('condition', [
      'back-pain',
      'sciatica',
      'neck-pain',
      'knee-osteoarthritis',
      'shoulder-pain',
      'migraine',
    ]),
    treatments: references('treatment', ['physical-therapy', 'epidural-steroid-injection', 'pacing', 'tens']),
  },
  shareNetworks,
  social: {
    _type: 'social',
    title: 'Maple Hollow Pain Clinic',
    text: 'Plain, careful information about pain and what helps.',
  },
  legalNote:
    'The information on this site does not replace advice from your own doctor. Maple Hollow Pain Clinic is a made-up clinic.',
  editorialPolicy: reference('page-how-we-write'),
  sample: true,
}

export const spanishSettings: SeedDocument = {
  ...sampleSettings,
  _id: spanishSettingsId,
  language: 'es',
  tagline: 'Atención del dolor, en palabras sencillas',
  emergencyText: spanishEmergencyText,
  headerMenu: [
    menuItem('Afecciones', {path: '/conditions'}),
    menuItem('Tratamientos', {path: '/treatments'}),
    menuItem('Nuestro equipo', {path: '/people'}),
    menuItem('Consultorios', {path: '/locations'}),
    menuItem('Contacto', {path: '/contact'}),
  ],
  footerMenu: [menuItem('Quiénes somos', {page: 'page-es-quienes-somos'}), menuItem('Contacto', {path: '/contact'})],
  home: {
    _type: 'homePage',
    heading: 'Su dolor es único. Nuestra atención también.',
    intro: 'Le ayudamos a entender su dolor y a elegir un tratamiento que va con su vida. Empiece por lo que le duele.',
    image: picture('home', 'Dibujo de una persona que camina por un sendero hacia el sol de la mañana'),
    conditions: references('condition', ['es-ciatica', 'es-osteoartritis-de-rodilla']),
    treatments: references('treatment', ['es-terapia-fisica', 'es-inyeccion-en-la-rodilla']),
  },
  social: {
    _type: 'social',
    title: 'Maple Hollow Pain Clinic',
    text: 'Información sencilla y cuidadosa sobre el dolor y lo que ayuda.',
  },
  legalNote:
    'La información de este sitio no reemplaza el consejo de su propio médico. Maple Hollow Pain Clinic es una clínica inventada.',
}

/**
 * Settings that claim nothing: what a clinic starts with when it wants no sample, and what stays when the sample goes.
 * The phone number is one of those kept free for fiction, because a page without any would be worse.
 */
export function minimalSettings(): SeedDocument {
  return {
    _id: settingsId,
    _type: 'siteSettings',
    language: 'en',
    name: 'Your clinic',
    phone: '(555) 555-0100',
    timeZone: 'America/New_York',
    emergencyText,
    headerMenu: [
      menuItem('Conditions', {path: '/conditions'}),
      menuItem('Treatments', {path: '/treatments'}),
      menuItem('Contact', {path: '/contact'}),
    ],
    footerMenu: [menuItem('Contact', {path: '/contact'})],
    home: {_type: 'homePage', heading: 'Welcome', intro: 'This site is being set up.', conditions: [], treatments: []},
    shareNetworks,
  }
}

/** The same in Spanish: what stays of Spanish settings that a clinic has begun to make its own. */
export const minimalSpanishSettings = (): SeedDocument => ({
  ...minimalSettings(),
  _id: spanishSettingsId,
  language: 'es',
  name: 'Su clínica',
  emergencyText: spanishEmergencyText,
  headerMenu: [
    menuItem('Afecciones', {path: '/conditions'}),
    menuItem('Tratamientos', {path: '/treatments'}),
    menuItem('Contacto', {path: '/contact'}),
  ],
  footerMenu: [menuItem('Contacto', {path: '/contact'})],
  home: {
    _type: 'homePage',
    heading: 'Bienvenidos',
    intro: 'Este sitio está en preparación.',
    conditions: [],
    treatments: [],
  },
})
