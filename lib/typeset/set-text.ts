/** Sets a text into a box: which size, which lines. Nothing is ever cut off at an edge. */
import type {Font} from './font.ts'

export type Box = Readonly<{
  /** Pixels. */
  width: number
  height: number
  /** Font sizes to choose from, in pixels, the largest first. */
  sizes: readonly [number, ...number[]]
  /** Height of a line as a share of the font size. */
  leading: number
  /** Added to the width of each character, as a share of the font size. */
  tracking?: number
}>

export type SetText = Readonly<{size: number; lines: readonly string[]}>

/** What stands for letters that a font lacks: better a plain sign than a gap. */
const stands: Record<string, string> = {'≥': '>=', '≤': '<=', '→': '–', '‑': '-', '‐': '-', '\t': ' '}

/** The text with what the font can draw, its gaps one space each; other signs and scripts are left out. */
export function drawable(text: string, font: Font): string {
  const known = [...text.normalize('NFC').replace(/\s+/g, ' ')].map((character) => {
    if (font.has(character)) return character
    const stand = stands[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '')
    return [...stand].every((each) => font.has(each)) ? stand : ' '
  })
  return known.join('').replace(/ +/g, ' ').trim()
}

/**
 * In the largest size in which the whole text fits without breaking a word; else in the smallest, with long words
 * broken and the end cut by "…". Lines are of like length. `text` has to be `drawable`.
 */
export function setText(text: string, font: Font, box: Box): SetText {
  for (const size of box.sizes) {
    const lines = wrapped(text, box.width, (part) => widthOf(part, font, size, box), false)
    if (lines && fits(lines, size, box)) return {size, lines: balanced(lines, text, font, size, box)}
  }
  const size = box.sizes.at(-1) ?? box.sizes[0]
  const measure = (part: string) => widthOf(part, font, size, box)
  const lines = wrapped(text, box.width, measure, true) ?? []
  if (fits(lines, size, box)) return {size, lines}
  const shown = lines.slice(0, Math.max(1, Math.floor(box.height / (size * box.leading))))
  const last = shorten(shown.at(-1) ?? '', (part) => measure(`${part}…`) <= box.width)
  return {size, lines: [...shown.slice(0, -1), `${last}…`]}
}

const fits = (lines: readonly string[], size: number, {height, leading}: Box): boolean =>
  lines.length * size * leading <= height

function widthOf(text: string, font: Font, size: number, {tracking = 0}: Box): number {
  let width = 0
  for (const character of text) width += font.widthOf(character) + tracking
  return width * size
}

type Measure = (text: string) => number

/** The text in lines no wider than `width`; null where a word is wider and may not be broken. */
function wrapped(text: string, width: number, measure: Measure, mayBreak: boolean): string[] | null {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (measure(line) > width) {
      if (!mayBreak) return null
      const part = shorten(line, (start) => measure(start) <= width) || [...line].slice(0, 1).join('')
      lines.push(part)
      line = line.slice(part.length)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** The longest beginning that passes; every shorter one passes too. */
function shorten(text: string, passes: (start: string) => boolean): string {
  const characters = [...text]
  const start = (length: number) => characters.slice(0, length).join('')
  let [short, long] = [0, characters.length]
  while (short < long) {
    const middle = Math.ceil((short + long) / 2)
    if (passes(start(middle))) short = middle
    else long = middle - 1
  }
  return start(short).trimEnd()
}

/** The same number of lines in the narrowest box, so that none holds a single word. */
function balanced(lines: readonly string[], text: string, font: Font, size: number, box: Box): readonly string[] {
  const measure: Measure = (part) => widthOf(part, font, size, box)
  let [narrow, wide] = [box.width / 2, box.width]
  let best = lines
  while (wide - narrow > 4) {
    const width = (narrow + wide) / 2
    const tried = wrapped(text, width, measure, false)
    if (tried && tried.length <= lines.length) [best, wide] = [tried, width]
    else narrow = width
  }
  return best
}
