/** `GET /api/enquiries/inbox/insights`: where questions come from and how fast they are answered, from counters alone. */
import {insightsOf, type KnownPage} from '@/lib/enquiries/insights'
import {type Language, languages} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import {conditionsContract} from '@/sanity/content/conditions'
import {questionTopicsContract} from '@/sanity/content/questions'
import {treatmentsContract} from '@/sanity/content/treatments'
import {recall} from '@/sanity/read'
import {answer, inbox} from '../door'

export const GET = inbox(async ({desk}) => {
  // Without the lake the numbers are told all the same, only without the names of pages.
  const known = await Promise.all(languages.map((language) => pagesIn(language).catch(() => [])))
  return answer(insightsOf(desk.store.months(), new Map(known.flat())))
})

/** Conditions and treatments, which can show questions and answers, with how many they do. */
async function pagesIn(language: Language): Promise<[path: string, page: KnownPage][]> {
  const [conditions, treatments, topics] = await Promise.all([
    recall(conditionsContract, {language}),
    recall(treatmentsContract, {language}),
    recall(questionTopicsContract, {language}),
  ])
  const counts = new Map(topics.value.map(({_id, questions}) => [_id, questions.length]))
  const page = (_type: 'condition' | 'treatment', {_id, title, slug}: {_id: string; title: string; slug: string}) =>
    [pathFor({_type, slug, language}), {title, faqs: counts.get(_id) ?? 0}] satisfies [string, KnownPage]
  return [
    ...conditions.value.map((condition) => page('condition', condition)),
    ...treatments.value.map((treatment) => page('treatment', treatment)),
  ]
}
