/** What every page shows: name, notices, menus, phone, emergency text. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {liveNotices, nextNoticeMoment} from '@/lib/notices'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {defaultLanguage, languages, legalNotices, shareNetworks, usualShareNetworks} from '@/sanity/vocabulary'
import {choice} from './choice'
import {DocumentLink, documentLinkFields, MenuItem, menuFields, WebAddress} from './link'
import {Notice, noticeFields} from './notice'
import {Picture, picture} from './picture'
import {Social, social} from './sharing'

/** The settings in the default language: what the clinic has once, whatever is spoken, is set there. */
const defaultSettings = /* groq */ `*[_type == "siteSettings" && _id == "siteSettings"][0]`

/** The settings in the wanted language, else those in the default language. */
export const siteSettings = /* groq */ `
  coalesce(
    *[_type == "siteSettings" && language == $language][0],
    ${defaultSettings}
  )
`

/** The page that holds a notice, in the wanted language, else in the default one: a notice never goes missing. */
const noticeIn = (language: string, notice: string) =>
  /* groq */ `*[_type == "page" && legalNotice == "${notice}" && language == ${language} && defined(slug.current)]
    | order(_id asc)[0]${documentLinkFields}`

/** In the order of the closed list; null for one that there is not. */
const notices = /* groq */ `[${legalNotices
  .map(({value}) => `coalesce(${noticeIn('$language', value)}, ${noticeIn(`"${defaultLanguage}"`, value)})`)
  .join(',\n')}]`

const SITE_QUERY = defineQuery(`
  ${siteSettings}{
    _id,
    language,
    name,
    tagline,
    "logo": ${picture('logo')},
    "logoDark": ${picture('logoDark')},
    "logoTone": select(logo.asset->metadata.isOpaque != true => logo.asset->metadata.palette.dominant.background),
    "brandColor": ${defaultSettings}.brandColor,
    phone,
    email,
    bookingUrl,
    portalUrl,
    "timeZone": coalesce(${defaultSettings}.timeZone, timeZone),
    emergencyText,
    "notices": coalesce(notices[]${noticeFields}, []),
    "original": select(_id != "siteSettings" => ${defaultSettings}{_id, "notices": coalesce(notices[]${noticeFields}, [])}),
    "headerMenu": ${menuFields('headerMenu')},
    "footerMenu": ${menuFields('footerMenu')},
    "legalNotices": ${notices},
    "shareNetworks": coalesce(
      shareNetworks[@ in ${JSON.stringify(shareNetworks.map(({value}) => value))}],
      ${JSON.stringify(usualShareNetworks)}
    ),
    "social": ${social},
    legalNote,
    "editorialPolicy": editorialPolicy->${documentLinkFields},
    "sample": coalesce(sample, false)
  }
`)

/** `#0a625c`. */
const HexColour = z.stringFormat('colour (#rrggbb)', /^#[0-9a-f]{6}$/i)

export const Site = z.strictObject({
  _id: z.string(),
  language: choice(languages),
  name: z.string(),
  tagline: z.string().nullable(),
  logo: Picture.nullable(),
  /** For dark pages, where the other could not be seen. */
  logoDark: Picture.nullable(),
  /** The dominant colour of a transparent logo; null for one that brings its own ground, or where it is not known. */
  logoTone: HexColour.nullable(),
  /** The clinic's colour; null: the colours of the design. */
  brandColor: HexColour.nullable(),
  phone: z.string(),
  email: z.email().nullable(),
  bookingUrl: WebAddress.nullable(),
  portalUrl: WebAddress.nullable(),
  /** IANA name: `America/Chicago`. */
  timeZone: z.stringFormat('IANA time zone', isTimeZone, {error: 'a time zone has a name like America/Chicago'}),
  emergencyText: z.string(),
  /** As handed out: those that are live, most urgent first. */
  notices: z.array(Notice),
  /** The settings in the default language, where these are a translation. */
  original: z.strictObject({_id: z.string(), notices: z.array(Notice)}).nullable(),
  headerMenu: z.array(MenuItem),
  footerMenu: z.array(MenuItem),
  /** Pages with the notices that every page has to offer, those in another language where that is all there is. */
  legalNotices: z.array(DocumentLink.nullable()).transform((links) => links.filter((link) => link !== null)),
  /** In the editor's order. Settings of an older version may hold ways that are no networks; those are left out. */
  shareNetworks: z.array(choice(shareNetworks)),
  /** Share-card texts and image for pages that have none of their own. */
  social: Social,
  legalNote: z.string().nullable(),
  /** The page that says how the clinic writes and checks its pages. */
  editorialPolicy: DocumentLink.nullable(),
  sample: z.boolean(),
})
export type Site = z.infer<typeof Site>

export const siteContract = contract('site', SITE_QUERY, Site.nullable(), {
  lists: [],
  clock: {
    next: ({notices, original}, {at}) => nextNoticeMoment([...notices, ...(original?.notices ?? [])], at),
    shown: (site, {at}) => ({
      ...site,
      notices: liveNotices(site.notices, at),
      original: site.original && {...site.original, notices: liveNotices(site.original.notices, at)},
    }),
  },
})

/** The site's settings in `{language}`; null before anyone has published them. */
export const getSite = reader(siteContract)

/** Whether this machine can tell the time there: an unknown zone would make every date on the page throw. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name})
    return true
  } catch {
    return false
  }
}
