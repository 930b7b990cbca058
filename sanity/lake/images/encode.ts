import type {Sharp} from 'sharp'
import type {ImageExtension} from './image-format.ts'
import type {ImageParameters} from './parameters.ts'

/** What an answer is written as: a GIF stays one unless another format is asked for. */
export type Output = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif' | 'gif'

/** Sanity's documented default. */
const quality = 75

const outputs: Record<Output, {mimeType: string; write: (picture: Sharp, quality?: number) => Sharp}> = {
  jpg: {mimeType: 'image/jpeg', write: (picture, q = quality) => picture.jpeg({quality: q})},
  pjpg: {mimeType: 'image/jpeg', write: (picture, q = quality) => picture.jpeg({quality: q, progressive: true})},
  png: {mimeType: 'image/png', write: (picture) => picture.png()},
  webp: {mimeType: 'image/webp', write: (picture, q = quality) => picture.webp({quality: q})},
  // AVIF looks at 50 what the others look at 75; effort 3 of 9 keeps a first view under a second on a small machine.
  avif: {mimeType: 'image/avif', write: (picture, q = 50) => picture.avif({quality: q, effort: 3})},
  gif: {mimeType: 'image/gif', write: (picture) => picture.gif()},
}

export function encode(picture: Sharp, output: Output, wanted: number | undefined): Sharp {
  return outputs[output].write(picture, wanted === undefined ? undefined : Math.max(1, Math.round(wanted)))
}

export function mimeTypeFor(output: Output): string {
  return outputs[output].mimeType
}

export function isAnimatedOutput(output: Output): boolean {
  return output === 'webp' || output === 'gif'
}

/** `fm` decides; else, with `auto=format`, the best that the browser names; else what the original is. */
export function outputFor(
  original: ImageExtension,
  {format, autoFormat}: ImageParameters,
  accept: string | null,
  isAnimated: boolean,
): Output {
  if (format) return format
  if (autoFormat && !isAnimated && isNamed(accept, 'image/avif')) return 'avif'
  if (autoFormat && isNamed(accept, 'image/webp')) return 'webp'
  return original === 'svg' ? 'png' : original
}

/** Whether an Accept header names the type itself: `image/*` is what browsers send that know none of the new ones. */
function isNamed(accept: string | null, mimeType: string): boolean {
  return (accept ?? '').split(',').some((entry) => {
    const [type = '', ...options] = entry.split(';').map((part) => part.trim().toLowerCase())
    return type === mimeType && !options.some((option) => /^q=0(\.0*)?$/.test(option))
  })
}
