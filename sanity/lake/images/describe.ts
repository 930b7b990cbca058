import {encode as blurHashOf} from 'blurhash'
import {type ImageExtension, imageFormatFor} from './image-format.ts'
import {type OpenImage, openImage, orImageError} from './open-image.ts'
import {type Palette, paletteFor} from './palette.ts'

export {ImageError} from './image-error.ts'

/** What Sanity writes on an image asset under `metadata`. Sizes in pixels, the way up the picture is shown. */
export type ImageMetadata = {
  _type: 'sanity.imageMetadata'
  dimensions: {_type: 'sanity.imageDimensions'; width: number; height: number; aspectRatio: number}
  hasAlpha: boolean
  isOpaque: boolean
  /** A 20 pixel wide preview as a data address: JPEG, or PNG where the picture lets something shine through. */
  lqip: string
  blurHash: string
  palette: Palette
}

export type ImageDescription = {
  extension: ImageExtension
  mimeType: string
  width: number
  height: number
  metadata: ImageMetadata
}

/** Width and height that colours are counted on: small enough to be instant, large enough to see every area. */
const sampleSide = 96

/**
 * Everything the lake stores about an uploaded picture, computed from its bytes.
 *
 * @throws {ImageError} 400 for what is no picture or a damaged one, 413 for one with too many pixels
 */
export async function describeImage(bytes: Uint8Array): Promise<ImageDescription> {
  const image = await openImage(bytes)
  const {extension, width, height} = image
  const isOpaque = await isFullyOpaque(image)
  const {pixels, columns, rows} = await samplePixels(image)
  return {
    extension,
    mimeType: imageFormatFor(extension).mimeType,
    width,
    height,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha: image.metadata.hasAlpha,
      isOpaque,
      lqip: await previewFor(image, isOpaque),
      blurHash: blurHashOf(new Uint8ClampedArray(pixels), columns, rows, 4, 3),
      palette: paletteFor(pixels),
    },
  }
}

async function samplePixels({pipeline}: OpenImage): Promise<{pixels: Uint8Array; columns: number; rows: number}> {
  const {data, info} = await orImageError(() =>
    pipeline()
      .resize(sampleSide, sampleSide, {fit: 'inside', withoutEnlargement: true})
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({resolveWithObject: true}),
  )
  return {pixels: data, columns: info.width, rows: info.height}
}

async function isFullyOpaque({metadata, pipeline}: OpenImage): Promise<boolean> {
  if (!metadata.hasAlpha) return true
  const {isOpaque} = await orImageError(() => pipeline().stats())
  return isOpaque
}

async function previewFor({pipeline}: OpenImage, isOpaque: boolean): Promise<string> {
  const small = pipeline().resize(20)
  const encoded = isOpaque ? small.flatten().jpeg({quality: 60}) : small.png({palette: true})
  const preview = await orImageError(() => encoded.toBuffer())
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${preview.toString('base64')}`
}
