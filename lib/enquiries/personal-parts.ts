/**
 * What in a text may say who somebody is: found before a question becomes one that everybody reads. It finds what can be
 * found by its form, and the patient's own name; a story that only one person can tell it does not know. A person reads
 * the text and confirms. Runs in the browser.
 */
import {fold} from '../search/words.ts'

export const partKinds = ['name', 'email', 'address', 'date', 'age', 'number', 'title'] as const
export type PartKind = (typeof partKinds)[number]

export type PersonalPart = {
  readonly kind: PartKind
  readonly start: number
  readonly end: number
  readonly text: string
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre'

/** By form, the surest first: what one has found is not found again by the next. */
const patterns: readonly (readonly [PartKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu],
  ['address', /\b(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{3,}/giu],
  ['date', /\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})\b/gu],
  ['date', new RegExp(String.raw`\b(?:${months})\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+\d{4}\b)?`, 'giu')],
  [
    'date',
    new RegExp(
      String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?:${months})\b(?:,?\s+(?:de\s+)?\d{4}\b)?`,
      'giu',
    ),
  ],
  ['date', new RegExp(String.raw`\b(?:${months})\.?,?\s+(?:de\s+)?\d{4}\b`, 'giu')],
  [
    'age',
    /\b\d{1,3}[\s-]*(?:years?|yrs?|year)[\s-]*old\b|\b\d{1,3}\s*y\/?o\b|\baged?\s+\d{1,3}\b|\b\d{1,3}\s+años\s+de\s+edad\b|\btengo\s+\d{1,3}\s+años\b/giu,
  ],
  // "I'm 54", "I am 54": unless it is a span of time.
  ['age', /\bI(?:['’]m|\s+am|\s+turned)\s+\d{2,3}\b(?!\s*(?:day|week|month|year|hour|minute|percent|%))/giu],
  // Phone, record, insurance and house numbers: four digits and more, as people group them.
  ['number', /(?:\+?\(?\d[\s().-]{0,2}){3,}\d|\b[A-Z]{1,4}-?\d{4,}\b/gu],
  [
    'address',
    /\b\d{1,5}\s+(?:[A-Z][\p{L}]+\s+){1,3}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct)\b/giu,
  ],
  [
    'title',
    /\b(?:Mrs?|Ms|Miss|Dr|Doctor|Prof|Sr|Sra|Dra|Señora?|Don|Doña)\.?\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?/gu,
  ],
  ['title', /\b(?:my name is|mi nombre es|me llamo)\s+[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?/giu],
]

/** In the order of the text, none within another. `asked`: what the patient gave as name, address and number. */
export function personalPartsIn(text: string, asked: {name: string; email: string; phone: string}): PersonalPart[] {
  const found: PersonalPart[] = []
  const add = (kind: PartKind, start: number, end: number) => {
    const trimmed = text.slice(start, end).trimEnd()
    const part = {kind, start, end: start + trimmed.length, text: trimmed}
    if (!found.some((other) => part.start < other.end && other.start < part.end)) found.push(part)
  }
  for (const {start, end} of ownWordsIn(text, asked)) add('name', start, end)
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) add(kind, match.index, match.index + match[0].length)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The patient's own name, part by part, however it is written; and what stands before the "@". */
function ownWordsIn(text: string, {name, email}: {name: string; email: string}) {
  const own = new Set(
    [...name.split(/[\s,.]+/), ...(email.split('@')[0] ?? '').split(/[^\p{L}]+/u)]
      .map(fold)
      .filter((word) => word.length >= 3 && !isEveryday.has(word)),
  )
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)].flatMap((match) => {
    const word = fold(match[0].replace(/['’]s$/, ''))
    return own.has(word) ? [{start: match.index, end: match.index + match[0].length}] : []
  })
}

/** Words of mail addresses that are nobody's name. */
const isEveryday = new Set([
  'the',
  'and',
  'mail',
  'info',
  'contact',
  'back',
  'pain',
  'help',
  'del',
  'los',
  'las',
  'von',
])
