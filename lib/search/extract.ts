/** The words of a page that a question is about, cut out with the hits marked. */
import type {Language} from '../language.ts'
import {wordsOf} from './words.ts'

/** A stretch of text as the document has it; `hit` where it answers the question. */
export type Piece = Readonly<{text: string; hit: boolean}>

export type Extract = Readonly<{
  pieces: readonly Piece[]
  /** Is there more of the text before it, after it? */
  cutBefore: boolean
  cutAfter: boolean
}>

/** Which part of the question a term of the text answers; undefined where it answers none. */
export type PartOf = (term: string) => number | undefined

type Hit = Readonly<{start: number; end: number; part: number}>

/** About two lines on a wide screen. Characters. */
const room = 210

export function hitsIn(text: string, partOf: PartOf, language: Language): Hit[] {
  const hits: Hit[] = []
  for (const {start, end, term} of wordsOf(text, language)) {
    const part = partOf(term)
    if (part === undefined) continue
    const last = hits.at(-1)
    // A pair with a hyphen covers its two words again.
    if (last && start < last.end) hits[hits.length - 1] = {...last, start: Math.min(last.start, start), end}
    else hits.push({start, end, part})
  }
  return hits
}

/** The whole text in pieces: for a title or another name. */
export function marked(text: string, partOf: PartOf, language: Language): Piece[] {
  return piecesOf(text, 0, text.length, hitsIn(text, partOf, language))
}

/** The stretch that answers most parts of the question, begun at a sentence where one begins near. */
export function extractOf(text: string, hits: readonly Hit[]): Extract {
  if (text.length <= room * 1.25) {
    return {pieces: piecesOf(text, 0, text.length, hits), cutBefore: false, cutAfter: false}
  }
  const first = bestStart(hits)
  const start = beginning(text, first)
  const end = ending(text, start)
  return {
    pieces: piecesOf(text, start, end, hits),
    cutBefore: start > 0,
    cutAfter: end < text.length,
  }
}

/** How much a run of hits says: different parts of the question count more than one part again and again. */
export const worthOf = (hits: readonly Hit[]): number =>
  new Set(hits.map(({part}) => part)).size * 10 + Math.min(hits.length, 5)

function bestStart(hits: readonly Hit[]): number {
  let best = {start: 0, worth: -1}
  hits.forEach(({start}, index) => {
    // Hits are in order: the first that does not fit ends the stretch. A long text may be full of them.
    let past = index
    while ((hits[past]?.end ?? Number.POSITIVE_INFINITY) <= start + room) past++
    const worth = worthOf(hits.slice(index, past))
    if (worth > best.worth) best = {start, worth}
  })
  return best.start
}

/** Where the extract begins: at its sentence if that is near, else some words ahead of the first hit. */
function beginning(text: string, first: number): number {
  const reach = Math.max(0, first - 90)
  const ahead = text.slice(reach, first)
  const sentence = Math.max(
    ...[...ahead.matchAll(/(?:[.!?…]|\n)\s+/g)].map((match) => match.index + match[0].length),
    -1,
  )
  if (sentence >= 0) return reach + sentence
  if (reach === 0) return 0
  const near = Math.max(0, first - 45)
  const space = text.indexOf(' ', near)
  return space >= 0 && space < first ? space + 1 : first
}

function ending(text: string, start: number): number {
  const limit = start + room
  if (limit >= text.length) return text.length
  const sentence = /^[\s\S]*[.!?…](?=\s)/.exec(text.slice(start, limit + 1))?.[0].length ?? 0
  if (sentence > room * 0.6) return start + sentence
  const space = text.lastIndexOf(' ', limit)
  return space > start ? space : wholeCharacter(text, limit)
}

/** A character of two units is not cut in half. */
const wholeCharacter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at)

function piecesOf(text: string, from: number, to: number, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const {start, end} of hits) {
    if (start < at || end > to) continue
    const between = text.slice(at, start)
    const last = pieces.at(-1)
    // Hits side by side are one: "back pain", not "back" and "pain".
    if (last?.hit && between.trim() === '')
      pieces[pieces.length - 1] = {text: last.text + text.slice(at, end), hit: true}
    else {
      if (between !== '') pieces.push({text: between, hit: false})
      pieces.push({text: text.slice(start, end), hit: true})
    }
    at = end
  }
  if (at < to) pieces.push({text: text.slice(at, to), hit: false})
  return pieces
}
