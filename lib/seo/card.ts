/**
 * Addresses of share cards: `/card/<hash>/<language>/<kind>/<slug>.png`. The hash is of what the card shows, so a card
 * that changes has a new address (networks keep images for days), while old addresses go on answering.
 */
import {createHash} from 'node:crypto'
import {isLanguage, type Language} from '../language.ts'
import {type MediaPicture, mediaUrl} from '../media.ts'

export const cardSize = {width: 1200, height: 630} as const

/** Kinds of page that have a card. `index` is any page without a document of its own: lists, contact. */
export const cardKinds = [
  'home',
  'index',
  'condition',
  'treatment',
  'person',
  'location',
  'page',
  'faq',
  'fact',
] as const
export type CardKind = (typeof cardKinds)[number]

/** Everything a card shows, and whose it is. */
export type Card = Readonly<{
  language: Language
  kind: CardKind
  slug: string
  title: string
  siteName: string
  /** The number of a fact, drawn large: `1 in 5`, and what it counts. */
  figure: Readonly<{value: string; label: string}> | null
  logo: MediaPicture | null
  /** The clinic's colour; null: those of the design. */
  brandColor: string | null
}>

/** Raise this when the drawing itself changes, so that networks fetch the new one. */
const design = 2

export function cardHash(card: Card): string {
  const {language, kind, slug, title, siteName, figure, brandColor} = card
  // The name of an asset holds the hash of its content.
  const logo = card.logo && mediaUrl(card.logo, {width: 320})
  return createHash('sha256')
    .update(JSON.stringify([design, language, kind, slug, title, siteName, figure, logo, brandColor]))
    .digest('hex')
    .slice(0, 16)
}

export const cardPath = (card: Card): string =>
  `/card/${cardHash(card)}/${card.language}/${card.kind}/${card.slug.split('/').map(encodeURIComponent).join('/')}.png`

export type CardRequest = Readonly<{hash: string; language: Language; kind: CardKind; slug: string}>

const isCardKind = (value: string | undefined): value is CardKind => cardKinds.some((kind) => kind === value)

/** Reads the path segments below `/card`; null where they name no card. */
export function parseCardPath(segments: readonly string[]): CardRequest | null {
  const [hash = '', language, kind, ...rest] = segments
  const name = rest.join('/')
  if (!/^[0-9a-f]{8,64}$/.test(hash) || !isLanguage(language) || !isCardKind(kind) || !/.\.png$/.test(name)) return null
  return {hash, language, kind, slug: name.slice(0, -'.png'.length)}
}
