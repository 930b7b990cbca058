import {ImageError} from './image-error.ts'

/**
 * The image URL parameters that Sanity documents (sanity.io/docs/apis-and-sdks/image-urls) and this lake honours,
 * parsed. Lengths are pixels of the answer except `rect`, which is in pixels of the original the way up it is shown.
 */
export type ImageParameters = {
  width?: number
  height?: number
  minWidth?: number
  maxWidth?: number
  minHeight?: number
  maxHeight?: number
  /** Device pixel ratio, 1 to 3: multiplies every length asked for. */
  dpr: number
  fit: Fit
  crop: Crop[]
  /** 0 to 1 across and down the picture, after `rect`. */
  focalPoint: {x: number; y: number}
  rect?: {left: number; top: number; width: number; height: number}
  orientation: 0 | 90 | 180 | 270
  flip: {horizontal: boolean; vertical: boolean}
  format?: OutputFormat
  /** `auto=format`: AVIF or WebP for browsers that say they take it. */
  autoFormat: boolean
  quality?: number
  /** 0 to 2000, and 0 to 100. */
  blur: number
  sharpen: number
  grayscale: boolean
  invert: boolean
  background?: {r: number; g: number; b: number; alpha: number}
  pad: number
  /** `frame=1`: only the first frame of an animation. */
  firstFrame: boolean
}

const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
const crops = ['top', 'bottom', 'left', 'right', 'center', 'entropy', 'focalpoint'] as const
const outputFormats = ['jpg', 'pjpg', 'png', 'webp', 'avif'] as const

export type Fit = (typeof fits)[number]
export type Crop = (typeof crops)[number]
export type OutputFormat = (typeof outputFormats)[number]

/** The longest side that may be asked for: beyond it an answer is a way to keep this machine busy, not a picture. */
export const maximumSide = 8192

/** Sanity's signed addresses; a lake that ignored them would serve what the signer meant to withhold. */
const unsupported = ['keyid', 'expiry', 'signature']

/** How each parameter's value is read. A parser throws {@link ImageError} 400 for a value it does not understand. */
const readers: Record<string, (value: string, name: string) => Partial<ImageParameters>> = {
  w: (value, name) => ({width: side(value, name)}),
  h: (value, name) => ({height: side(value, name)}),
  'min-w': (value, name) => ({minWidth: side(value, name)}),
  'max-w': (value, name) => ({maxWidth: side(value, name)}),
  'min-h': (value, name) => ({minHeight: side(value, name)}),
  'max-h': (value, name) => ({maxHeight: side(value, name)}),
  dpr: (value, name) => ({dpr: numberBetween(1, 3, value, name)}),
  fit: (value, name) => ({fit: oneOf(fits, value, name)}),
  crop: (value, name) => ({crop: value.split(',').map((word) => oneOf(crops, word.trim(), name))}),
  rect: (value, name) => ({rect: rectangle(value, name)}),
  or: (value, name) => ({orientation: quarterTurn(value, name)}),
  flip: (value, name) => ({flip: mirrors(value, name)}),
  fm: (value, name) => ({format: oneOf(outputFormats, value, name)}),
  auto: (value, name) => ({autoFormat: oneOf(['format'], value, name) === 'format'}),
  q: (value, name) => ({quality: numberBetween(0, 100, value, name)}),
  blur: (value, name) => ({blur: numberBetween(0, 2000, value, name)}),
  sharp: (value, name) => ({sharpen: numberBetween(0, 100, value, name)}),
  sat: (value, name) => ({grayscale: oneOf(['-100'], value, name) === '-100'}),
  invert: (value, name) => ({invert: oneOf(['true', 'false'], value, name) === 'true'}),
  bg: (value, name) => ({background: colour(value, name)}),
  pad: (value, name) => ({pad: numberBetween(0, maximumSide / 2, value, name)}),
  frame: (value, name) => ({firstFrame: oneOf(['1'], value, name) === '1'}),
}

/**
 * Reads the parameters of an image address (`url.search` or `url.searchParams`); null when there is none, so that the
 * original is served as it is. Names that mean nothing to Sanity are ignored, as is `dl`, which is about the download
 * and not about the picture. Where a name comes twice, the first counts.
 *
 * @throws {ImageError} 400 naming the parameter whose value is malformed, 501 naming one that this lake lacks
 */
export function parseImageParameters(search: string | URLSearchParams): ImageParameters | null {
  const query = new URLSearchParams(search)
  const refused = unsupported.find((name) => query.has(name))
  if (refused) throw new ImageError(501, `This lake does not know signed image addresses: leave ${refused} out.`)

  const names = [...new Set(query.keys())].filter((name) => Object.hasOwn(readers, name) || name.startsWith('fp-'))
  if (names.length === 0) return null
  const given = names.map((name) => readers[name]?.(query.get(name) ?? '', name) ?? {})
  const parameters: ImageParameters = {
    dpr: 1,
    fit: 'clip',
    // A focal point alone asks for a crop around it: that is what @sanity/image-url's focalPoint() writes.
    crop: query.has('fp-x') || query.has('fp-y') ? ['focalpoint'] : ['center'],
    focalPoint: {x: fraction(query, 'fp-x'), y: fraction(query, 'fp-y')},
    orientation: 0,
    flip: {horizontal: false, vertical: false},
    autoFormat: false,
    blur: 0,
    sharpen: 0,
    grayscale: false,
    invert: false,
    pad: 0,
    firstFrame: false,
  }
  for (const one of given) Object.assign(parameters, one)
  return parameters
}

function malformed(name: string, value: string, wanted: string): ImageError {
  return new ImageError(400, `The image parameter ${name}=${value.slice(0, 60)} is wrong: use ${wanted}.`)
}

function numberBetween(least: number, most: number, value: string, name: string): number {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw malformed(name, value, `a number from ${least} to ${most}`)
}

function side(value: string, name: string): number {
  return Math.max(1, Math.round(numberBetween(1, maximumSide, value, name)))
}

function oneOf<const Word extends string>(words: readonly Word[], value: string, name: string): Word {
  const word = words.find((candidate) => candidate === value)
  if (word !== undefined) return word
  throw malformed(name, value, words.join(', '))
}

function fraction(query: URLSearchParams, name: string): number {
  const value = query.get(name)
  return value === null ? 0.5 : numberBetween(0, 1, value, name)
}

function rectangle(value: string, name: string): NonNullable<ImageParameters['rect']> {
  const [left, top, width, height, ...rest] = value.split(',').map((part) => {
    return Math.round(numberBetween(0, 100_000, part.trim(), name))
  })
  if (left === undefined || top === undefined || !width || !height || rest.length > 0) {
    throw malformed(name, value, 'left,top,width,height in pixels')
  }
  return {left, top, width, height}
}

function quarterTurn(value: string, name: string): ImageParameters['orientation'] {
  const turns = {'0': 0, '90': 90, '180': 180, '270': 270} as const
  return turns[oneOf(['0', '90', '180', '270'], value, name)]
}

function mirrors(value: string, name: string): ImageParameters['flip'] {
  const word = oneOf(['h', 'v', 'hv', 'vh'], value, name)
  return {horizontal: word.includes('h'), vertical: word.includes('v')}
}

/** Hexadecimal RGB, ARGB, RRGGBB or AARRGGBB, as Sanity writes them: transparency comes first. */
function colour(value: string, name: string): NonNullable<ImageParameters['background']> {
  if (!/^([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(value)) {
    throw malformed(name, value, 'a hexadecimal colour such as ff8800 or, with transparency first, 80ff8800')
  }
  const digits = value.length < 6 ? value.replace(/./g, '$&$&') : value
  const [alpha = 255, r = 0, g = 0, b = 0] =
    digits
      .padStart(8, 'f')
      .match(/../g)
      ?.map((pair) => Number.parseInt(pair, 16)) ?? []
  return {r, g, b, alpha: alpha / 255}
}
