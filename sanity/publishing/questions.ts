/**
 * Every question that pages ask, and the pages that show its answer: how a changed document finds the pages to refresh.
 * A test compares this table with what the pages really carry.
 */

import {defaultLanguage, isLanguage, type Language} from '@/lib/language'
import {canBeMoved, pathFor, pathIn, sitePaths} from '@/lib/paths'
import {keptAnswer, keptQuestions, type Params, type Question} from '@/lib/revalidation/answers'
import {addressesContract} from '@/sanity/content/address'
import {conditionContract} from '@/sanity/content/condition'
import {conditionsContract} from '@/sanity/content/conditions'
import {crawlersContract} from '@/sanity/content/crawlers'
import {downloadContract} from '@/sanity/content/download'
import {
  conditionsElsewhereContract,
  factsElsewhereContract,
  locationsElsewhereContract,
  peopleElsewhereContract,
  questionsElsewhereContract,
  settingsElsewhereContract,
  treatmentsElsewhereContract,
} from '@/sanity/content/elsewhere'
import {factContract} from '@/sanity/content/fact'
import {factsContract} from '@/sanity/content/facts'
import {faqContract} from '@/sanity/content/faq'
import {homeContract} from '@/sanity/content/home'
import {listingContract} from '@/sanity/content/listing'
import {locationContract} from '@/sanity/content/location'
import {locationsContract} from '@/sanity/content/locations'
import {pageContract} from '@/sanity/content/page'
import {peopleContract} from '@/sanity/content/people'
import {personContract} from '@/sanity/content/person'
import {questionsContract, questionTopicsContract} from '@/sanity/content/questions'
import {redirectContract} from '@/sanity/content/redirect'
import {searchContract} from '@/sanity/content/search-index'
import {siteContract} from '@/sanity/content/site'
import {treatmentContract} from '@/sanity/content/treatment'
import {treatmentsContract} from '@/sanity/content/treatments'
import type {Contract} from '@/sanity/contract'
import type {PageType} from '@/sanity/vocabulary'

/** The pages that show an answer: some paths, or every page in its language. */
type Pages = (params: Params, asked: () => readonly Question[]) => readonly string[] | 'every page'

const languageOf = ({language}: Params): Language => (isLanguage(language) ? language : defaultLanguage)
const index =
  (...paths: string[]): Pages =>
  (params) =>
    paths.map((path) => pathIn(languageOf(params), path))

/**
 * What stands beside a list. In a further language, a list without entries is a page that does not exist: nothing can be
 * expected there, and a publication that waited for it would never be done.
 */
const beside =
  (list: Contract, path: string): Pages =>
  (params, asked) =>
    languageOf(params) === defaultLanguage || hasEntries(list, params) ? index(path)(params, asked) : []

function hasEntries({name}: Contract, params: Params): boolean {
  const entries = keptAnswer({contract: name, params: {language: languageOf(params)}})?.value
  return Array.isArray(entries) && entries.length > 0
}

const documentPage =
  (type: PageType): Pages =>
  (params) => [pathFor({_type: type, slug: params.slug ?? '', language: languageOf(params)})]

/** The pages of documents of these types, as far as they were ever asked for: those that also show the answer. */
const pagesOf =
  (...types: readonly PageType[]): Pages =>
  (params, asked) =>
    asked().flatMap((kept) => {
      const type = types.find((name) => name === kept.contract)
      return type && languageOf(kept.params) === languageOf(params) ? documentPage(type)(kept.params, asked) : []
    })

const table: readonly {contract: Contract; pages: Pages}[] = [
  {contract: siteContract, pages: () => 'every page'},
  {contract: homeContract, pages: index('/')},
  {contract: conditionsContract, pages: index('/', '/conditions')},
  {contract: treatmentsContract, pages: index('/treatments')},
  {contract: questionsContract, pages: index('/questions')},
  {contract: questionTopicsContract, pages: beside(questionsContract, '/questions')},
  {contract: factsContract, pages: index('/facts')},
  {contract: peopleContract, pages: index('/', '/people')},
  {
    contract: locationsContract,
    pages: (params, asked) => [
      ...index('/', '/locations', '/contact')(params, asked),
      ...pagesOf('condition', 'treatment', 'person')(params, asked),
    ],
  },
  {contract: conditionContract, pages: documentPage('condition')},
  {contract: treatmentContract, pages: documentPage('treatment')},
  {contract: faqContract, pages: documentPage('faq')},
  {contract: factContract, pages: documentPage('fact')},
  {contract: personContract, pages: documentPage('person')},
  {contract: locationContract, pages: documentPage('location')},
  {contract: pageContract, pages: documentPage('page')},
  {contract: conditionsElsewhereContract, pages: beside(conditionsContract, '/conditions')},
  {contract: treatmentsElsewhereContract, pages: beside(treatmentsContract, '/treatments')},
  {contract: questionsElsewhereContract, pages: beside(questionsContract, '/questions')},
  {contract: factsElsewhereContract, pages: beside(factsContract, '/facts')},
  {contract: peopleElsewhereContract, pages: beside(peopleContract, '/people')},
  {contract: locationsElsewhereContract, pages: beside(locationsContract, '/locations')},
  {contract: settingsElsewhereContract, pages: index('/', '/contact')},
  {contract: redirectContract, pages: ({from}) => (from && canBeMoved(from) ? [from] : [])},
  // Read for each request of the sitemap, robots.txt, the feed and llms.txt: no page keeps them.
  {contract: addressesContract, pages: () => []},
  {contract: crawlersContract, pages: () => []},
  {contract: listingContract, pages: () => []},
  // Asked by whoever downloads it.
  {contract: downloadContract, pages: () => []},
  // Kept in memory as an index, and renewed behind the pages: see site-search.ts.
  {contract: searchContract, pages: () => []},
]

const byName = new Map(table.map((row) => [row.contract.name, row]))

/** The contract of a question; undefined for one that an older version of this software asked. */
export const contractOf = (question: Question): Contract | undefined => byName.get(question.contract)?.contract

/** The language of a question and of the pages that show its answer. */
export const languageOfQuestion = ({params}: Question): Language => languageOf(params)

/**
 * The pages that show the answer to a question. `asked` gives every question that was ever asked, for answers that stand
 * on the pages of many documents.
 */
export const pagesShowing = (
  question: Question,
  asked: () => readonly Question[] = keptQuestions,
): readonly string[] | 'every page' => byName.get(question.contract)?.pages(question.params, asked) ?? []

/** The contracts whose answers a new document of this type can enter. */
export const contractsListing = (documentType: string): Contract[] =>
  table.flatMap(({contract}) => (contract.lists.some((type) => type === documentType) ? [contract] : []))

/** The index pages of a language: there before any document is. */
export const indexPages = (language: Language): string[] => sitePaths.map((path) => pathIn(language, path))
