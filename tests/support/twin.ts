/** Holds a page against its Markdown twin. */
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'

/** Parts of a page that lead on or hand on, and say nothing of its own: how to ask, how to share. */
const frame = [
  /<(nav|form|script|svg|button)\b[\s\S]*?<\/\1>/g,
  /<([a-z]+)[^>]*data-screen-only[\s\S]*?<\/\1>/g,
  /<section\b[^>]*>\s*<h2 id="(?:share|have-a-question)"[\s\S]*?<\/section>/g,
]

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

const entities: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"}
const plain = (html: string): string => html.replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole)

/** Words of the site's own that a twin does without: where links lead, and how to choose on a drawing. */
function signpostsIn(language: Language): string[] {
  const {chrome, home, bodyMap, conditions, handout, locations} = labelsFor(language)
  return [
    chrome.newTab,
    chrome.callNumber(''),
    home.conditionsAll,
    home.treatmentsAll,
    home.peopleAll,
    home.locationsAll,
    bodyMap.text,
    bodyMap.toList,
    conditions.byRegion,
    locations.map,
    handout.newest,
  ]
    .map(letters)
    .toSorted((one, other) => other.length - one.length)
}

/** A text without the words of a signpost at its beginning or end. */
function withoutSignposts(text: string, signposts: readonly string[]): string {
  const found = signposts.find((words) => text.startsWith(words) || text.endsWith(words))
  if (!found) return text
  return text.startsWith(found) ? text.slice(found.length) : text.slice(0, -found.length)
}

/** The texts in a page's main part that its twin does not have. Letters of an index stand for themselves. */
export function twinGaps(html: string, markdown: string, language: Language): string[] {
  const signposts = signpostsIn(language)
  const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? []
  const twin = letters(markdown)
  return frame
    .reduce((rest, pattern) => rest.replace(pattern, ' '), main.replace(/<!--.*?-->/g, ''))
    .split(/<[^>]*>/)
    .map((text) => plain(text).trim())
    .filter((text) => letters(text).length > 1 && !twin.includes(letters(text)))
    .filter((text) => !twin.includes(withoutSignposts(letters(text), signposts)))
}
