/** Images, as what the site needs to draw one from its own origin without a jump in the layout. */
import {z} from 'zod'

/** What a projection says of an image besides its texts; `at` is the path to the image field, with a dot, or empty. */
export const imageFields = (at = '') => /* groq */ `
  "width": coalesce(${at}asset->metadata.dimensions.width, 0),
  "height": coalesce(${at}asset->metadata.dimensions.height, 0),
  "lqip": ${at}asset->metadata.lqip,
  "hotspot": select(defined(${at}hotspot) => {
    "x": coalesce(${at}hotspot.x, 0.5),
    "y": coalesce(${at}hotspot.y, 0.5),
    "width": coalesce(${at}hotspot.width, 1),
    "height": coalesce(${at}hotspot.height, 1)
  }),
  "crop": select(defined(${at}crop) => {
    "top": coalesce(${at}crop.top, 0),
    "bottom": coalesce(${at}crop.bottom, 0),
    "left": coalesce(${at}crop.left, 0),
    "right": coalesce(${at}crop.right, 0)
  }),
  "assetId": coalesce(${at}asset->_id, "")
`

/** A `picture` field, or null while it has no image. An image without text for screen readers counts as decoration. */
export const picture = (field: string) => /* groq */ `
  select(defined(${field}.asset->_id) => ${field}{
    "alt": coalesce(alt, ""),
    caption,
    credit,
    ${imageFields()}
  })
`

const fraction = z.number().min(0).max(1)

export const Picture = z.strictObject({
  /** Empty for a decorative image. */
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  /** Pixels of the original. */
  width: z.number(),
  height: z.number(),
  /** A tiny blurred preview as a data address. */
  lqip: z
    .stringFormat('data address of an image', (text) => /^data:image\/(?:jpeg|png|webp|gif);base64,/.test(text))
    .nullable(),
  /** The part that must stay visible; fractions of width and height, x and y its center. */
  hotspot: z.strictObject({x: fraction, y: fraction, width: fraction, height: fraction}).nullable(),
  /** What to cut off each side, as fractions. */
  crop: z.strictObject({top: fraction, bottom: fraction, left: fraction, right: fraction}).nullable(),
  /** `_id` of the image asset, from which the site makes its own address. */
  assetId: z.string(),
})
export type Picture = z.infer<typeof Picture>
