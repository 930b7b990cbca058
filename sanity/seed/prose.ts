/**
 * Running text for the sample clinic: Markdown in the source, Portable Text in the lake.
 *
 * Keys are counted, not drawn, so that the same text is the same document on every machine. Anything the clinic's text
 * fields do not know (a quotation, code, an image) is refused here, where its author sees it.
 */
import {markdownToPortableText} from '@portabletext/markdown'
import {
  type AdviceKind,
  type CalloutTone,
  type HelpLanguage,
  proseMarks,
  proseStyles,
  type UrgencyLevel,
} from '../vocabulary.ts'

type Span = {_type: 'span'; _key: string; text: string; marks: string[]}
type LinkMark = {_type: 'link'; _key: string; href: string}
type InternalLinkMark = {_type: 'internalLink'; _key: string; reference: {_type: 'reference'; _ref: string}}

/** A paragraph, a heading or an entry of a list. */
export type TextBlock = {
  _type: 'block'
  _key: string
  style: string
  listItem?: string
  level?: number
  children: Span[]
  markDefs: (LinkMark | InternalLinkMark)[]
}

/** A block without its key, as an author writes it; `prose` numbers it. */
type Unkeyed =
  | {_type: 'callout'; tone: CalloutTone; title?: string; text: string}
  | {_type: 'adviceList'; kind: AdviceKind; heading?: string; items: string[]}
  | {_type: 'languageNotice'; language: HelpLanguage; text: string}
  | {_type: 'table'; caption?: string; headerRow: boolean; rows: TableRow[]}
type TableRow = {_type: 'tableRow'; _key: string; cells: string[]}

export type ProseBlock = TextBlock | (Unkeyed & {_key: string})

/** A card that tells a patient how soon to act. */
export type UrgentHelp = {
  _type: 'urgentHelp'
  _key: UrgencyLevel
  level: UrgencyLevel
  heading: string
  items: string[]
  note?: string
}

/**
 * Text for a `prose` field: Markdown (paragraphs, `###` and `####` headings, lists, `**strong**`, `*em*`, links to
 * `https://…` and to our own documents as `ref:condition-sciatica`) with blocks between.
 */
export function prose(...parts: (string | Unkeyed)[]): ProseBlock[] {
  return parts.flatMap((part, index): ProseBlock[] =>
    typeof part === 'string' ? markdown(part, `p${index}`) : [{...part, _key: `p${index}`}],
  )
}

/** Text for a `shortProse` field: paragraphs and lists without headings. */
export function shortProse(text: string): TextBlock[] {
  const blocks = markdown(text, 'p')
  const heading = blocks.find(({style}) => style !== 'normal')
  if (heading) throw new Error(`A short text has no headings, but here is one: ${plainText(heading)}`)
  return blocks
}

/** One paragraph, character for character: for words that are not ours to touch. */
export function verbatim(text: string): TextBlock {
  return {
    _type: 'block',
    _key: 'p0',
    style: 'normal',
    children: [{_type: 'span', _key: 'p0s', text, marks: []}],
    markDefs: [],
  }
}

export const callout = (tone: CalloutTone, title: string, text: string): Unkeyed => ({
  _type: 'callout',
  tone,
  title,
  text,
})

export const advice = (kind: AdviceKind, items: string[]): Unkeyed => ({_type: 'adviceList', kind, items})

/** The offer of help in one language. */
export const languageNotice = (language: HelpLanguage, text: string): Unkeyed => ({
  _type: 'languageNotice',
  language,
  text,
})

/** A table; its first row is the header. */
export const table = (caption: string, rows: string[][]): Unkeyed => ({
  _type: 'table',
  caption,
  headerRow: true,
  rows: rows.map((cells, index) => ({_type: 'tableRow', _key: `r${index}`, cells})),
})

/** The words of a block, without marks. */
export function plainText(block: TextBlock): string {
  return block.children.map(({text}) => text).join('')
}

function markdown(text: string, prefix: string): TextBlock[] {
  let count = 0
  const blocks = markdownToPortableText(withoutIndent(text), {keyGenerator: () => `${prefix}k${count++}`})
  return blocks.map(textBlock)
}

const styles: readonly string[] = proseStyles.map(({value}) => value)
const marks: readonly string[] = proseMarks.map(({value}) => value)

type ParsedBlock = ReturnType<typeof markdownToPortableText>[number]

/** The parser's block as ours, or an error that quotes it. */
function textBlock(block: ParsedBlock): TextBlock {
  const refuse = (what: string) => new Error(`The sample clinic's text cannot hold ${what}: ${JSON.stringify(block)}`)
  if (block._type !== 'block' || !Array.isArray(block.children)) throw refuse(`a ${block._type}`)
  if (!isText(block.style) || !styles.includes(block.style)) throw refuse(`the style ${block.style}`)
  const markDefs = (Array.isArray(block.markDefs) ? block.markDefs : []).map(linkMark)
  const known = [...marks, ...markDefs.map(({_key}) => _key)]
  const children = block.children.map((child): Span => {
    if (child._type !== 'span' || !isText(child.text)) throw refuse(`an inline ${child._type}`)
    const unknown = (child.marks ?? []).find((mark: string) => !known.includes(mark))
    if (unknown) throw refuse(`the mark ${unknown}`)
    return {_type: 'span', _key: child._key, text: child.text, marks: child.marks ?? []}
  })
  return {
    _type: 'block',
    _key: block._key,
    style: block.style,
    ...(isText(block.listItem) && {listItem: block.listItem, level: Number(block.level ?? 1)}),
    children,
    markDefs,
  }
}

function linkMark({_key, href}: {_key: string; href?: unknown}): LinkMark | InternalLinkMark {
  if (!isText(href)) throw new Error(`A link in the sample clinic leads nowhere (${_key}). Give it an address.`)
  const id = /^ref:(.+)$/.exec(href)?.[1]
  return id ? {_type: 'internalLink', _key, reference: {_type: 'reference', _ref: id}} : {_type: 'link', _key, href}
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Takes off the indentation that every line of a template string shares. */
function withoutIndent(text: string): string {
  const lines = text.split('\n')
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length)
  // The first line follows the opening quote directly, so its missing indentation says nothing.
  const shared = Math.min(...(lines[0]?.trim() ? indents.slice(1) : indents), Number.MAX_SAFE_INTEGER)
  return lines.map((line) => line.slice(Math.min(shared, line.length - line.trimStart().length))).join('\n')
}
