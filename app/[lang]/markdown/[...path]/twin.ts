/** Which page an address belongs to, and its Markdown twin: made of the same answers as the page. */
import {requireFrame} from '@/app/[lang]/(site)/frame'
import {
  conditionsTwin,
  conditionTwin,
  contactTwin,
  factsTwin,
  factTwin,
  homeTwin,
  listTwin,
  locationsTwin,
  locationTwin,
  personTwin,
  questionsTwin,
  questionTwin,
  studioPageTwin,
  treatmentTwin,
} from '@/components/markdown/pages'
import {labelsFor} from '@/lib/labels'
import {defaultLanguage, type Language} from '@/lib/language'
import {
  documentHead,
  factHead,
  type Head,
  homeHead,
  type IndexName,
  indexHead,
  locationHead,
  personHead,
  questionHead,
} from '@/lib/seo/head'
import {getCondition} from '@/sanity/content/condition'
import {getConditions} from '@/sanity/content/conditions'
import {getFact} from '@/sanity/content/fact'
import {getFacts} from '@/sanity/content/facts'
import {getFaq} from '@/sanity/content/faq'
import {getHome} from '@/sanity/content/home'
import {getLocation} from '@/sanity/content/location'
import {getLocations} from '@/sanity/content/locations'
import {getPage} from '@/sanity/content/page'
import {getPeople} from '@/sanity/content/people'
import {getPerson} from '@/sanity/content/person'
import {getQuestions, getQuestionTopics} from '@/sanity/content/questions'
import type {Site} from '@/sanity/content/site'
import {getTreatment} from '@/sanity/content/treatment'
import {getTreatments} from '@/sanity/content/treatments'

export type Twin = Readonly<{
  /** The page's own path. */
  path: string
  markdown: string
}>

type Asked = Readonly<{language: Language; site: Site; today: string; slug: string}>
type Maker = (asked: Asked) => Promise<Twin | null>

type Write = (page: {site: Site; head: Head; today: string}) => string

const twin = (head: Head, {site, today}: Asked, write: Write): Twin => ({
  path: head.path,
  markdown: write({site, head, today}),
})

/** The pages of documents, by the folder they live in. */
const documents: Readonly<Record<string, Maker>> = {
  async conditions(asked) {
    const {language, slug} = asked
    const [found, places] = await Promise.all([getCondition({language, slug}), getLocations({language})])
    return found && twin(documentHead('condition', found), asked, (page) => conditionTwin(page, found, places))
  },
  async treatments(asked) {
    const {language, slug} = asked
    const [found, places] = await Promise.all([getTreatment({language, slug}), getLocations({language})])
    return found && twin(documentHead('treatment', found), asked, (page) => treatmentTwin(page, found, places))
  },
  async questions(asked) {
    const {language, slug} = asked
    const found = await getFaq({language, slug})
    return found && twin(questionHead(found), asked, (page) => questionTwin(page, found))
  },
  async facts(asked) {
    const {language, slug} = asked
    const found = await getFact({language, slug})
    return found && twin(factHead(found, asked.today), asked, (page) => factTwin(page, found))
  },
  async people(asked) {
    const {language, slug} = asked
    const [found, places] = await Promise.all([getPerson({language, slug}), getLocations({language})])
    return found && twin(personHead(found), asked, (page) => personTwin(page, found, places))
  },
  async locations(asked) {
    const {language, slug} = asked
    const found = await getLocation({language, slug})
    return found && twin(locationHead(found), asked, (page) => locationTwin(page, found))
  },
}

const studioPage: Maker = async (asked) => {
  const {language, slug} = asked
  const found = await getPage({language, slug})
  return found && twin(documentHead('page', found), asked, (page) => studioPageTwin(page, found))
}

/** In a further language, a list without entries is a page that does not exist yet. */
const isThere = (list: readonly unknown[], language: Language) => list.length > 0 || language === defaultLanguage

const list = (
  name: Extract<IndexName, 'treatments' | 'people'>,
  type: 'treatment' | 'person',
  read: (params: {language: Language}) => Promise<Parameters<typeof listTwin>[2]>,
): Maker => {
  return async (asked) => {
    const {language, site} = asked
    const found = await read({language})
    const {none} = labelsFor(language)[name]
    return isThere(found, language)
      ? twin(indexHead(language, name, site), asked, (page) => listTwin(page, type, found, none))
      : null
  }
}

/** The pages that exist without a document of their own. */
const builtIn: Readonly<Record<string, Maker>> = {
  async index(asked) {
    const {language, site} = asked
    const [home, conditions, people, locations] = await Promise.all([
      getHome({language}),
      getConditions({language}),
      getPeople({language}),
      getLocations({language}),
    ])
    if (language !== defaultLanguage && home?.language !== language) return null
    return twin(homeHead(language, site, home), asked, (page) => homeTwin(page, home, {conditions, people, locations}))
  },
  async conditions(asked) {
    const {language, site} = asked
    const conditions = await getConditions({language})
    return isThere(conditions, language)
      ? twin(indexHead(language, 'conditions', site), asked, (page) => conditionsTwin(page, conditions))
      : null
  },
  treatments: list('treatments', 'treatment', getTreatments),
  people: list('people', 'person', getPeople),
  async questions(asked) {
    const {language, site} = asked
    const [questions, topics] = await Promise.all([getQuestions({language}), getQuestionTopics({language})])
    return isThere(questions, language)
      ? twin(indexHead(language, 'questions', site), asked, (page) => questionsTwin(page, questions, topics))
      : null
  },
  async facts(asked) {
    const {language, site} = asked
    const facts = await getFacts({language})
    return isThere(facts, language)
      ? twin(indexHead(language, 'facts', site), asked, (page) => factsTwin(page, facts))
      : null
  },
  async locations(asked) {
    const {language, site} = asked
    const places = await getLocations({language})
    return isThere(places, language)
      ? twin(indexHead(language, 'locations', site), asked, (page) => locationsTwin(page, places))
      : null
  },
  async contact(asked) {
    const {language, site} = asked
    const places = await getLocations({language})
    if (site.language !== language && !isThere(places, language)) return null
    return twin(indexHead(language, 'contact', site), asked, (page) => contactTwin(page, places))
  },
}

/** An address is anybody's word: `constructor` is no page, although every object has one. */
const makerAt = (makers: Readonly<Record<string, Maker>>, name: string): Maker | undefined =>
  Object.hasOwn(makers, name) ? makers[name] : undefined

/** The twin of the page at this path (its parts, without a language), or null where there is no such page. */
export async function twinAt(language: Language, parts: readonly string[]): Promise<Twin | null> {
  const [first = '', ...rest] = parts
  const {site, today} = await requireFrame(Promise.resolve({lang: language}))
  const maker = makerAt(rest.length === 0 ? builtIn : documents, first)
  const own = maker ?? studioPage
  return own({language, site, today, slug: maker ? rest.join('/') : parts.join('/')})
}
