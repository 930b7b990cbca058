/**
 * The clinic's colour, made readable: from one colour of the editor's choice the accents of both schemes, lighter or
 * darker than wanted only as far as readers need it. The grounds they stand on are those of the design.
 */
import {contrast, hexFrom, type Oklch, oklchOf} from './colour.ts'

export type Scheme = 'light' | 'dark'

/** What accents stand on and beside; the same as in `components/layout/tokens.css`, as a test sees to. */
export const grounds = {
  light: {paper: '#fbfaf6', surface: '#ffffff', surfaceSoft: '#f0f4f0', ink: '#16262a', inkSoft: '#47585c'},
  dark: {paper: '#0f1718', surface: '#172123', surfaceSoft: '#1b2829', ink: '#e9efec', inkSoft: '#b0bfbb'},
} as const satisfies Record<Scheme, Record<string, string>>

/** The accent tokens of one scheme. */
export type Accent = Readonly<{
  /** Links, buttons, marks. */
  accent: string
  /** The same where the reader points at it. */
  accentStrong: string
  /** A ground for text, with a touch of the colour. */
  accentSoft: string
  /** Text on the accent. */
  onAccent: string
}>

/** What text needs (WCAG 2.2, 1.4.3). */
export const readable = 4.5

/** On a dark page an accent this light is easy on the eyes. */
const lightOnDark = 0.75
const step = 0.005

/** The colour, moved in lightness until it can be read on each of these; itself where it can. */
function readableOn(colour: string, on: readonly string[], towards: Scheme): string {
  if (on.every((ground) => contrast(colour, ground) >= readable)) return colour
  const start = oklchOf(colour)
  for (let moved = step; moved <= 1; moved += step) {
    const found = hexFrom({...start, l: clamped(start.l + (towards === 'light' ? moved : -moved))})
    if (on.every((ground) => contrast(found, ground) >= readable)) return found
  }
  return towards === 'light' ? '#ffffff' : '#000000'
}

const clamped = (l: number): number => Math.min(1, Math.max(0, l))

const tinted = ({c, h}: Oklch, l: number, most: number): string => hexFrom({l, c: Math.min(c, most), h})

/** The accents of both schemes for a brand colour. Every pair that the site draws has a contrast of 4.5 or more. */
export function brandPalette(colour: string): Record<Scheme, Accent> {
  const brand = colour.toLowerCase()
  const wanted = oklchOf(brand)
  return {light: onLight(brand, wanted), dark: onDark(brand, wanted)}
}

function onLight(brand: string, wanted: Oklch): Accent {
  const {paper, surface, surfaceSoft} = grounds.light
  const accentSoft = tinted(wanted, 0.95, 0.025)
  const accent = readableOn(brand, [paper, surface, surfaceSoft, accentSoft], 'dark')
  const shown = oklchOf(accent)
  const accentStrong = hexFrom({...shown, l: clamped(shown.l - 0.09)})
  return {accent, accentStrong, accentSoft, onAccent: '#ffffff'}
}

function onDark(brand: string, wanted: Oklch): Accent {
  const {paper, surface, surfaceSoft} = grounds.dark
  const accentSoft = tinted(wanted, 0.28, 0.035)
  const onAccent = tinted(wanted, 0.2, 0.04)
  const start = wanted.l >= lightOnDark ? brand : hexFrom({...wanted, l: lightOnDark})
  const accent = readableOn(start, [paper, surface, surfaceSoft, accentSoft, onAccent], 'light')
  const shown = oklchOf(accent)
  const accentStrong = hexFrom({...shown, l: clamped(shown.l + 0.07)})
  return {accent, accentStrong, accentSoft, onAccent}
}

/** How well a colour serves as it is, for the editor who chooses it. */
export type BrandVerdict = Readonly<{
  /** `White text on it`, and so on. */
  use: string
  contrast: number
  readable: boolean
  /** What the site shows in its place where it is not. */
  instead: string | null
}>

export function brandVerdicts(brand: string): BrandVerdict[] {
  const {light, dark} = brandPalette(brand)
  const worst = (on: readonly string[]) => Math.min(...on.map((ground) => contrast(brand, ground)))
  const {paper, surface, surfaceSoft} = grounds.light
  const night = grounds.dark
  const rows = [
    {use: 'White words on it, as on buttons', contrast: contrast(brand, '#ffffff'), shown: light.accent},
    {use: 'Links in it on a light page', contrast: worst([paper, surface, surfaceSoft]), shown: light.accent},
    {
      use: 'Links in it on a dark page',
      contrast: worst([night.paper, night.surface, night.surfaceSoft]),
      shown: dark.accent,
    },
  ]
  return rows.map(({use, contrast: value, shown}) => ({
    use,
    contrast: value,
    readable: value >= readable,
    instead: shown === brand ? null : shown,
  }))
}

const rulesFor = ({accent, accentStrong, accentSoft, onAccent}: Accent): string =>
  `:root:root{--accent:${accent};--accent-strong:${accentStrong};--accent-soft:${accentSoft};--on-accent:${onAccent}}`

/** The tokens as a style sheet: for screens alone, because paper stays black on white. Stronger than the design's own. */
export function brandCss(brand: string): string {
  const {light, dark} = brandPalette(brand)
  return `@media screen{${rulesFor(light)}}\n@media screen and (prefers-color-scheme:dark){${rulesFor(dark)}}\n`
}

/** What a share card is drawn in. */
export type CardColours = Readonly<Record<'ground' | 'ink' | 'soft' | 'line' | 'motif', string>>

/** The colours of a share card: always dark with light words, as networks show it between pages of any colour. */
export function cardColours(brand: string): CardColours {
  const wanted = oklchOf(brandPalette(brand).light.accent)
  const at = (l: number, most: number) => tinted(wanted, l, most)
  return {ground: at(0.36, 0.12), ink: '#ffffff', soft: at(0.9, 0.05), line: at(0.58, 0.12), motif: at(0.42, 0.12)}
}

/** Less contrast than this to the page, and a logo can hardly be seen. */
const logoNeeds = 2

/**
 * In which schemes a transparent logo needs a plate behind it.
 * @param tone the logo's dominant colour; null where it is not known, or the logo brings a ground of its own
 */
export const logoPlates = (tone: string | null): Record<Scheme, boolean> => ({
  light: tone !== null && contrast(tone, grounds.light.surface) < logoNeeds,
  dark: tone !== null && contrast(tone, grounds.dark.surface) < logoNeeds,
})
