import {type MediaShape, mediaHeight, mediaSources} from '@/lib/media'
import type {Picture as PictureData} from '@/sanity/content/picture'

type Props = {
  picture: PictureData
  /** The `sizes` attribute: how wide the image is drawn, by width of the window. */
  sizes: string
  shape?: MediaShape
  /** Is it in sight when the page opens? Then it is fetched at once. */
  eager?: boolean
  className?: string
  /** Shown in its place on a dark page. */
  dark?: PictureData | null
}

/**
 * An image from the site's own address, in the width that the screen needs, with its place kept while it loads. A plain
 * `img`: `next/image` would bring scripts and an optimizer of its own.
 */
export function Picture({picture, sizes, shape, eager = false, className, dark}: Props) {
  const {src, srcSet} = mediaSources(picture, shape)
  const width = 800
  const image = (
    <img
      className={className}
      src={src}
      srcSet={srcSet}
      sizes={sizes}
      width={width}
      height={mediaHeight(picture, width, shape)}
      alt={picture.alt}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'auto'}
      decoding="async"
    />
  )
  if (!dark) return image
  return (
    <picture>
      <source
        media="(prefers-color-scheme: dark)"
        srcSet={mediaSources(dark, shape).srcSet}
        sizes={sizes}
        width={width}
        height={mediaHeight(dark, width, shape)}
      />
      {image}
    </picture>
  )
}
