import {readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {
  type Accent,
  brandCss,
  brandPalette,
  brandVerdicts,
  cardColours,
  grounds,
  logoPlates,
  type Scheme,
} from '@/lib/brand'
import {contrast, hexFrom, oklchOf, parseHex} from '@/lib/colour'

const colours = fc.integer({min: 0, max: 0xffffff}).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const schemes: Scheme[] = ['light', 'dark']

/** Each pair of the accent tokens that the site draws, with its contrast. */
function pairs(scheme: Scheme, {accent, accentStrong, accentSoft, onAccent}: Accent): [string, number][] {
  const {paper, surface, surfaceSoft, ink, inkSoft} = grounds[scheme]
  const on = {paper, surface, surfaceSoft, accentSoft}
  return [
    ...Object.entries(on).flatMap(([name, ground]): [string, number][] => [
      [`accent on ${name}`, contrast(accent, ground)],
      [`accentStrong on ${name}`, contrast(accentStrong, ground)],
    ]),
    ['onAccent on accent', contrast(onAccent, accent)],
    ['onAccent on accentStrong', contrast(onAccent, accentStrong)],
    ['ink on accentSoft', contrast(ink, accentSoft)],
    ['inkSoft on accentSoft', contrast(inkSoft, accentSoft)],
  ]
}

const faint = (brand: string): string[] => {
  const palette = brandPalette(brand)
  return schemes.flatMap((scheme) =>
    pairs(scheme, palette[scheme])
      .filter(([, value]) => value < 4.5)
      .map(([name, value]) => `${brand} ${scheme}: ${name} ${value.toFixed(2)}`),
  )
}

describe('a brand colour', () => {
  test('whichever it is, is readable wherever the site draws it, in light and dark', () => {
    fc.assert(
      fc.property(colours, (brand) => expect(faint(brand)).toEqual([])),
      {numRuns: 3000},
    )
  })

  test.each(['#000000', '#ffffff', '#ffff00', '#00ff00', '#0000ff', '#ff0000', '#808080', '#123456', '#fff8e0'])(
    'at the edge, %s, as well',
    (brand) => {
      expect(faint(brand)).toEqual([])
    },
  )

  test('that can be read as it is stays as it is on a light page', () => {
    expect(brandPalette('#0a625c').light.accent).toBe('#0a625c')
    expect(brandPalette('#7a1f5c').light.accent).toBe('#7a1f5c')
  })

  test('keeps its hue where it has to become darker or lighter', () => {
    fc.assert(
      fc.property(colours, (brand) => {
        const wanted = oklchOf(brand)
        // Near grey a hue is an accident of rounding.
        fc.pre(wanted.c > 0.06)
        for (const scheme of schemes) {
          const shown = oklchOf(brandPalette(brand)[scheme].accent)
          if (shown.c < 0.05) continue
          const turned = Math.abs(((shown.h - wanted.h + 540) % 360) - 180)
          expect(turned).toBeLessThan(6)
        }
      }),
    )
  })

  test('has its verdicts in words, with what is shown in its place', () => {
    expect(brandVerdicts('#ffd400').map(({use, readable, instead}) => [use, readable, instead !== null])).toEqual([
      ['White words on it, as on buttons', false, true],
      ['Links in it on a light page', false, true],
      ['Links in it on a dark page', true, false],
    ])
    expect(brandVerdicts('#0a625c')[0]).toMatchObject({readable: true, instead: null})
  })

  test('is a style sheet for screens, and nothing but colours is in it', () => {
    fc.assert(
      fc.property(colours, (brand) => {
        expect(brandCss(brand)).toMatch(
          /^(?:@media screen[^{}]*\{:root:root\{(?:--[a-z-]+:#[0-9a-f]{6};?){4}\}\}\n){2}$/,
        )
      }),
    )
  })
})

test('words on a share card can be read, whatever the colour', () => {
  fc.assert(
    fc.property(colours, (brand) => {
      const {ground, motif, ink, soft} = cardColours(brand)
      for (const words of [ink, soft]) {
        for (const on of [ground, motif]) expect(contrast(words, on)).toBeGreaterThanOrEqual(4.5)
      }
    }),
  )
})

test('the grounds are those of the design', () => {
  const [light = '', dark = ''] = readFileSync('components/layout/tokens.css', 'utf8').split('@media')
  for (const [scheme, css] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const [name, value] of Object.entries(grounds[scheme])) {
      expect(css).toContain(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`)
    }
  }
})

test('a colour is the same after a journey through OKLCH', () => {
  fc.assert(fc.property(colours, (colour) => expect(contrast(hexFrom(oklchOf(colour)), colour)).toBeLessThan(1.02)))
})

test('colours are read as people write them', () => {
  expect(['#0A625C', '0a625c', ' #abc ', '#abcd', 'teal', ''].map(parseHex)).toEqual([
    '#0a625c',
    '#0a625c',
    '#aabbcc',
    null,
    null,
    null,
  ])
})

test('a logo that can hardly be seen gets a plate, in the scheme in which it is so', () => {
  expect(logoPlates('#101820')).toEqual({light: false, dark: true})
  expect(logoPlates('#ffffff')).toEqual({light: true, dark: false})
  expect(logoPlates('#c0392b')).toEqual({light: false, dark: false})
  expect(logoPlates(null)).toEqual({light: false, dark: false})
})
