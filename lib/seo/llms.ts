/**
 * `llms.txt` (llmstxt.org): what the site is and where its pages are as Markdown, for programs that read it for somebody.
 * A title, a summary in a quote, and lists of links under headings.
 */
import {labelsFor} from '../labels.ts'
import type {Language} from '../language.ts'
import {type AddressedType, pathFor, pathIn} from '../paths.ts'
import {absoluteUrl} from '../site'
import {excerpt} from './excerpt.ts'
import {twinPath} from './twin.ts'

type Listed = Readonly<{_type: AddressedType; language: Language; slug: string; title: string; summary: string}>

type Site = Readonly<{name: string; tagline: string | null; phone: string; emergencyText: string}>

/** Some words on each page; the twin has them all. Characters. */
const noteLimit = 200

const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[[\]\\]/g, '\\$&')
    .trim()

const linkLine = (path: string, title: string, note: string): string => {
  const link = `- [${plain(title)}](${absoluteUrl(twinPath(path))})`
  return note === '' ? link : `${link}: ${plain(excerpt(note, noteLimit))}`
}

export function llmsText(language: Language, site: Site, pages: readonly Listed[]): string {
  const labels = labelsFor(language)
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')]
  const of = (type: AddressedType) =>
    pages.filter(({_type}) => _type === type).map((page) => linkLine(pathFor(page), page.title, page.summary))
  const contact = linkLine(pathIn(language, '/contact'), labels.contact.title, labels.contact.summary)
  return `${[
    `# ${plain(site.name)}`,
    `> ${plain([site.tagline, labels.llms.summary].filter(Boolean).join('. ').replace('..', '.'))}`,
    plain(`${labels.llms.advice} ${site.emergencyText}`),
    ...(pages.length === 0 ? [plain(labels.llms.empty)] : []),
    ...section(labels.conditions.title, of('condition')),
    ...section(labels.treatments.title, of('treatment')),
    ...section(labels.questions.title, of('faq')),
    ...section(labels.facts.title, of('fact')),
    ...section(labels.people.title, of('person')),
    ...section(labels.locations.title, [...of('location'), contact]),
    // The one heading that the format itself knows: what may be left out where room is short.
    ...section('Optional', of('page')),
  ].join('\n\n')}\n`
}
