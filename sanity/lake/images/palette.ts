/**
 * The seven swatches that Sanity keeps with a picture. Pixels are counted in buckets of 5 bits a channel; each named
 * swatch is then the bucket that comes nearest to the saturation and lightness its name promises, weighed with how
 * much of the picture it covers.
 */
export type Swatch = {
  _type: 'sanity.imagePaletteSwatch'
  /** Colours as `#rrggbb`: the swatch itself, and black or white to write on it (`title` for large text). */
  background: string
  foreground: string
  title: string
  /** Share of the picture, in percent; 0 for a swatch that had to be derived. */
  population: number
}

const targets = {
  vibrant: {saturation: [0.35, 1, 1], lightness: [0.3, 0.5, 0.7]},
  muted: {saturation: [0, 0.3, 0.4], lightness: [0.3, 0.5, 0.7]},
  darkVibrant: {saturation: [0.35, 1, 1], lightness: [0, 0.26, 0.45]},
  darkMuted: {saturation: [0, 0.3, 0.4], lightness: [0, 0.26, 0.45]},
  lightVibrant: {saturation: [0.35, 1, 1], lightness: [0.55, 0.74, 0.93]},
  lightMuted: {saturation: [0, 0.3, 0.4], lightness: [0.55, 0.74, 1]},
} as const satisfies Record<string, {saturation: Range; lightness: Range}>

/** Least, ideal and most, each from 0 to 1. */
type Range = readonly [number, number, number]
type SwatchName = 'dominant' | keyof typeof targets
export type Palette = {_type: 'sanity.imagePalette'} & Record<SwatchName, Swatch>

type Rgb = readonly [red: number, green: number, blue: number]
type Bucket = {rgb: Rgb; share: number; hue: number; saturation: number; lightness: number}

/** The palette of some RGBA pixels (four bytes each); pixels more than half transparent do not count. */
export function paletteFor(rgba: Uint8Array): Palette {
  const buckets = bucketsFor(rgba)
  const dominant = buckets[0] ?? bucketFor([128, 128, 128], 0)
  const swatch = (name: keyof typeof targets) =>
    swatchFor(bestBucket(buckets, targets[name]) ?? derived(dominant, targets[name]))
  return {
    _type: 'sanity.imagePalette',
    dominant: swatchFor(dominant),
    vibrant: swatch('vibrant'),
    muted: swatch('muted'),
    darkVibrant: swatch('darkVibrant'),
    darkMuted: swatch('darkMuted'),
    lightVibrant: swatch('lightVibrant'),
    lightMuted: swatch('lightMuted'),
  }
}

/** The mean colours of the filled buckets, the fullest first. */
function bucketsFor(rgba: Uint8Array): Bucket[] {
  const sums = new Map<number, [number, number, number, number]>()
  let counted = 0
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4)
    if (alpha < 128) continue
    const key = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)
    const sum = sums.get(key) ?? [0, 0, 0, 0]
    sums.set(key, [sum[0] + red, sum[1] + green, sum[2] + blue, sum[3] + 1])
    counted += 1
  }
  return [...sums.values()]
    .map(([red, green, blue, count]) => bucketFor([red / count, green / count, blue / count], count / counted))
    .sort((a, b) => b.share - a.share)
}

function bucketFor(rgb: Rgb, share: number): Bucket {
  const [red, green, blue] = [rgb[0] / 255, rgb[1] / 255, rgb[2] / 255]
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const spread = most - least
  const lightness = (most + least) / 2
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1))
  let hue = 0
  if (spread > 0 && most === red) hue = ((green - blue) / spread + 6) % 6
  else if (spread > 0 && most === green) hue = (blue - red) / spread + 2
  else if (spread > 0) hue = (red - green) / spread + 4
  return {rgb, share, hue: hue / 6, saturation, lightness}
}

/** Below this share a colour is the noise of compression at an edge, not a colour of the picture. */
const leastShare = 0.002

type Target = {saturation: Range; lightness: Range}

function bestBucket(buckets: Bucket[], target: Target): Bucket | undefined {
  const fullest = buckets[0]?.share ?? 1
  const score = ({saturation, lightness, share}: Bucket) =>
    3 * (1 - Math.abs(saturation - target.saturation[1])) +
    6 * (1 - Math.abs(lightness - target.lightness[1])) +
    share / fullest
  return buckets
    .filter(({share}) => share >= leastShare)
    .filter(({saturation}) => within(saturation, target.saturation))
    .filter(({lightness}) => within(lightness, target.lightness))
    .reduce<Bucket | undefined>((best, next) => (best && score(best) >= score(next) ? best : next), undefined)
}

function within(value: number, [least, , most]: Range): boolean {
  return value >= least && value <= most
}

/** No colour of the picture fits the name: its dominant hue does, at the saturation and lightness that would. */
function derived({hue, saturation}: Bucket, target: Target): Bucket {
  const wanted = saturation < 0.05 ? 0 : target.saturation[1]
  return bucketFor(rgbFor(hue, wanted, target.lightness[1]), 0)
}

function rgbFor(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const turn = (offset + hue * 12) % 12
    return 255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}

function swatchFor({rgb, share}: Bucket): Swatch {
  const contrastOfWhite = 1.05 / (luminance(rgb) + 0.05)
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`,
    // WCAG 2.2, 1.4.3: 4.5 to 1 for text, 3 to 1 for large text.
    foreground: contrastOfWhite >= 4.5 ? '#fff' : '#000',
    title: contrastOfWhite >= 3 ? '#fff' : '#000',
    population: Math.round(share * 10_000) / 100,
  }
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(rgb: Rgb): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(rgb[0] / 255) + 0.7152 * linear(rgb[1] / 255) + 0.0722 * linear(rgb[2] / 255)
}
