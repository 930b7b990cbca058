/** XML, written by hand: a sitemap, a feed and a drawing need no more than escaping. */

const escapes: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;'}

/** Characters that XML 1.0 cannot hold at all, not even escaped: control characters but for tab and line ends. */
const unspeakable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

export const escapeXml = (text: string): string =>
  text.replace(unspeakable, '').replace(/[&<>"']/g, (character) => escapes[character] ?? character)

type Attributes = Readonly<Record<string, string>>

/** `<name attribute="…">text</name>`; without a text, an empty element. */
export function element(name: string, text: string | null, attributes: Attributes = {}): string {
  const inside = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const start = `<${name}${inside.join('')}`
  return text === null ? `${start}/>` : `${start}>${escapeXml(text)}</${name}>`
}

/** The same around further lines. */
export const group = (name: string, lines: readonly string[], attributes: Attributes = {}): string =>
  [element(name, null, attributes).replace(/\/>$/, '>'), ...lines.map((line) => `  ${line}`), `</${name}>`].join('\n')

export const document = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
