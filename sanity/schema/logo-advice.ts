/** Whether a logo can be seen on light and on dark pages, asked of what the dataset knows of the image. */
import type {ValidationContext} from '@sanity/types'
import {logoPlates} from '@/lib/brand'
import {assetOf} from './asset-of'
import {schemaApiVersion} from './uniqueness'

const TONE = `*[_id == $id][0]{"opaque": metadata.isOpaque, "tone": metadata.palette.dominant.background}`

/** Advice on the logo of the settings; the website helps itself with a plate. */
export async function logoAdvice(logo: unknown, context: ValidationContext): Promise<true | string> {
  const id = assetOf(logo)
  if (id === null) return true
  const found: unknown = await context
    .getClient({apiVersion: schemaApiVersion})
    .fetch(TONE, {id}, {perspective: 'raw', tag: 'validation.logo'})
  const {opaque, tone}: {opaque?: unknown; tone?: unknown} = typeof found === 'object' && found !== null ? found : {}
  if (opaque === true || typeof tone !== 'string') return true
  const {light, dark} = logoPlates(tone)
  if (light) return 'This logo can hardly be seen on a light page. The website puts a dark plate behind it.'
  if (dark && assetOf(context.document?.logoDark) === null) {
    return 'This logo can hardly be seen on a dark page. Add a logo for dark pages below, or the website puts a white plate behind it.'
  }
  return true
}
