import {z} from 'zod'
import {noticeKinds} from '@/sanity/vocabulary'
import {choice} from './choice'
import {NamedLink, namedLinkFields} from './link'

export const noticeFields = /* groq */ `{
  _key,
  kind,
  text,
  "link": select(
    defined(link.path) || defined(link.url) || defined(link.page->_id) => link{${namedLinkFields}}
  ),
  startsAt,
  endsAt
}`

/** News on every page, from a moment to a moment. */
export const Notice = z.strictObject({
  _key: z.string(),
  kind: choice(noticeKinds),
  /** Plain text, one or two sentences. */
  text: z.string(),
  link: NamedLink.nullable(),
  /** ISO instants; null: at once, and until it is taken away. */
  startsAt: z.iso.datetime({offset: true}).nullable(),
  endsAt: z.iso.datetime({offset: true}).nullable(),
})
export type Notice = z.infer<typeof Notice>
