/** Draws cards as PNG, with the site's own font, and keeps the last ones: crawlers come in packs. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {ImageResponse} from 'next/og'
import {Card} from '@/components/card'
import {type Card as CardContent, cardHash, cardSize} from '@/lib/seo/card'
import {layoutCard} from '@/lib/seo/card-layout'
import {joined, readFont} from '@/lib/typeset/font'
import {logoFor} from './logo'

/** Some 30 kB each. */
const keptAtMost = 200
const kept = new Map<string, Promise<Drawing>>()

/** Names of people need more letters than the site's own words; each file under a name of its own, the first one first. */
const families = [
  {name: 'Inter', subset: 'latin'},
  {name: 'Inter Ext', subset: 'latin-ext'},
  {name: 'Inter Vietnamese', subset: 'vietnamese'},
] as const

/** The drawing library reads woff, not woff2. */
const filesOf = (weight: 400 | 600) =>
  Promise.all(
    families.map(async ({name, subset}) => {
      const file = `node_modules/@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`
      return {name, weight, style: 'normal' as const, data: await readFile(path.join(process.cwd(), file))}
    }),
  )

async function readFonts() {
  const [regular, bold] = await Promise.all([filesOf(400), filesOf(600)])
  const fontOf = (files: typeof regular) => joined(files.map(({data}) => readFont(data)))
  return {files: [...regular, ...bold], regular: fontOf(regular), bold: fontOf(bold)}
}

let fonts: ReturnType<typeof readFonts> | undefined

/** Read once; a disk that failed once is asked again. */
function knownFonts() {
  fonts ??= readFonts().catch((error: unknown) => {
    fonts = undefined
    throw error
  })
  return fonts
}

export type Drawing = Readonly<{
  png: ArrayBuffer
  /** False where the clinic's logo could not be had: good enough to answer with, not to be kept. */
  whole: boolean
}>

async function draw(card: CardContent): Promise<Drawing> {
  const [{files, regular, bold}, logo] = await Promise.all([knownFonts(), logoFor(card)])
  const layout = layoutCard(card, {regular, bold}, logo !== null)
  const image = new ImageResponse(<Card card={card} layout={layout} logo={logo} />, {...cardSize, fonts: files})
  return {png: await image.arrayBuffer(), whole: card.logo === null || logo !== null}
}

/** The card as PNG. The same card is drawn once, also when it is asked for many times at once; without its logo, anew. */
export function drawnCard(card: CardContent): Promise<Drawing> {
  const key = cardHash(card)
  const known = kept.get(key)
  if (known) return known
  const drawing = draw(card)
  kept.set(key, drawing)
  const forget = () => {
    if (kept.get(key) === drawing) kept.delete(key)
  }
  drawing.then(({whole}) => {
    if (!whole) forget()
  }, forget)
  const [oldest] = kept.keys()
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
  return drawing
}
