/** The pieces Markdown is made of (CommonMark, with tables). Texts come in plain and go out escaped. */

/** Characters that could mean something to a reader of Markdown, wherever they stand in a line. */
const marks = /[\\`*_[\]<>|~]/g

/** Plain text within a line. What would begin a list, a heading or a quote at its start is kept from it. */
export const inline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(marks, '\\$&')
    .replace(/^(#{1,6}|[-+=]|\d{1,9}[.)])(?=\s|$)/, (start) => start.replace(/[#\-+=.)]/, '\\$&'))

/** Text that may have several lines: each break of a line stays one. */
export const lines = (text: string): string =>
  text
    .split(/\n+/)
    .map(inline)
    .filter((line) => line !== '')
    .join('  \n')

export const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${inline(text)}`

/** An address may hold brackets and spaces no more than a Markdown link can. */
export const safeTarget = (href: string): string =>
  href.replace(/[()<>\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

export const linkTo = (text: string, href: string): string => `[${inline(text)}](${safeTarget(href)})`

export const imageOf = (alt: string, href: string): string => `![${inline(alt)}](${safeTarget(href)})`

/** What is Markdown already, as a list; further lines of an item are set in below it. */
export const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${item.replace(/\n(?!\n)/g, '\n  ')}`).join('\n')

export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item.replace(/\n(?!\n)/g, '\n   ')}`).join('\n')

export const quote = (text: string): string => text.replace(/^/gm, '> ').replace(/^> $/gm, '>')

export const strong = (text: string): string => `**${inline(text)}**`

const row = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`

/** A table; Markdown knows none without a head, so one without has an empty one. */
export function table(head: readonly string[] | null, body: readonly (readonly string[])[]): string {
  const width = Math.max(head?.length ?? 0, ...body.map((cells) => cells.length))
  const filled = (cells: readonly string[]) => Array.from({length: width}, (_cell, at) => cells[at] ?? '')
  return [row(filled(head ?? [])), `|${' --- |'.repeat(width)}`, ...body.map((cells) => row(filled(cells)))].join('\n')
}

/** Blocks below each other, with the empty line that Markdown wants between them; what is missing leaves no gap. */
export const blocks = (...parts: readonly (string | null | false | undefined)[]): string =>
  parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '').join('\n\n')
