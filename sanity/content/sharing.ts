/** What other places show of a page: the share card, and the entry in a search engine. */
import {z} from 'zod'
import {Picture, picture} from './picture'

export const social = /* groq */ `{
  "title": social.title,
  "text": social.text,
  "image": ${picture('social.image')},
  "hideNetworks": coalesce(social.hideNetworks, false)
}`

/** Overrides for the share card; where a part is null, the page's own title, summary or image is used. */
export const Social = z.strictObject({
  title: z.string().nullable(),
  text: z.string().nullable(),
  image: Picture.nullable(),
  /** Offers no social networks on this page. */
  hideNetworks: z.boolean(),
})
export type Social = z.infer<typeof Social>

export const search = /* groq */ `{
  "title": search.title,
  "description": search.description,
  "hide": coalesce(search.hide, false)
}`

/** Overrides for search engines; `hide` keeps the page out of them and out of the sitemap. */
export const Search = z.strictObject({
  title: z.string().nullable(),
  description: z.string().nullable(),
  hide: z.boolean(),
})
export type Search = z.infer<typeof Search>
