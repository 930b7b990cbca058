/**
 * How much a question looks like one that no patient asked, from 0 to 100. Suspected spam is held for staff to look at,
 * never thrown away: a sender learns nothing, and a patient who is taken for a machine is still read. Pure.
 */
import type {FilledForm} from './form.ts'

/** From here on a question is held. */
export const heldFrom = 50

/** Nobody reads the form and writes a question in less. Milliseconds. */
export const shortestView = 3000

/** @param age how long ago the form was drawn, in milliseconds */
export type Suspect = {readonly form: FilledForm; readonly age: number}

const links = (text: string) =>
  text.match(/https?:\/\/|(?<![\p{L}@.])www\.|\b[\w-]+\.(?:ru|cn|top|xyz|shop|click|info|biz)\b/giu)?.length ?? 0

/** Markup of forums and pages: a patient writes none. */
const markup = /\[\/?(?:url|link|img)\b|<\/?(?:a|script|img|iframe)\b|\bhref\s*=/i

/**
 * What is sold through forms. None of these alone holds a question: a patient may ask whether a pill with such a name goes
 * with their medicine, or whether the clinic takes crypto.
 */
const offers = [
  /\b(?:seo|backlinks?|guest post|page rank|search engine (?:ranking|optimization)|web ?traffic|first page of google)\b/i,
  /\b(?:casino|betting|slots?|jackpot|lottery|forex)\b/i,
  /\b(?:crypto|bitcoin|ethereum|usdt|airdrop)\b/i,
  /\b(?:viagra|cialis|levitra|without (?:a )?prescription|online pharmacy)\b/i,
  /\b(?:loans?|funding|investors?|passive income|earn \$|make money|work from home)\b/i,
  /\b(?:telegram|whatsapp)\b.{0,40}(?:@|\+?\d{6,}|t\.me|wa\.me)/is,
  /\b(?:web ?site (?:design|redesign)|mobile app development|lead generation|e-?mail list|bulk)\b/i,
  /\b(?:dear (?:sir|owner|webmaster|business owner)|unsubscribe|limited[- ]time offer|act now|click here)\b/i,
]

/** The same words over and over. */
function isRepeated(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  return words.length >= 20 && new Set(words).size / words.length < 0.3
}

/** A run of letters that is no word of any language: `asdkjhqwlekjhasdlkjhqwe`. */
const isGibberish = (text: string) => !/\s/.test(text.trim()) && text.length > 25

type Sign = readonly [points: number, isThere: (suspect: Suspect) => boolean | number]

const signs: readonly Sign[] = [
  // The field that nobody sees.
  [60, ({form}) => form.subject !== ''],
  [35, ({age}) => age < shortestView],
  [20, ({form}) => Math.min(3, links(form.question))],
  [40, ({form}) => markup.test(form.question)],
  [20, ({form}) => Math.min(3, offers.filter((offer) => offer.test(form.question)).length)],
  [30, ({form}) => isRepeated(form.question)],
  [25, ({form}) => isGibberish(form.question)],
  // A name or a time of day has no address in it.
  [50, ({form}) => links(form.name) + links(form.when) > 0],
]

export function spamScore(suspect: Suspect): number {
  const sum = signs.reduce((total, [points, isThere]) => total + points * Number(isThere(suspect)), 0)
  return Math.min(100, sum)
}
