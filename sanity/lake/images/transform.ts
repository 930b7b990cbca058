import {readFile} from 'node:fs/promises'
import sharp, {type Sharp} from 'sharp'
import {encode, isAnimatedOutput, mimeTypeFor, type Output, outputFor} from './encode.ts'
import {ImageError} from './image-error.ts'
import {type Box, type Layout, type Limits, layoutFor, regionFor, type Size} from './layout.ts'
import {maximumPixels, type OpenImage, openImage, orImageError} from './open-image.ts'
import {type ImageParameters, maximumSide} from './parameters.ts'

export {ImageError} from './image-error.ts'
export {type ImageParameters, parseImageParameters} from './parameters.ts'

const white = {r: 255, g: 255, b: 255, alpha: 1}
const clear = {r: 0, g: 0, b: 0, alpha: 0}

/** Decoded pixels on their way, and the size the arithmetic is done in: an SVG is drawn larger than it says it is. */
type Stage = {pipeline: Sharp; nominal: Size; actual: Size}

/**
 * The picture that an image address asks for, as Sanity's documentation describes it: the part named by `rect`, turned
 * and mirrored, then fitted, framed, filtered and encoded. The answer carries no EXIF, GPS or colour profile.
 *
 * An SVG is returned as it is unless `fm` asks for pixels; it may hold script, so serve it with
 * `Content-Security-Policy: sandbox; default-src 'none'` and `nosniff`.
 *
 * @param file the original: its bytes, or the path of a file that holds them
 * @param accept the request's Accept header, which `auto=format` goes by (answer with `Vary: Accept`)
 * @param isStranger whether nobody is known to ask: what they may ask for costs less
 * @throws {ImageError} 400, 413 or 501 with a sentence for whoever wrote the address
 */
export async function transformImage(
  file: Uint8Array | string,
  parameters: ImageParameters,
  accept: string | null = null,
  isStranger = false,
): Promise<{bytes: Uint8Array; mimeType: string}> {
  const bytes = typeof file === 'string' ? await readFile(file) : file
  const image = await openImage(bytes)
  if (image.extension === 'svg' && !parameters.format) return {bytes, mimeType: 'image/svg+xml'}

  const {orientation, flip} = parameters
  const isTurned = orientation !== 0 || flip.horizontal || flip.vertical
  const isAnimated = image.frames > 1 && !parameters.firstFrame
  const output = outputFor(image.extension, parameters, accept, isAnimated)
  const keepsFrames = isAnimated && isAnimatedOutput(output)
  if (keepsFrames && isTurned) {
    throw new ImageError(501, 'This lake cannot turn or mirror an animation: add frame=1 for a still picture.')
  }

  const limits = isStranger ? strangersLimits(image, output) : undefined
  const opened = await openStage(image, parameters, keepsFrames, limits?.asked)
  const stage = isTurned ? await turned(opened, parameters) : opened
  const remaining = isTurned ? {...parameters, rect: undefined} : parameters
  const layout = layoutFor(stage.nominal, remaining, limits)
  const fitted = cutAndScaled(stage, layout, remaining)
  const keepsAlpha = image.metadata.hasAlpha && mimeTypeFor(output) !== 'image/jpeg'
  const picture = framed(filtered(fitted, parameters), layout, parameters, keepsAlpha)
  return {
    bytes: await orImageError(() => encode(picture, output, parameters.quality).toBuffer()),
    mimeType: mimeTypeFor(output),
  }
}

/** The longest side of what strangers get. An AVIF of 2,048 pixels a side takes a second of the processor, one of 4,096 four. */
const strangersSide = 4096
const strangersAvif = 2048

/** Strangers get nothing larger than the original: only who makes work for others asks for that. A drawing has no size. */
function strangersLimits({extension, width, height}: OpenImage, output: Output): Limits {
  const side = output === 'avif' ? strangersAvif : strangersSide
  const asked = extension === 'svg' ? side : Math.min(side, Math.max(width, height))
  return {asked, own: side}
}

async function openStage(
  image: OpenImage,
  parameters: ImageParameters,
  animated: boolean,
  longest: number = maximumSide,
): Promise<Stage> {
  const nominal = {width: image.width, height: image.height}
  if (image.extension !== 'svg') return {pipeline: image.pipeline({animated}), nominal, actual: nominal}
  const density = 72 * drawingScale(nominal, parameters, longest)
  const drawn = await orImageError(() => image.pipeline({density}).metadata())
  return {pipeline: image.pipeline({density}), nominal, actual: {width: drawn.width, height: drawn.height}}
}

/** How much larger than it says an SVG has to be drawn so that no pixel of the answer is stretched. */
function drawingScale(source: Size, parameters: ImageParameters, longest: number): number {
  const region = regionFor(source, parameters)
  const asked = Math.min(Math.max(parameters.width ?? 0, parameters.height ?? 0) * parameters.dpr, longest)
  const most = Math.sqrt(maximumPixels / 2 / (source.width * source.height))
  return Math.max(1, Math.min(asked / Math.min(region.width, region.height), most))
}

/**
 * The region, turned and mirrored, as pixels of their own: libvips would do these steps in an order of its choosing,
 * and what is "left" has to mean the left of what the reader sees.
 */
async function turned({pipeline, nominal, actual}: Stage, parameters: ImageParameters): Promise<Stage> {
  const region = regionFor(nominal, parameters)
  const {data, info} = await orImageError(() =>
    pipeline
      .extract(enlarged(region, nominal, actual))
      .rotate(parameters.orientation)
      .raw()
      .toBuffer({resolveWithObject: true}),
  )
  const {width, height, channels} = info
  const isSideways = parameters.orientation % 180 !== 0
  const mirrored = await orImageError(() =>
    sharp(data, {raw: {width, height, channels}})
      .flop(parameters.flip.horizontal)
      .flip(parameters.flip.vertical)
      .raw()
      .toBuffer(),
  )
  return {
    pipeline: sharp(mirrored, {raw: {width, height, channels}}),
    nominal: isSideways ? {width: region.height, height: region.width} : {width: region.width, height: region.height},
    actual: {width, height},
  }
}

function cutAndScaled({pipeline, nominal, actual}: Stage, {region, size}: Layout, parameters: ImageParameters): Sharp {
  const byEntropy = parameters.crop.includes('entropy') && (parameters.fit === 'crop' || parameters.fit === 'min')
  const wanted = byEntropy ? regionFor(nominal, parameters) : region
  const part = enlarged(wanted, nominal, actual)
  const isWhole = part.width === actual.width && part.height === actual.height
  const cut = isWhole ? pipeline : pipeline.extract(part)
  return byEntropy
    ? cut.resize(size.width, size.height, {fit: 'cover', position: sharp.strategy.entropy})
    : cut.resize(size.width, size.height, {fit: 'fill'})
}

function enlarged(region: Box, nominal: Size, actual: Size): Box {
  const along = (start: number, length: number, from: number, to: number): [number, number] => {
    const first = Math.min(Math.round((start * to) / from), to - 1)
    return [first, Math.max(1, Math.min(Math.round((length * to) / from), to - first))]
  }
  const [left, width] = along(region.left, region.width, nominal.width, actual.width)
  const [top, height] = along(region.top, region.height, nominal.height, actual.height)
  return {left, top, width, height}
}

/** Strengths are ours: Sanity documents the ranges (0 to 2000 and 0 to 100) but not the curves behind them. */
function filtered(picture: Sharp, {blur, sharpen, grayscale, invert}: ImageParameters): Sharp {
  let result = picture
  if (blur > 0) result = result.blur(Math.max(0.3, blur / 20))
  if (sharpen > 0) result = result.sharpen({sigma: 0.5 + sharpen / 40})
  if (grayscale) result = result.grayscale()
  if (invert) result = result.negate({alpha: false})
  return result
}

/** Adds the free area of `fit=fill` and the padding, and puts a colour behind whatever lets light through. */
function framed(picture: Sharp, layout: Layout, {background}: ImageParameters, keepsAlpha: boolean): Sharp {
  const {size, canvas, left, top} = layout
  const isTranslucent = background !== undefined && background.alpha < 1
  const behind = isTranslucent || (keepsAlpha && !background) ? clear : (background ?? white)
  const solid = behind.alpha === 1 ? picture.flatten({background: behind}) : picture.ensureAlpha()
  const extended = solid.extend({
    left,
    top,
    right: canvas.width - size.width - left,
    bottom: canvas.height - size.height - top,
    background: behind,
  })
  if (!isTranslucent) return extended
  const speck = {create: {width: 1, height: 1, channels: 4 as const, background}}
  return extended.composite([{input: speck, tile: true, blend: 'dest-over'}])
}
