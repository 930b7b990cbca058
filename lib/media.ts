/**
 * Images from the site's own address. Pages write `/media/<asset>?w=640…` with `mediaUrl`; the route reads it back with
 * `parseMediaRequest`, which accepts exactly what `mediaUrl` can write for some crop and hotspot: known widths and shapes
 * only, one spelling each. Which crop and hotspot a picture has is not known there, so a picture still has more addresses
 * than pages show; `sanity/media` bounds what is made at once, and what one picture may take of the disk.
 */

/** Widths in pixels that images are made in. The smallest is for a logo. */
export const mediaWidths = [160, 320, 480, 640, 800, 1200, 1600] as const
export type MediaWidth = (typeof mediaWidths)[number]

/** Shapes an image may be cut to: height for a width. `card` is the shape of share cards (1200 × 630). */
const shapes = {
  '16x9': (width: number) => (width * 9) / 16,
  '3x2': (width: number) => (width * 2) / 3,
  '4x3': (width: number) => (width * 3) / 4,
  '1x1': (width: number) => width,
  card: (width: number) => (width * 630) / 1200,
} as const
export type MediaShape = keyof typeof shapes

/** What is needed of a picture to address it. Crop and hotspot are fractions of the original, as the Studio keeps them. */
export type MediaPicture = Readonly<{
  assetId: string
  width: number
  height: number
  hotspot?: Readonly<{x: number; y: number}> | null
  crop?: Readonly<{top: number; bottom: number; left: number; right: number}> | null
}>

export type MediaOptions = Readonly<{width: MediaWidth; shape?: MediaShape}>

/** A request the media route may answer. `parameters` are those of Sanity's image addresses, for the lake or the CDN. */
export type MediaRequest = Readonly<{
  assetId: string
  /** `<hash>-<width>x<height>.<extension>`: the file's name in Sanity's image addresses. */
  fileName: string
  extension: string
  parameters: URLSearchParams
}>

const assetPattern = /^image-([A-Za-z0-9_]{6,64})-([1-9]\d{0,4})x([1-9]\d{0,4})-([a-z0-9]{2,5})$/

const isWidth = (value: number): value is MediaWidth => mediaWidths.some((width) => width === value)
const isShape = (value: string): value is MediaShape => Object.hasOwn(shapes, value)

/** Two decimals place a focal point well enough, and keep the number of possible addresses small. */
const rounded = (fraction: number): number => Math.round(Math.min(1, Math.max(0, fraction)) * 100) / 100

type Rect = readonly [left: number, top: number, width: number, height: number]

/** The part of the original that the editor kept, in pixels; null where it is the whole. */
function keptRect({width, height, crop}: MediaPicture): Rect | null {
  if (!crop || (crop.top === 0 && crop.bottom === 0 && crop.left === 0 && crop.right === 0)) return null
  const left = Math.round(crop.left * width)
  const top = Math.round(crop.top * height)
  const keptWidth = Math.round(width - crop.right * width) - left
  const keptHeight = Math.round(height - crop.bottom * height) - top
  return keptWidth > 0 && keptHeight > 0 ? [left, top, keptWidth, keptHeight] : null
}

/** Width and height in pixels of what is left of a picture after the editor's crop. */
export function keptSize(picture: MediaPicture): {width: number; height: number} {
  const rect = keptRect(picture)
  return rect ? {width: rect[2], height: rect[3]} : {width: picture.width, height: picture.height}
}

/** The focal point counts within the kept part only. */
function focusIn(picture: MediaPicture): readonly [number, number] | null {
  if (!picture.hotspot) return null
  const {left, right, top, bottom} = picture.crop ?? {left: 0, right: 0, top: 0, bottom: 0}
  const x = rounded((picture.hotspot.x - left) / Math.max(0.01, 1 - left - right))
  const y = rounded((picture.hotspot.y - top) / Math.max(0.01, 1 - top - bottom))
  return x === 0.5 && y === 0.5 ? null : [x, y]
}

type Parts = Readonly<{
  assetId: string
  width: number
  shape: MediaShape | null
  focus: readonly number[] | null
  rect: readonly number[] | null
}>

/** The one spelling of an image's address. */
const spell = ({assetId, width, shape, focus, rect}: Parts): string =>
  [
    `/media/${assetId}?w=${width}`,
    shape ? `&r=${shape}` : '',
    focus ? `&fp=${focus.join(',')}` : '',
    rect ? `&rect=${rect.join(',')}` : '',
  ].join('')

/** The address of an image: `/media/<asset>?w=640[&r=4x3][&fp=0.5,0.4][&rect=0,0,800,600]`. */
export const mediaUrl = (picture: MediaPicture, {width, shape}: MediaOptions): string =>
  spell({
    assetId: picture.assetId,
    width,
    shape: shape ?? null,
    focus: shape ? focusIn(picture) : null,
    rect: keptRect(picture),
  })

/** Height in pixels of an image of this width, in a shape or in the picture's own. */
export function mediaHeight(picture: MediaPicture, width: number, shape?: MediaShape): number {
  const kept = keptSize(picture)
  // A drawing may come without a size of its own; a square keeps its place on the page.
  return Math.round(shape ? shapes[shape](width) : (width * (kept.height || 1)) / (kept.width || 1))
}

/** `srcset`, and an address of middle size for who reads none, without sizes that would only blow the picture up. */
export function mediaSources(picture: MediaPicture, shape?: MediaShape): {src: string; srcSet: string} {
  const kept = keptSize(picture)
  // A shape that is higher than the picture would be cut from a blown-up one.
  const isLarger = (width: number) => width > kept.width || (shape !== undefined && shapes[shape](width) > kept.height)
  const useful = mediaWidths.filter((width, index) => index === 0 || !isLarger(width))
  const url = (width: MediaWidth) => mediaUrl(picture, {width, ...(shape && {shape})})
  return {
    src: url(useful.findLast((width) => width <= 800) ?? mediaWidths[0]),
    srcSet: useful.map((width) => `${url(width)} ${width}w`).join(', '),
  }
}

/** The whole picture as large as it is made, up to 1200 pixels wide: what others may show of it. */
export function mediaWhole(picture: MediaPicture): {url: string; width: number; height: number} {
  const own = keptSize(picture).width
  const largest = mediaWidths.findLast((width) => width <= Math.min(own, 1200)) ?? mediaWidths[0]
  // Nothing is blown up: a picture smaller than the smallest width comes in its own size.
  const width = own > 0 ? Math.min(own, largest) : largest
  return {url: mediaUrl(picture, {width: largest}), width, height: mediaHeight(picture, width)}
}

const numbers = (text: string | null, pattern: RegExp): number[] | null =>
  text !== null && pattern.test(text) ? text.split(',').map(Number) : null

/**
 * Reads an image address back: `assetId` from the path, `search` with or without its "?". Null where it is not an
 * address that `mediaUrl` writes; the route answers 404 then.
 */
export function parseMediaRequest(assetId: string, search: string): MediaRequest | null {
  const [, hash, originalWidth, originalHeight, extension] = assetPattern.exec(assetId) ?? []
  if (!hash || !originalWidth || !originalHeight || !extension) return null
  const asked = new URLSearchParams(search)
  const width = Number(asked.get('w'))
  const shape = asked.get('r')
  const focus = numbers(asked.get('fp'), /^(?:0(?:\.\d{1,2})?|1),(?:0(?:\.\d{1,2})?|1)$/)
  const rect = numbers(asked.get('rect'), /^\d{1,5},\d{1,5},\d{1,5},\d{1,5}$/)
  if (!isWidth(width) || (shape !== null && !isShape(shape)) || (focus && shape === null)) return null
  const spelled = spell({assetId, width, shape, focus, rect})
  const wanted = `/media/${assetId}?${search.replace(/^\?/, '')}`
  // A browser may write the commas of an address as %2C; everything else must be spelled as we spell it.
  if (spelled !== wanted.replaceAll('%2C', ',')) return null
  if (rect && !rectFits(rect, Number(originalWidth), Number(originalHeight))) return null
  return {
    assetId,
    fileName: `${hash}-${originalWidth}x${originalHeight}.${extension}`,
    extension,
    parameters: imageParameters({assetId, width, shape, focus, rect}),
  }
}

const rectFits = ([left = 0, top = 0, width = 0, height = 0]: readonly number[], ownWidth: number, ownHeight: number) =>
  width > 0 && height > 0 && left + width <= ownWidth && top + height <= ownHeight

/** The same image in the words of Sanity's image addresses (https://www.sanity.io/docs/apis-and-sdks/image-urls). */
function imageParameters({width, shape, focus, rect}: Parts): URLSearchParams {
  const parameters = new URLSearchParams()
  if (rect) parameters.set('rect', rect.join(','))
  parameters.set('w', String(width))
  if (shape) {
    parameters.set('h', String(Math.round(shapes[shape](width))))
    parameters.set('fit', 'crop')
    if (focus) {
      parameters.set('crop', 'focalpoint')
      parameters.set('fp-x', String(focus[0]))
      parameters.set('fp-y', String(focus[1]))
    }
  } else {
    parameters.set('fit', 'max')
  }
  // Cards go to crawlers, and several read JPEG and PNG only; everybody else gets the best their browser accepts.
  if (shape === 'card') parameters.set('fm', 'jpg')
  else parameters.set('auto', 'format')
  parameters.set('q', '75')
  return parameters
}
