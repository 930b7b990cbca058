/**
 * A draft FAQ of a patient's question, and its place on a draft of the page that it was asked from: written in one
 * transaction in the name of whoever is signed in. Nothing is published.
 */
import type {SanityClient} from 'sanity'
import {z} from 'zod'
import type {Language} from '@/lib/language'
import {addressedAt} from '@/lib/paths'

/** Kinds of page that show questions and answers. */
const showing = {condition: 'condition', treatment: 'treatment'} as const

/** What the page is called that a question was asked from, where it can show an FAQ; else null. */
export function pageToShowOn(path: string | null): 'condition' | 'treatment' | null {
  const type = path === null ? null : addressedAt(path)?._type
  return type === 'condition' || type === 'treatment' ? showing[type] : null
}

const PAGE_QUERY = `*[_type == $type && slug.current == $slug && language == $language]`

const Pages = z.array(z.looseObject({_id: z.string(), _type: z.string(), faqs: z.array(z.unknown()).nullish()}))

/** @returns the id of the FAQ, without `drafts.` */
export async function makeFaq(
  client: SanityClient,
  {question, language, page}: {question: string; language: Language; page: string | null},
): Promise<string> {
  const id = crypto.randomUUID()
  const transaction = client.transaction().create({
    _id: `drafts.${id}`,
    _type: 'faq',
    question: question.replace(/\s+/g, ' ').trim(),
    language,
  })
  const shown = await pageAt(client, page)
  if (shown) {
    const {_rev, _createdAt, _updatedAt, ...copy} = shown
    const draft = `drafts.${shown._id.replace(/^drafts\./, '')}`
    transaction
      .createIfNotExists({...copy, _id: draft})
      .patch(draft, (patch) => patch.setIfMissing({faqs: []}).append('faqs', [referenceTo(id)]))
  }
  await transaction.commit({tag: 'promote-question', visibility: 'sync'})
  return id
}

/** The draft of the page where there is one, else the published one; versions of a release are left alone. */
async function pageAt(client: SanityClient, path: string | null) {
  const address = path === null || pageToShowOn(path) === null ? null : addressedAt(path)
  if (!address) return null
  const {_type: type, slug, language} = address
  const answer = await client.fetch<unknown>(PAGE_QUERY, {type, slug, language}, {perspective: 'raw'})
  const found = Pages.parse(answer).filter(({_id}) => !_id.startsWith('versions.'))
  return found.find(({_id}) => _id.startsWith('drafts.')) ?? found[0] ?? null
}

/** As the Studio itself refers to what is not published yet: strong once it is. */
const referenceTo = (id: string) => ({
  _key: crypto.randomUUID().slice(0, 12),
  _type: 'reference',
  _ref: id,
  _weak: true,
  _strengthenOnPublish: {type: 'faq', template: {id: 'faq'}},
})
