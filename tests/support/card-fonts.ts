/** The fonts of the share cards, as text is measured with. */
import {readFileSync} from 'node:fs'
import {joined, readFont} from '@/lib/typeset/font'

const fontOf = (weight: number) =>
  joined(
    ['latin', 'latin-ext', 'vietnamese'].map((subset) =>
      readFont(readFileSync(`node_modules/@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
    ),
  )

export const cardFonts = {regular: fontOf(400), bold: fontOf(600)}
