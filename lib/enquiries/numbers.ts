/**
 * Notices numbers in a question that nobody should send: social-security, card, medical-record and insurance numbers. It
 * warns and never decides: the patient may send the question as it is. Pure.
 */

export type PrivateNumber = 'socialSecurity' | 'card' | 'record' | 'insurance'

/** What a number stands behind: "my member ID is", "expediente núm.". A few words may stand between. */
const behind = (words: string) =>
  new RegExp(
    String.raw`(?<!\p{L})(?:${words})(?!\p{L})(?:[\s:#.,=]+(?:is|was|es|era|id|no|number|num|núm|número|nr|de|del|my|mi)){0,3}[\s:#.,=№º]*(?<number>[\p{L}\d][\p{L}\d-]{3,})`,
    'giu',
  )

const recordWords =
  'mrn|(?:medical|health|patient|chart)[ -](?:record|chart|id)|record|chart|expediente|historia cl[ií]nica|r[eé]cord'
const insuranceWords =
  'insurance|member|subscriber|policy|group|medicare|medicaid|plan|seguro|p[oó]liza|afiliad[oa]|miembro|asegurad[oa]'
const socialWords = 'ssn|social(?: security)?|seguro social'

/** `123-45-6789`, with spaces too. Groups that are never given out (000, 666, 9xx) are somebody's order number. */
const socialSecurity = /(?<![\d-])(?!000|666|9)\d{3}(?:-\d{2}-| \d{2} )(?!0000)\d{4}(?![\d-])/u
const nineDigits = /^\d{9}$/
/** 13 to 19 digits, in groups or not. */
const cardShape = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/gu
/** The number of a Medicare card (CMS: eleven places, never the letters S, L, O, I, B, Z). */
const medicare =
  /(?<![\p{L}\d])[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\p{L}\d])/iu

/** The check digit of payment cards (ISO/IEC 7812, Luhn). */
function isCard(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].reverse().map(Number)
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0 && new Set(digits).size > 1
}

/** A phone number or a date behind such a word is none of these: "my insurance said to call 512-555-0142". */
const isOtherNumber = (number: string): boolean =>
  /^\(?\d{3}\)?-?\d{3}-\d{4}$/.test(number) ||
  /^\d{4}-\d{2}-\d{2}$|^(?:19|20)\d{2}$|^\d{1,2}-\d{1,2}-\d{2,4}$/.test(number)

function hasNumberBehind(text: string, words: string, fewestDigits: number): boolean {
  return [...text.matchAll(behind(words))].some(({groups}) => {
    const number = groups?.number ?? ''
    return number.replace(/\D/g, '').length >= fewestDigits && !isOtherNumber(number)
  })
}

const isSocialSecurityNamed = (text: string): boolean =>
  [...text.matchAll(behind(socialWords))].some(({groups}) =>
    nineDigits.test((groups?.number ?? '').replaceAll('-', '')),
  )

/** Each kind, the most private first, and how it is noticed. */
const kinds: readonly (readonly [kind: PrivateNumber, isIn: (text: string) => boolean])[] = [
  ['socialSecurity', (text) => socialSecurity.test(text) || isSocialSecurityNamed(text)],
  ['card', (text) => (text.match(cardShape) ?? []).some(isCard)],
  ['insurance', (text) => medicare.test(text) || hasNumberBehind(text, insuranceWords, 5)],
  ['record', (text) => hasNumberBehind(text, recordWords, 4)],
]

/** The most private kind of number that seems to be in a text; null: none. */
export const privateNumberIn = (text: string): PrivateNumber | null => kinds.find(([, isIn]) => isIn(text))?.[0] ?? null
