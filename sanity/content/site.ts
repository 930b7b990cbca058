/** What every page shows: name, menus, phone, emergency text. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {defaultLanguage, languages, legalNotices, shareNetworks, usualShareNetworks} from '@/sanity/vocabulary'
import {choice} from './choice'
import {DocumentLink, documentLinkFields, MenuItem, menuFields, WebAddress} from './link'
import {Picture, picture} from './picture'
import {Social, social} from './sharing'

/** The settings in the wanted language, else those in the default language. */
export const siteSettings = /* groq */ `
  coalesce(
    *[_type == "siteSettings" && language == $language][0],
    *[_type == "siteSettings" && _id == "siteSettings"][0]
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
    phone,
    email,
    bookingUrl,
    portalUrl,
    timeZone,
    emergencyText,
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

export const Site = z.strictObject({
  _id: z.string(),
  language: choice(languages),
  name: z.string(),
  tagline: z.string().nullable(),
  logo: Picture.nullable(),
  phone: z.string(),
  email: z.email().nullable(),
  bookingUrl: WebAddress.nullable(),
  portalUrl: WebAddress.nullable(),
  /** IANA name: `America/Chicago`. */
  timeZone: z.stringFormat('IANA time zone', isTimeZone, {error: 'a time zone has a name like America/Chicago'}),
  emergencyText: z.string(),
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

export const siteContract = contract('site', SITE_QUERY, Site.nullable(), {lists: []})

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
