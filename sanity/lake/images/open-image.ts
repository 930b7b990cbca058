import sharp, {type Metadata, type Sharp, type SharpOptions} from 'sharp'
import {ImageError} from './image-error.ts'
import {getImageExtension, type ImageExtension, imageFormatFor} from './image-format.ts'

/** The most pixels a picture may unpack to, all frames together: a 40 kB file can claim ten thousand megapixels. */
export const maximumPixels = 100_000_000

/** How long one picture may keep libvips busy, in seconds. */
const patience = 30

/** A picture whose kind and size are known and within limits, and that can be decoded any number of times. */
export type OpenImage = {
  extension: ImageExtension
  metadata: Metadata
  /** Pixels of one frame the way up it is shown, that is with the EXIF orientation applied. */
  width: number
  height: number
  frames: number
  /** A fresh pipeline, turned upright; everything it writes comes without EXIF, GPS or colour profile. */
  pipeline: (options?: SharpOptions) => Sharp
}

/**
 * Tells what a picture is from its first bytes and checks its size before a pixel is decoded.
 *
 * @throws {ImageError} 400 for what is no picture or a broken one, 413 for one that would unpack to too many pixels
 */
export async function openImage(bytes: Uint8Array): Promise<OpenImage> {
  const extension = getImageExtension(bytes)
  if (!extension) {
    throw new ImageError(400, 'This file is not a picture we can show: please use JPEG, PNG, WebP, GIF, AVIF or SVG.')
  }
  const pipeline = (options: SharpOptions = {}) =>
    sharp(bytes, {failOn: 'error', limitInputPixels: maximumPixels, autoOrient: true, ...options}).timeout({
      seconds: patience,
    })

  const metadata = await orImageError(() => pipeline().metadata())
  if (metadata.format !== imageFormatFor(extension).loader) {
    throw new ImageError(400, `This file begins like ${extension} but is ${metadata.format}: save it again and retry.`)
  }
  const {width, height} = metadata.autoOrient
  const frames = metadata.pages ?? 1
  if (width * height * frames > maximumPixels) throw tooManyPixels()
  return {extension, metadata, width, height, frames, pipeline}
}

/** Runs one step of libvips and says in plain words what went wrong, with its own words as the cause. */
export async function orImageError<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step()
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    if (/pixel limit/i.test(message)) throw tooManyPixels(cause)
    if (/timeout/i.test(message)) {
      throw new ImageError(413, `This picture takes more than ${patience} seconds to read: make it smaller.`, {cause})
    }
    throw new ImageError(400, 'This picture is damaged or incomplete: open it in an editor, save it again and retry.', {
      cause,
    })
  }
}

function tooManyPixels(cause?: unknown): ImageError {
  const limit = maximumPixels / 1_000_000
  return new ImageError(413, `This picture has more than ${limit} million pixels: make it smaller and retry.`, {cause})
}
