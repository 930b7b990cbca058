import type {Piece} from '@/lib/search/extract'

/** Text with the words that were searched for marked. Pieces of text, never HTML. */
export const Pieces = ({pieces}: {pieces: readonly Piece[]}) =>
  keyed(pieces).map(({key, text, hit}) => (hit ? <mark key={key}>{text}</mark> : text))

/** Where a piece stands in the text tells it from every other. */
function keyed(pieces: readonly Piece[]): (Piece & {key: number})[] {
  let at = 0
  return pieces.map((piece) => {
    const key = at
    at += piece.text.length
    return {...piece, key}
  })
}
