/**
 * QR codes for posters, leaflets and printed pages, as plain shapes: no picture to load, sharp at any size.
 *
 * Level M stands a scratched or folded leaflet; the quiet zone of four modules is what readers need around a code
 * (ISO/IEC 18004).
 */
import QRCode from 'qrcode'
import {escapeXml} from './seo/xml.ts'

export const quietZone = 4

export type QrCode = Readonly<{
  /** Width and height of the drawing in modules, the quiet zone included. */
  size: number
  /** The `d` of one path that draws every dark module, in a view box of `0 0 size size`. */
  path: string
}>

/** The code of a text, most often an address. Throws where the text is empty or longer than a code can hold (2 kB). */
export function qrCode(text: string): QrCode {
  const {modules} = QRCode.create(text, {errorCorrectionLevel: 'M'})
  const strokes: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const start = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      // A run of dark modules is one rectangle: fewer bytes, and no hairlines between them in print.
      strokes.push(`M${start + quietZone} ${row + quietZone}h${column - start + 1}v1H${start + quietZone}z`)
    }
  }
  return {size: modules.size + 2 * quietZone, path: strokes.join('')}
}

/**
 * The same as a file of its own: black on white whatever it is laid upon, because many readers fail on a light code on a
 * dark ground. `label` is what a screen reader says of it.
 */
export function qrSvg(text: string, {label}: {label?: string} = {}): string {
  const {size, path} = qrCode(text)
  const name = label ? `role="img" aria-label="${escapeXml(label)}"` : 'aria-hidden="true"'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" shape-rendering="crispEdges" ${name}>`,
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/>`,
    `<path d="${path}"/>`,
    '</svg>',
    '',
  ].join('')
}
