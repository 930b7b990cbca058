/** The elements of a page's `<head>`. Every page passes here, so none lacks a canonical address or a card. */
import type {Metadata} from 'next'
import {defaultLanguage, languageFacts} from '../language.ts'
import {type MediaPicture, mediaHeight, mediaUrl} from '../media.ts'
import {absoluteUrl} from '../site'
import {withoutMarks} from '../without-marks.ts'
import {type Card, cardPath, cardSize} from './card.ts'
import {excerpt} from './excerpt.ts'
import {feedPath, feedTitle} from './feed.ts'
import {type Head, titleLimit} from './head.ts'
import {twinPath} from './twin.ts'

/** X cuts at 200 characters, search engines earlier; nobody shows more. */
const descriptionLimit = 200

/** A page's title, followed by the clinic's name where there is room for it: results name the site by themselves. */
function documentTitle(title: string, siteName: string): string {
  const whole = `${title} – ${siteName}`
  return whole.length <= titleLimit ? whole : excerpt(title, titleLimit)
}

/** Whose card it is. */
type CardOwner = Readonly<{name: string; logo: MediaPicture | null; brandColor: string | null}>

/** The generated card of a page: its title drawn large above the clinic's name. */
export const cardFor = (head: Head, site: CardOwner): Card => ({
  language: head.language,
  kind: head.kind,
  slug: head.slug,
  title: head.social?.title ?? head.title,
  siteName: site.name,
  figure: head.figure ?? null,
  logo: site.logo,
  brandColor: site.brandColor,
})

/** A page's own picture where the editor chose one for sharing, otherwise the generated card. */
function cardImage(head: Head, site: CardOwner) {
  const own = head.social?.image
  if (own) {
    const url = absoluteUrl(mediaUrl(own, {width: 1200, shape: 'card'}))
    return {url, width: 1200, height: mediaHeight(own, 1200, 'card'), alt: own.alt, type: 'image/jpeg'}
  }
  const card = cardFor(head, site)
  const {value, label} = card.figure ?? {}
  // In the order in which the card is read. A title that is the clinic's name is said once.
  const words = [value && label ? `${value} ${label}` : value, card.title, card.siteName]
  const alt = [...new Set(words.filter(Boolean))].join(' – ')
  return {url: absoluteUrl(cardPath(card)), ...cardSize, alt, type: 'image/png'}
}

/**
 * `hreflang`: the page in each of its languages, itself among them, the same list on all of them; and which one to offer
 * where no language fits. A page without translations has none.
 */
function languagesOf({language, path, translations = []}: Head) {
  if (translations.length === 0) return {}
  const all = [{language, path}, ...translations].toSorted((a, b) => a.language.localeCompare(b.language))
  const standard = all.find((one) => one.language === defaultLanguage) ?? {path}
  return {
    languages: {
      ...Object.fromEntries(all.map((one) => [languageFacts[one.language].locale, absoluteUrl(one.path)])),
      'x-default': absoluteUrl(standard.path),
    },
  }
}

/**
 * Metadata for Next. `stamp` is the mark of the revisions the page was made from (`stampFor`); the publishing worker
 * compares it with what is served.
 */
export function metadataFor(marked: Head, owner: CardOwner, stamp: string): Metadata {
  const [head, site] = [withoutMarks(marked), withoutMarks(owner)]
  const url = absoluteUrl(head.path)
  const description = excerpt(head.search?.description ?? head.description, descriptionLimit)
  const title = head.search?.title ?? documentTitle(head.title, site.name)
  const image = cardImage(head, site)
  const others = head.translations ?? []
  const shared = {
    title: head.social?.title ?? head.title,
    description: excerpt(head.social?.text ?? head.description, descriptionLimit),
  }
  return {
    title: {absolute: title},
    description,
    alternates: {
      canonical: url,
      ...languagesOf(head),
      types: {
        'text/markdown': absoluteUrl(twinPath(head.path)),
        'application/atom+xml': [{url: absoluteUrl(feedPath(head.language)), title: feedTitle(head.language, site)}],
      },
    },
    ...((head.sample || head.search?.hide) && {robots: {index: false, follow: true}}),
    openGraph: {
      ...shared,
      url,
      siteName: site.name,
      type: head.kind === 'person' ? 'profile' : head.kind === 'home' ? 'website' : 'article',
      locale: languageFacts[head.language].openGraphLocale,
      ...(others.length > 0 && {
        alternateLocale: others.map(({language}) => languageFacts[language].openGraphLocale),
      }),
      images: [image],
    },
    twitter: {card: 'summary_large_image', ...shared, images: [{url: image.url, alt: image.alt}]},
    formatDetection: {telephone: false, date: false, address: false, email: false},
    // The custom element the publishing worker reads; harmless to everybody else.
    ...(stamp !== '' && {other: {'content-stamp': stamp}}),
  }
}

/** Metadata of pages that are not for search engines and have nothing to share: the 404. */
export const unlistedMetadata = (title: string, site: {readonly name: string}, stamp: string): Metadata => ({
  title: {absolute: withoutMarks(documentTitle(title, site.name))},
  robots: {index: false, follow: true},
  ...(stamp !== '' && {other: {'content-stamp': stamp}}),
})
