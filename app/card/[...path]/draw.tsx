/** Draws cards as PNG, with the site's own font, and keeps the last ones: crawlers come in packs. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {ImageResponse} from 'next/og'
import {Card} from '@/components/card'
import {type Card as CardContent, cardHash, cardSize} from '@/lib/seo/card'

/** Some 20 kB each. */
const keptAtMost = 200
const kept = new Map<string, Promise<ArrayBuffer>>()

/** The drawing library reads woff, not woff2. */
const fontFile = (weight: number) =>
  readFile(path.join(process.cwd(), `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff`))

let fonts: Promise<Buffer[]> | undefined

async function draw(card: CardContent): Promise<ArrayBuffer> {
  fonts ??= Promise.all([fontFile(400), fontFile(600)])
  const [regular, bold] = await fonts
  if (!regular || !bold) throw new Error('The fonts of the share cards could not be read.')
  const image = new ImageResponse(<Card card={card} />, {
    ...cardSize,
    fonts: [
      {name: 'Inter', data: regular, weight: 400, style: 'normal'},
      {name: 'Inter', data: bold, weight: 600, style: 'normal'},
    ],
  })
  return image.arrayBuffer()
}

/** The card's PNG. The same card is drawn once, also when it is asked for many times at once. */
export function drawnCard(card: CardContent): Promise<ArrayBuffer> {
  const key = cardHash(card)
  const known = kept.get(key)
  if (known) return known
  const drawing = draw(card)
  kept.set(key, drawing)
  drawing.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
  return drawing
}
