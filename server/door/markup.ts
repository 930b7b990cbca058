/**
 * Reads the tags of an HTML document, one after the other, as a browser's tokenizer finds them: attributes in every
 * spelling, comments, and elements whose content is text whatever it looks like (a `<script>` in a script is none).
 *
 * It is made for documents that a program wrote. Where one is not plain (something without an end, a construction that
 * browsers repair by rules of their own) it throws a `MarkupError`: no answer is better than a wrong one.
 */

export class MarkupError extends Error {
  override readonly name = 'MarkupError'
}

/** Where something begins and ends in the document: `html.slice(from, to)`. */
type Place = {readonly from: number; readonly to: number}

/** A start tag; of an element that holds text only, the whole element, with its text. */
export type Tag = Place & {
  readonly kind: 'tag'
  /** In small letters, as are the names of attributes. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Of a script, style, title or textarea, as it is written. Empty otherwise. */
  readonly text: string
}

export type EndTag = Place & {readonly kind: 'end'; readonly name: string}
export type Comment = Place & {readonly kind: 'comment'; readonly text: string}
export type Part = Tag | EndTag | Comment

const textOnly: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea'])
/** Elements with rules of their own that nothing here writes. */
const strange: ReadonlySet<string> = new Set(['plaintext', 'xmp', 'iframe', 'noembed', 'noframes', 'frameset'])

const startOfTag = /<(\/?)([a-z][^\s/>]*)/iy
const space = /[\s/]*/y
const attributeName = /[^\s/>=]+/y
const attributeValue = /\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/y

/** Every tag and comment, in order. */
export function* partsOf(html: string): Generator<Part> {
  let at = 0
  for (;;) {
    const from = html.indexOf('<', at)
    if (from < 0) return
    const part = partAt(html, from)
    at = part?.to ?? from + 1
    if (part && part.kind !== 'doctype') yield part
  }
}

function partAt(html: string, from: number): Part | (Place & {kind: 'doctype'}) | null {
  if (html.startsWith('<!--', from)) return commentAt(html, from)
  if (/^<!doctype[\s>]/i.test(html.slice(from, from + 10))) return {kind: 'doctype', from, to: after(html, '>', from)}
  if (html.startsWith('<!', from) || html.startsWith('<?', from)) throw unexpected(html, from)
  const [opening, slash, written = ''] = match(startOfTag, html, from) ?? []
  // "3 < 4" is text.
  if (opening === undefined) return null
  const name = written.toLowerCase()
  const {attributes, to} = attributesAt(html, from + opening.length)
  if (slash) return {kind: 'end', name, from, to}
  if (strange.has(name)) throw unexpected(html, from)
  const start: Tag = {kind: 'tag', name, attributes, text: '', from, to}
  return textOnly.has(name) ? withText(html, start) : start
}

function commentAt(html: string, from: number): Comment {
  const end = html.indexOf('-->', from + 4)
  // Browsers end "<!-->" and "--!>" early, each by a rule of its own.
  if (end < 0 || /^(?:>|->)/.test(html.slice(from + 4, from + 6))) throw unexpected(html, from)
  const text = html.slice(from + 4, end)
  if (text.includes('--!>')) throw unexpected(html, from)
  return {kind: 'comment', text, from, to: end + 3}
}

function attributesAt(html: string, start: number): {attributes: Map<string, string>; to: number} {
  const attributes = new Map<string, string>()
  let at = start
  for (;;) {
    at += match(space, html, at)?.[0].length ?? 0
    if (html[at] === '>') return {attributes, to: at + 1}
    const [name] = match(attributeName, html, at) ?? []
    if (name === undefined || /["'<]/.test(name)) throw unexpected(html, at)
    at += name.length
    const [assigned = '', ...values] = match(attributeValue, html, at) ?? []
    at += assigned.length
    // Of an attribute that is written twice the first counts.
    if (!attributes.has(name.toLowerCase())) {
      attributes.set(name.toLowerCase(), decoded(values.find((value) => value !== undefined) ?? ''))
    }
  }
}

function withText(html: string, start: Tag): Tag {
  const closing = new RegExp(`</${start.name}(?=[\\s/>])[^>]*>`, 'ig')
  closing.lastIndex = start.to
  const end = closing.exec(html)
  if (!end) throw unexpected(html, start.from)
  const text = html.slice(start.to, end.index)
  // After "<!--" a script may go on beyond its own closing tag.
  if (start.name === 'script' && text.includes('<!--')) throw unexpected(html, start.from)
  return {...start, text, to: end.index + end[0].length}
}

function match(pattern: RegExp, html: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(html)
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  if (at < 0) throw unexpected(html, from)
  return at + mark.length
}

const named: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** An attribute's value as the browser has it, for the escapes that programs write. */
const decoded = (value: string): string =>
  value.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )

const unexpected = (html: string, at: number): MarkupError =>
  new MarkupError(`cannot be read at "${html.slice(at, at + 40).replaceAll(/\s+/g, ' ')}"`)
