/** Where the style sheet with the clinic's colour is: an address that changes with what is in it. */
import {createHash} from 'node:crypto'
import {brandCss} from './brand.ts'

/** Of the style sheet itself, so that a change of how colours are derived reaches everybody too. */
export const brandHash = (brandColor: string): string =>
  createHash('sha256').update(brandCss(brandColor)).digest('hex').slice(0, 12)

export const brandHref = (brandColor: string): string => `/brand.css?v=${brandHash(brandColor)}`
