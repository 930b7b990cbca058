import {z} from 'zod'
import {defaultLanguage, languages, sourceKinds} from '@/sanity/vocabulary'
import {choice} from './choice'
import {WebAddress} from './link'

/** The published documents of a list of references, in the editor's order; those not published are left out. */
export const published = (field: string, projection: string) => /* groq */ `
  coalesce((${field}[]->${projection})[defined(_id)], [])
`

export const sourceFields = /* groq */ `{_id, title, publisher, url, year, kind, "language": coalesce(language, "${defaultLanguage}")}`

/** Where a statement comes from. */
export const Source = z.strictObject({
  _id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: WebAddress,
  year: z.number(),
  kind: choice(sourceKinds),
  /** What it is written in, for those who hear its title. */
  language: choice(languages),
})
export type Source = z.infer<typeof Source>
