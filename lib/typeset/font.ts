/**
 * What a font file can draw, and how wide: read from the file itself, so that text can be set before it is drawn.
 *
 * Reads WOFF 1.0 (https://www.w3.org/TR/WOFF/) and of its tables `cmap`, `head`, `hhea` and `hmtx`. Kerning is left out:
 * it makes text narrower, hardly ever wider.
 */
import {inflateSync} from 'node:zlib'

export type Font = Readonly<{
  /** Can it draw this character? */
  has: (character: string) => boolean
  /** The width of a character, as a share of the font size; 0 for one that it cannot draw. */
  widthOf: (character: string) => number
}>

/** Throws where the bytes are no WOFF font. */
export function readFont(woff: Buffer): Font {
  const tables = tablesOf(woff)
  const table = (tag: string): Buffer => {
    const found = tables.get(tag)
    if (!found) throw new Error(`The font has no table "${tag}".`)
    return found
  }
  const unitsPerEm = table('head').readUInt16BE(18)
  const measured = table('hhea').readUInt16BE(34)
  const metrics = table('hmtx')
  const glyphs = glyphsIn(table('cmap'))
  const advance = (glyph: number) => metrics.readUInt16BE(Math.min(glyph, measured - 1) * 4) / unitsPerEm
  const glyphOf = (character: string) => glyphs.get(character.codePointAt(0) ?? 0) ?? 0
  return {
    has: (character) => glyphOf(character) !== 0,
    widthOf: (character) => {
      const glyph = glyphOf(character)
      return glyph === 0 ? 0 : advance(glyph)
    },
  }
}

/** Several files as one font: each character comes from the first file that has it. */
export function joined(fonts: readonly Font[]): Font {
  const of = (character: string) => fonts.find((font) => font.has(character))
  return {
    has: (character) => of(character) !== undefined,
    widthOf: (character) => of(character)?.widthOf(character) ?? 0,
  }
}

function tablesOf(woff: Buffer): Map<string, Buffer> {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF font.')
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < woff.readUInt16BE(12); index++) {
    const entry = 44 + index * 20
    const start = woff.readUInt32BE(entry + 4)
    const length = woff.readUInt32BE(entry + 8)
    const packed = woff.subarray(start, start + length)
    const isPacked = length < woff.readUInt32BE(entry + 12)
    tables.set(woff.toString('latin1', entry, entry + 4), isPacked ? inflateSync(packed) : packed)
  }
  return tables
}

/** Code point → glyph, from every segment of the Unicode tables that are written in format 4 or 12. */
function glyphsIn(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 4) readSegments(cmap.subarray(at), glyphs)
    if (format === 12) readGroups(cmap.subarray(at), glyphs)
  }
  return glyphs
}

function readSegments(table: Buffer, glyphs: Map<number, number>): void {
  const double = table.readUInt16BE(6)
  const [ends, starts] = [14, 16 + double]
  const [deltas, offsets] = [starts + double, starts + 2 * double]
  for (let segment = 0; segment < double; segment += 2) {
    const end = table.readUInt16BE(ends + segment)
    const start = table.readUInt16BE(starts + segment)
    const delta = table.readUInt16BE(deltas + segment)
    const offset = table.readUInt16BE(offsets + segment)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const direct = offset === 0 ? code : table.readUInt16BE(offsets + segment + offset + (code - start) * 2)
      const glyph = direct === 0 ? 0 : (direct + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

function readGroups(table: Buffer, glyphs: Map<number, number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + group * 12
    const [start, end, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)]
    for (let code = start; code <= end; code++) glyphs.set(code, glyph + code - start)
  }
}
