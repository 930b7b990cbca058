/** Beside Publish: begin or open a translation, and say that one is up to date. Nothing here translates or publishes. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {TranslateIcon} from '@sanity/icons/Translate'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient, useDocumentOperation, useEditState} from 'sanity'
import {useRouter} from 'sanity/router'
import {z} from 'zod'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'
import {defaultLanguage} from '@/sanity/vocabulary'
import {furtherLanguages, lagsBehind, originalOf, referredTo, translationDraft} from './translations'

const VERSION_QUERY = `*[translationOf._ref == $id && language == $language] | order(_id asc)[0]._id`
const TRANSLATED_QUERY = `*[translationOf._ref in $ids && language == $language]{_id, "of": translationOf._ref}`

const Translated = z.array(z.object({_id: z.string(), of: z.string()}))

const publishedId = (id: string): string => id.replace(/^drafts\./, '')

const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** "Spanish version" of an original: opens it, or begins one as a draft with the original's text to write over. */
const versionIn =
  ({value: language, title}: (typeof furtherLanguages)[number]): DocumentActionComponent =>
  ({id, type, draft, published}) => {
    const client = useClient({apiVersion: schemaApiVersion})
    const router = useRouter()
    const toast = useToast()
    const [busy, setBusy] = useState(false)
    const shown = draft ?? published
    if (!shown || (shown.language ?? defaultLanguage) !== defaultLanguage) return null

    async function open() {
      const known = await client.fetch<unknown>(VERSION_QUERY, {id, language}, {perspective: 'raw', tag: 'translation'})
      const found = z.string().nullable().parse(known)
      if (found) return router.navigateIntent('edit', {id: publishedId(found), type})
      if (!published) return
      const answer = await client.fetch<unknown>(
        TRANSLATED_QUERY,
        {ids: referredTo(published), language},
        {perspective: 'published', tag: 'translation'},
      )
      const translated = new Map(Translated.parse(answer).map((one) => [one.of, one._id]))
      const newId = randomId()
      await client.create({...translationDraft(published, language, translated), _id: `drafts.${newId}`})
      router.navigateIntent('edit', {id: newId, type})
      toast.push({
        status: 'success',
        title: `A ${title} version was begun`,
        description: 'It holds the English text. Write over all of it, then publish. Nothing is translated by itself.',
      })
    }

    return {
      label: `${title} version`,
      icon: TranslateIcon,
      disabled: busy || !published,
      title: published
        ? `Opens the ${title} version, or begins one with the English text to write over.`
        : 'Publish the English page first.',
      onHandle: () => {
        setBusy(true)
        open()
          .catch(() => toast.push({status: 'error', title: `The ${title} version could not be opened. Try again.`}))
          .finally(() => setBusy(false))
      },
    }
  }

/** Notes the state of the original that a translation now says. It counts once the translation is published. */
const upToDate: DocumentActionComponent = ({id, type, draft, published}) => {
  const shown = draft ?? published
  const original = originalOf(shown)
  const source = useEditState(original ?? id, type)
  const {patch} = useDocumentOperation(id, type)
  const toast = useToast()
  if (!shown || !original) return null
  const changed = source.published?._updatedAt
  const behind = lagsBehind(shown, source.published)
  return {
    label: 'Translation is up to date',
    icon: CheckmarkCircleIcon,
    disabled: !behind || !changed || patch.disabled !== false,
    title: behind
      ? 'You have compared it with the English page, and it says the same.'
      : 'It says what the published English page says.',
    onHandle: () => {
      patch.execute([
        {setIfMissing: {translation: {_type: 'translation'}}},
        {set: {'translation.sourceUpdatedAt': changed}},
      ])
      toast.push({status: 'success', title: 'Noted. Publish to finish.'})
    },
  }
}

export const translationActions: DocumentActionComponent[] = [...furtherLanguages.map(versionIn), upToDate]
