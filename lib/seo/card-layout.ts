/**
 * Where the words of a share card stand, and how large: worked out from the fonts before anything is drawn, so that the
 * longest title neither runs out of the card nor loses letters at its edge. Pixels.
 */
import {labelsFor} from '../labels.ts'
import type {Font} from '../typeset/font.ts'
import {drawable, type SetText, setText} from '../typeset/set-text.ts'
import type {Card} from './card.ts'

/** Several networks cut the card to a square: every word stands within the middle 630 pixels, with some air. */
export const cardText = {width: 580, height: 530} as const

export type CardFonts = Readonly<{regular: Font; bold: Font}>

export type CardLayout = Readonly<{
  kind: SetText
  /** Null on a card without a number. */
  figure: Readonly<{value: SetText; label: SetText | null}> | null
  title: SetText | null
  siteName: SetText
}>

export const leading = {figure: 1, title: 1.12, text: 1.3} as const
export const tracking = {figure: -0.045, title: -0.025, text: 0} as const

const kindBox = {width: cardText.width, height: 44, sizes: [32, 28, 24], leading: leading.text} as const
const siteBox = {height: 88, sizes: [32, 28, 24], leading: leading.text} as const
const titleBox = {
  width: cardText.width,
  height: 340,
  sizes: [104, 94, 84, 76, 68, 60, 54, 48, 43, 38],
  leading: leading.title,
  tracking: tracking.title,
} as const
const valueBox = {
  width: cardText.width,
  height: 180,
  sizes: [180, 160, 140, 122, 106, 92, 80, 70, 60],
  leading: leading.figure,
  tracking: tracking.figure,
} as const
const labelBox = {width: cardText.width, height: 92, sizes: [36, 32, 28], leading: leading.text} as const
/** Below a number the statement is small print: the number and its words say it already. */
const statementBox = {width: cardText.width, height: 74, sizes: [26, 23], leading: leading.text} as const

/** Room that the logo takes beside the name. */
export const logoBox = {width: 150, height: 68, gap: 18} as const

export function layoutCard(card: Card, {regular, bold}: CardFonts, withLogo: boolean): CardLayout {
  const title = drawable(card.title, bold)
  const siteWidth = cardText.width - (withLogo ? logoBox.width + logoBox.gap : 0)
  const shared = {
    kind: setText(drawable(labelsFor(card.language).kinds[card.kind], regular), regular, kindBox),
    siteName: setText(drawable(card.siteName, bold), bold, {...siteBox, width: siteWidth}),
  }
  const value = card.figure ? drawable(card.figure.value, bold) : ''
  if (value === '') return {...shared, figure: null, title: title === '' ? null : setText(title, bold, titleBox)}
  const label = drawable(card.figure?.label ?? '', bold)
  return {
    ...shared,
    figure: {value: setText(value, bold, valueBox), label: label === '' ? null : setText(label, bold, labelBox)},
    title: title === '' ? null : setText(drawable(card.title, regular), regular, statementBox),
  }
}
