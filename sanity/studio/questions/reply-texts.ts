/** The texts for replies that staff keep under "Website settings", in the patient's language. */
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {z} from 'zod'
import type {Language} from '@/lib/language'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'

export const REPLY_TEXTS_QUERY = `*[_type == "siteSettings" && language == $language][0]{
  "texts": coalesce(replyTexts[defined(title) && defined(text)]{"key": _key, title, text}, [])
}.texts`

const ReplyTexts = z.array(z.object({key: z.string(), title: z.string(), text: z.string()})).nullable()

export type ReplyText = {readonly key: string; readonly title: string; readonly text: string}

/** Empty until they are there, and where none can be had: a reply can be written without. */
export function useReplyTexts(language: Language): readonly ReplyText[] {
  const client = useClient({apiVersion: schemaApiVersion})
  const [texts, setTexts] = useState<readonly ReplyText[]>([])
  useEffect(() => {
    const asked = new AbortController()
    client
      .fetch<unknown>(REPLY_TEXTS_QUERY, {language}, {perspective: 'published', signal: asked.signal, tag: 'replies'})
      .then((answer) => setTexts(ReplyTexts.parse(answer) ?? []))
      .catch(() => undefined)
    return () => asked.abort()
  }, [client, language])
  return texts
}
