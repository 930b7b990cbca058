/** What makes a text poor or wrong, said to the editor in one sentence. Pure: a value in, `true` or advice out. */
import {brandVerdicts} from '@/lib/brand'
import {parseHex} from '@/lib/colour'
import {canBeMoved} from '@/lib/paths'

type Verdict = true | string

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const countWords = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length

/** 40 to 60 words answer "what is it?" in one breath, and fit search results and share cards. */
export function summaryAdvice(value: unknown): Verdict {
  const words = countWords(textOf(value))
  if (words === 0 || (words >= 40 && words <= 60)) return true
  return `A summary reads best at 40 to 60 words. This one has ${words}.`
}

/** Search results cut longer titles off. */
export function titleAdvice(value: unknown): Verdict {
  const {length} = textOf(value)
  return length <= 60 || `Search engines cut a title off after about 60 characters. This one has ${length}.`
}

export function isQuestion(value: unknown): Verdict {
  const text = textOf(value)
  return (
    text === '' ||
    text.endsWith('?') ||
    'Write it as a question that ends with a question mark, the way a patient would ask it.'
  )
}

/** "1 in 5 people" is understood by more people than "20 %" (NHS digital service manual, Numbers). */
export function percentAdvice(value: unknown): Verdict {
  const percent = /(\d+(?:\.\d+)?)\s*(?:%|percent\b)/i.exec(textOf(value))
  if (!percent) return true
  const share = Number(percent[1])
  const people = share > 0 && share < 100 ? Math.round(100 / share) : 0
  const example =
    people >= 2 && Math.abs(100 / people - share) < 2 ? ` Here: “1 in ${people}”.` : ' For example “1 in 5”.'
  return `Most readers understand “1 in 5 people” better than a percentage.${example}`
}

/** Words that many patients misread unless they are explained (NHS digital service manual, A to Z). */
export function plainWordsAdvice(value: unknown): Verdict {
  const found = /\b(chronic|acute|analgesic|etiology|prognosis)\b/i.exec(textOf(value))
  return !found || `Many readers misunderstand “${found[0]}”. Use a plain word, or explain it right here.`
}

/** Two cards of one level compete with each other; NHS practice is at most one of each. */
export function urgentHelpAdvice(value: unknown): Verdict {
  const levels = (Array.isArray(value) ? value : []).filter(isObject).map(({level}) => level)
  const twice = levels.some((level, index) => level !== undefined && levels.indexOf(level) !== index)
  return !twice || 'Use one card for each level. Two cards of the same level make readers choose between them.'
}

/** A small heading belongs under a heading; screen-reader users move from heading to heading. */
export function headingOrder(value: unknown): Verdict {
  let seenHeading = false
  for (const block of (Array.isArray(value) ? value : []).filter(isObject)) {
    if (block.style === 'h3') seenHeading = true
    if (block.style === 'h4' && !seenHeading)
      return 'A “Small heading” has to come after a “Heading”. Change the first one to “Heading”.'
  }
  return true
}

/** Two sections about the same thing need headings that tell them apart. */
export function sectionAdvice(value: unknown): Verdict {
  const plain = (Array.isArray(value) ? value : []).filter(isObject).filter(({heading}) => textOf(heading) === '')
  const aspects = plain.map(({aspect}) => aspect)
  const twice = aspects.some((aspect, index) => aspect !== undefined && aspects.indexOf(aspect) !== index)
  return !twice || 'Two sections are about the same topic. Give each a heading of its own, or join them.'
}

export function linkTextAdvice(value: unknown): Verdict {
  const vague = /^(click here|here|read more|more|link)$/i
  for (const block of (Array.isArray(value) ? value : []).filter(isObject)) {
    const links = (Array.isArray(block.markDefs) ? block.markDefs : []).filter(isObject).map(({_key}) => _key)
    for (const span of (Array.isArray(block.children) ? block.children : []).filter(isObject)) {
      const isLink = Array.isArray(span.marks) && span.marks.some((mark) => links.includes(mark))
      if (isLink && vague.test(textOf(span.text))) {
        return `“${textOf(span.text)}” does not tell where the link leads. Use words that make sense on their own.`
      }
    }
  }
  return true
}

/** Reviewer and date come together: one without the other claims a review that nobody can check. */
export function reviewIsWhole(value: unknown, today = todayIso()): true | {message: string; path: string[]} {
  if (!isObject(value)) return true
  const {reviewedBy, lastReviewed, nextReviewDue} = value
  const reviewed = textOf(lastReviewed)
  const due = textOf(nextReviewDue)
  if (reviewedBy && !reviewed)
    return {message: 'Add the date of the review, or remove the reviewer.', path: ['lastReviewed']}
  if (!reviewedBy && reviewed) return {message: 'Add who reviewed the page, or remove the date.', path: ['reviewedBy']}
  if (reviewed > today) return {message: 'The date of the review is in the future.', path: ['lastReviewed']}
  if (due && !reviewed)
    return {message: 'A next review needs a last review. Fill in who and when.', path: ['lastReviewed']}
  if (due && due <= reviewed)
    return {message: 'The next review has to come after the last one.', path: ['nextReviewDue']}
  return true
}

/** One word of a group finds all that the others find: with everyday words that is the whole website. */
export function groupAdvice(value: unknown): Verdict {
  const everyday = /^(pain|ache|hurt|help|treatment|back|dolor|ayuda|tratamiento|espalda)$/i
  const found = (Array.isArray(value) ? value : []).map(textOf).find((word) => everyday.test(word))
  return (
    found === undefined || `“${found}” alone is on nearly every page. Use the whole phrase, like “pain after shingles”.`
  )
}

/** A menu entry leads to exactly one place. */
export function hasOneTarget(value: unknown): Verdict {
  if (!isObject(value)) return true
  const targets = [value.page, value.path, value.url].filter(Boolean).length
  if (targets === 1) return true
  return targets === 0
    ? 'Say where this leads: a page, a built-in page, or a web address.'
    : 'Choose one target only and clear the others.'
}

/** Alternative text is asked for as soon as there is an image. */
export function altIsThere(value: unknown, parent: unknown): Verdict {
  if (!isObject(parent) || !parent.asset || textOf(value)) return true
  return 'Describe the image for people who cannot see it.'
}

/** `09:00`, on the 24-hour clock. */
export function isClockTime(value: unknown): Verdict {
  const text = textOf(value)
  return text === '' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) || 'Write the time like 09:00 or 17:30.'
}

/** The end of the day may be a closing time. */
export const isClosingTime = (value: unknown): Verdict => textOf(value) === '24:00' || isClockTime(value)

export function closesAfterOpening(value: unknown): Verdict {
  if (!isObject(value)) return true
  const [opens, closes] = [textOf(value.opens), textOf(value.closes)]
  return (
    !opens ||
    !closes ||
    opens < closes ||
    'The closing time has to be later than the opening time. Write 24:00 for midnight.'
  )
}

/** A colour as the web writes it: six digits, small letters. */
export function isBrandColor(value: unknown): Verdict {
  const text = textOf(value)
  return text === '' || /^#[0-9a-f]{6}$/i.test(text) || 'Write the color like #0a625c, or choose it with the picker.'
}

/** The website shows the nearest readable colour by itself; whoever chose another wants to know. */
export function brandColorAdvice(value: unknown): Verdict {
  const color = parseHex(textOf(value))
  const white = color === null ? undefined : brandVerdicts(color)[0]
  if (!white || white.readable) return true
  const ratio = (Math.floor(white.contrast * 10) / 10).toString()
  return `White words on this color are hard to read (${ratio} to 1; 4.5 is needed). The website shows ${white.instead} instead, the nearest color that can be read.`
}

/** A notice that ends before it begins would never be seen. */
export function endsAfterStart(value: unknown): Verdict | {message: string; path: string[]} {
  if (!isObject(value)) return true
  const [starts, ends] = [Date.parse(textOf(value.startsAt)), Date.parse(textOf(value.endsAt))]
  if (Number.isNaN(starts) || Number.isNaN(ends) || starts < ends) return true
  return {message: 'The end has to be later than the start.', path: ['endsAt']}
}

/** The site shows a notice until its end; "today" is read the next morning too. */
export function noticeTextAdvice(value: unknown): Verdict {
  const found = /\b(today|tomorrow|tonight)\b/i.exec(textOf(value))
  return !found || `Write the day instead of “${found[0]}”: the notice may be read on another day.`
}

/** An old address: a path of this site, as it stands after the domain. */
export function isOldPath(value: unknown): Verdict {
  const text = textOf(value)
  if (text === '') return true
  if (!text.startsWith('/')) return 'Begin with a slash: /old-page'
  if (/[\s?#\\]/.test(text) || text.includes('//')) return 'Use the path only, without spaces, “?” or “#”.'
  if (text.length > 1 && text.endsWith('/'))
    return 'Leave out the slash at the end; the redirect works with and without it.'
  if (text === '/') return 'The home page cannot be redirected.'
  return canBeMoved(text) || 'The website itself uses this address, so a redirect from it would never work.'
}

/** A new address: a path of this site, or a whole https address. */
export function isNewPath(value: unknown): Verdict {
  const text = textOf(value)
  if (text === '') return true
  const fits =
    !/[\s\\]/.test(text) && (/^\/(?!\/)/.test(text) || (/^https:\/\/[^/?#]/i.test(text) && URL.canParse(text)))
  return fits || 'Write a path like /conditions/back-pain, or a whole address that begins with https://'
}

/** Today in the editor's own time zone, as `YYYY-MM-DD`. */
export function todayIso(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
