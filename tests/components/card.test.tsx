/** @jest-environment node */
import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'
import fc from 'fast-check'
import {renderToStaticMarkup} from 'react-dom/server'
import sharp from 'sharp'
import {drawnCard} from '@/app/card/[...path]/draw'
import {Card} from '@/components/card'
import {type Card as CardContent, cardKinds} from '@/lib/seo/card'
import {layoutCard} from '@/lib/seo/card-layout'
import {cardFonts} from '../support/card-fonts'

// Drawing takes a moment, on a busy machine several.
jest.setTimeout(60_000)

const card: CardContent = {
  language: 'es',
  kind: 'condition',
  slug: 'dolor-de-espalda',
  title: 'Dolor de espalda: qué es, qué puede hacer usted y cuándo buscar ayuda',
  siteName: 'Riverside Pain Clinic',
  figure: null,
  brandColor: null,
  logo: null,
}

const fact: CardContent = {
  ...card,
  language: 'en',
  kind: 'fact',
  title: 'About 1 in 13 people in the world had low back pain in 2020.',
  figure: {value: '1 in 13', label: 'people worldwide had low back pain'},
}

const draw = async (content: CardContent) => Buffer.from((await drawnCard(content)).png)

/** What is written on a card, each line apart. */
const wordsOn = (content: CardContent) =>
  renderToStaticMarkup(<Card card={content} layout={layoutCard(content, cardFonts, false)} />)
    .split(/<[^>]+>/)
    .filter(Boolean)
    .map((line) => line.replace('&gt;', '>'))

/** Left, top, right and bottom edge of all that is light: the words, on their dark ground. */
async function edgesOf(png: Buffer) {
  const {data, info} = await sharp(png).greyscale().raw().toBuffer({resolveWithObject: true})
  const edges = {left: info.width, top: info.height, right: 0, bottom: 0}
  for (let at = 0; at < data.length; at++) {
    // The ground and its motif are darker than this, the softest words lighter.
    if ((data[at] ?? 0) < 150) continue
    const [x, y] = [at % info.width, Math.floor(at / info.width)]
    edges.left = Math.min(edges.left, x)
    edges.right = Math.max(edges.right, x)
    edges.top = Math.min(edges.top, y)
    edges.bottom = Math.max(edges.bottom, y)
  }
  return edges
}

/** Within the middle square of 630 pixels, and some way from its edges. */
async function expectWithinSquare(content: CardContent) {
  const {left, top, right, bottom} = await edgesOf(await draw(content))
  expect([content, left >= 290, right <= 910, top >= 40, bottom <= 590]).toEqual([content, true, true, true, true])
}

/** Addresses that were asked for while drawing; the drawing library brings its own parts as `data:`. */
let asked: string[]
const fetchAsItIs = globalThis.fetch
beforeEach(() => {
  asked = []
  jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const address = String(input)
    if (!address.startsWith('data:')) asked.push(address)
    return fetchAsItIs(input, init)
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  expect(asked).toEqual([])
})

describe('a share card', () => {
  test('says what the page is, its title, and whose it is', () => {
    expect(wordsOn(card).join(' ')).toBe(`Afección ${card.title} Riverside Pain Clinic`)
  })

  test('of a fact has its number first, then what it counts, then the whole statement', () => {
    const words = wordsOn(fact)
    expect(words.slice(0, 2)).toEqual(['Did you know…', '1 in 13'])
    expect(words.join(' ')).toBe(
      `Did you know… 1 in 13 people worldwide had low back pain ${fact.title} Riverside Pain Clinic`,
    )
    const {figure, title} = layoutCard(fact, cardFonts, false)
    expect(figure?.value.size).toBeGreaterThan(140)
    expect(figure?.value.size).toBeGreaterThan(5 * (title?.size ?? 0))
  })

  test.each([
    ['short', 'TENS', 104],
    ['usual', 'Back Pain', 84],
    ['long', 'Epidural steroid injection', 76],
  ])('draws a %s title as large as it fits', (_length, title, atLeast) => {
    expect(layoutCard({...card, title}, cardFonts, false).title?.size).toBeGreaterThanOrEqual(atLeast)
  })

  test('keeps every letter of Spanish and of people’s names', () => {
    const title = '¿Qué pasó, señor Núñez? ¡Ánimo! Łukasz Şahin, Nguyễn'
    expect(wordsOn({...card, title}).join(' ')).toContain(title)
  })

  test('draws a sign that stands for what its fonts lack, and asks nobody for another font', async () => {
    const odd = {...card, title: 'Pain ≥ 3 months 🙂 腰痛 ألم → care'}
    expect(wordsOn(odd).join(' ')).toContain('Pain >= 3 months – care')
    await expectWithinSquare(odd)
  })

  test('is a PNG of 1200 × 630 under 300 kB, of every kind of page', async () => {
    for (const kind of cardKinds) {
      const bytes = await draw({...card, kind, figure: kind === 'fact' ? fact.figure : null})
      expect(await sharp(bytes).metadata()).toMatchObject({format: 'png', width: 1200, height: 630})
      expect(bytes.length).toBeLessThan(300_000)
    }
  })

  test('is drawn once, however many ask', async () => {
    expect(drawnCard({...card})).toBe(drawnCard({...card}))
    expect(drawnCard({...card, title: 'Otro'})).not.toBe(drawnCard(card))
    await drawnCard({...card, title: 'Otro'})
  })
})

describe('no word leaves the middle square, and none is cut off', () => {
  const everything = 'Everything you may want to ask about living with long-lasting pain and did not dare to. '
  test.each([
    ['nothing', ''],
    ['one letter', 'W'],
    ['one very long word', 'Pneumonoultramicroscopicsilicovolcanoconiosis'],
    ['a word without end', 'W'.repeat(400)],
    ['a text without end', everything.repeat(10)],
    ['capitals', 'POSTHERPETIC NEURALGIA AND COMPLEX REGIONAL PAIN SYNDROME'],
  ])('with %s as its title', async (_what, title) => {
    await expectWithinSquare({...card, title})
    await expectWithinSquare({...fact, title})
  })

  test('with a long number, a long name of the clinic, or all of it', async () => {
    const siteName =
      'The Interdisciplinary Center for Interventional Pain Medicine and Rehabilitation of Greater Springfield'
    await expectWithinSquare({...card, siteName})
    await expectWithinSquare({...fact, figure: {value: '15 to 30 in 100', label: everything}, siteName})
    await expectWithinSquare({
      ...fact,
      figure: {value: 'W'.repeat(60), label: ''},
      title: everything.repeat(3),
      siteName,
    })
  })

  test('with anything at all', async () => {
    const text = fc.oneof(
      fc.string({unit: 'grapheme', maxLength: 200}),
      fc.string({unit: fc.constantFrom(...'WMw@%—iljñüÇß¿¡Ő \n\t-/'), maxLength: 300}),
      fc
        .array(fc.constantFrom('pain', 'Schmerztherapie', 'a', 'in', '1', '100%', 'neuromusculoskeletal'))
        .map((words) => words.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.option(fc.record({value: text, label: text})),
        async (title, siteName, figure) => {
          await expectWithinSquare({...card, kind: figure ? 'fact' : 'page', title, siteName, figure})
        },
      ),
      {numRuns: 25},
    )
  })
})
