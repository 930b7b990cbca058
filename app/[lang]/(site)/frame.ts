/** What every page of the site begins with: its language, and the clinic's settings in it. */
import {notFound} from 'next/navigation'
import {type ClinicTime, fallbackTimeZone, todayAt} from '@/lib/clinic-time'
import {defaultLanguage, isLanguage, type Language} from '@/lib/language'
import {getSite, type Site} from '@/sanity/content/site'
import {markForEditing, renderTime} from '@/sanity/read'

type Frame = {
  language: Language
  site: Site
  /** When the page is made, and where: everything on it that changes by the clock goes by this. */
  time: ClinicTime
  /** The date at the clinic then. */
  today: string
}

export type LangParams = Promise<{lang: string}>
export type SlugParams = Promise<{lang: string; slug: string}>

/** A site whose settings are not published yet: enough for a page to stand on, and nothing invented. */
const unpublished = (language: Language): Site => ({
  _id: 'siteSettings',
  language,
  name: 'Clinic',
  tagline: null,
  logo: null,
  logoDark: null,
  logoTone: null,
  brandColor: null,
  phone: '',
  email: null,
  bookingUrl: null,
  portalUrl: null,
  timeZone: fallbackTimeZone,
  emergencyText: '',
  notices: [],
  original: null,
  headerMenu: [],
  footerMenu: [],
  legalNotices: [],
  shareNetworks: [],
  social: {title: null, text: null, image: null, hideNetworks: false},
  legalNote: null,
  editorialPolicy: null,
  sample: true,
})

/** Every page asks for this first, and so does the frame around it: from here on the answers are for a page. */
export async function siteIn(language: Language): Promise<Site> {
  markForEditing()
  return (await getSite({language})) ?? unpublished(language)
}

/** The language and settings of the page being made; a language that the site does not speak is a 404. */
export async function requireFrame(params: LangParams): Promise<Frame> {
  const {lang} = await params
  if (!isLanguage(lang)) notFound()
  const site = await siteIn(lang)
  const time = {at: renderTime(), timeZone: site.timeZone}
  return {language: lang, site, time, today: todayAt(time)}
}

/** A slug as it was typed: Next hands over the parts of an address in their escaped spelling. */
export function readSlug(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Half an escape ("%E0") names nothing we have.
    notFound()
  }
}

/** The same for a page with a slug, as it was typed. */
export async function requireSlugFrame(params: SlugParams): Promise<Frame & {slug: string}> {
  const frame = await requireFrame(params)
  return {...frame, slug: readSlug((await params).slug)}
}

/** A list to show. In a further language, a list without entries is a page that does not exist yet. */
export function requireSome<Item>(items: readonly Item[], language: Language): readonly Item[] {
  if (items.length === 0 && language !== defaultLanguage) notFound()
  return items
}
