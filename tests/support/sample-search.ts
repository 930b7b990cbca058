/** The search of the sample clinic, built from its documents as the site builds it, without a lake. */
import {evaluate, parse} from 'groq-js'
import type {Language} from '@/lib/language'
import {documentFrom} from '@/lib/search/document'
import {buildIndex, type SearchIndex} from '@/lib/search/search-index'
import {type SearchContent, searchContract} from '@/sanity/content/search-index'
import {sampleDocuments} from '@/sanity/seed/documents'

export async function searchContentIn(
  language: Language,
  dataset: readonly object[] = sampleDocuments,
): Promise<SearchContent> {
  const params = {language}
  const value = await evaluate(parse(searchContract.query, {params}), {dataset: [...dataset], params})
  return searchContract.answer.parse(await value.get()) as SearchContent
}

export async function sampleSearch(language: Language = 'en', dataset?: readonly object[]): Promise<SearchIndex> {
  const {documents, words} = await searchContentIn(language, dataset)
  return buildIndex({
    language,
    documents: documents.map(documentFrom),
    synonyms: words?.groups.map((group) => group.words) ?? [],
  })
}
