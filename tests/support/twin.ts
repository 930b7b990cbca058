/** Holds a page against its Markdown twin. */
import {labelsFor} from '@/lib/labels'

/** Parts of a page that lead on or hand on, and say nothing of its own. */
const frame = /<(nav|form|script|svg|button)\b[\s\S]*?<\/\1>|<([a-z]+)[^>]*data-screen-only[\s\S]*?<\/\2>/g

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

const entities: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"}
const plain = (html: string): string => html.replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole)

const wordsOf = (table: unknown): string[] =>
  typeof table === 'string'
    ? [table]
    : typeof table === 'object' && table !== null
      ? Object.values(table).flatMap(wordsOf)
      : []

/** Words of the site's frame: how to ask, share and move on. The twin needs none of them. */
const {question, share, chrome, faqs, facts, page} = labelsFor('en')
const framing = letters([question, share, chrome, faqs.link, facts.link, page.onThisPage].flatMap(wordsOf).join(' '))

/** The texts in a page's main part that its twin does not have. */
export function twinGaps(html: string, markdown: string): string[] {
  const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? []
  const twin = letters(markdown)
  return main
    .replace(frame, ' ')
    .replace(/<!--.*?-->/g, '')
    .split(/<[^>]*>/)
    .map((text) => plain(text).trim())
    .filter((text) => letters(text) !== '' && !twin.includes(letters(text)) && !framing.includes(letters(text)))
}
