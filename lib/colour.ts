/**
 * Colours as people see them: contrast after WCAG 2.2, and OKLCH, in which lightness can be changed and the hue stays
 * (Björn Ottosson, "A perceptual color space for image processing"). Colours are `#rrggbb`.
 */

/** Lightness 0 to 1, chroma from 0 (grey) to about 0.4, hue in degrees. */
export type Oklch = Readonly<{l: number; c: number; h: number}>

type Triple = readonly [number, number, number]

/** `#abc`, `#AABBCC` and the same without `#` as `#aabbcc`; null for anything else. */
export function parseHex(text: string): string | null {
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? []
  if (digits === '') return null
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  return `#${whole.toLowerCase()}`
}

/** Red, green and blue from 0 to 1, in proportion to light. */
function linearOf(hex: string): Triple {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function hexOf(linear: Triple): string {
  const digits = linear.map((value) => {
    const clipped = Math.min(1, Math.max(0, value))
    const encoded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${digits.join('')}`
}

function luminance(hex: string): number {
  const [red, green, blue] = linearOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 (the same) to 21 (black on white). Text needs 4.5, marks 3. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

export function oklchOf(hex: string): Oklch {
  const [r, g, b] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const hue = (Math.atan2(bb, a) * 180) / Math.PI
  return {l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: hue < 0 ? hue + 360 : hue}
}

function linearFrom({l: lightness, c, h}: Oklch): Triple {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const isShown = (linear: Triple): boolean => linear.every((value) => value >= -0.0001 && value <= 1.0001)

/** The colour, or where no screen shows it the most colourful one of the same lightness and hue. */
export function hexFrom(colour: Oklch): string {
  const linear = linearFrom(colour)
  if (isShown(linear)) return hexOf(linear)
  let [low, high] = [0, colour.c]
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2
    if (isShown(linearFrom({...colour, c: middle}))) low = middle
    else high = middle
  }
  return hexOf(linearFrom({...colour, c: low}))
}
