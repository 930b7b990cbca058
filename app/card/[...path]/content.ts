/** What each kind of card shows, read from the same answers as the page it stands for. */
import {siteIn} from '@/app/[lang]/(site)/frame'
import {todayAt} from '@/lib/clinic-time'
import type {Language} from '@/lib/language'
import type {Card, CardKind, CardRequest} from '@/lib/seo/card'
import {
  documentHead,
  factHead,
  type Head,
  homeHead,
  indexHead,
  isIndexName,
  locationHead,
  personHead,
  questionHead,
} from '@/lib/seo/head'
import {cardFor} from '@/lib/seo/metadata'
import {getCondition} from '@/sanity/content/condition'
import {getFact} from '@/sanity/content/fact'
import {getFaq} from '@/sanity/content/faq'
import {getHome} from '@/sanity/content/home'
import {getLocation} from '@/sanity/content/location'
import {getPage} from '@/sanity/content/page'
import {getPerson} from '@/sanity/content/person'
import type {Site} from '@/sanity/content/site'
import {getTreatment} from '@/sanity/content/treatment'

type Question = {language: Language; slug: string}

const heads: Record<CardKind, (question: Question, site: Site) => Promise<Head | null>> = {
  async home({language, slug}, site) {
    return slug === 'home' ? homeHead(language, site, await getHome({language})) : null
  },
  index: async ({language, slug}, site) => (isIndexName(slug) ? indexHead(language, slug, site) : null),
  async condition(question) {
    const condition = await getCondition(question)
    return condition && documentHead('condition', condition)
  },
  async treatment(question) {
    const treatment = await getTreatment(question)
    return treatment && documentHead('treatment', treatment)
  },
  async person(question) {
    const person = await getPerson(question)
    return person && personHead(person)
  },
  async location(question) {
    const location = await getLocation(question)
    return location && locationHead(location)
  },
  async page(question) {
    const page = await getPage(question)
    return page && documentHead('page', page)
  },
  async faq(question) {
    const faq = await getFaq(question)
    return faq && questionHead(faq)
  },
  async fact(question, site) {
    const fact = await getFact(question)
    return fact && factHead(fact, todayAt({at: Date.now(), timeZone: site.timeZone}))
  },
}

/** The card as it is now, whatever hash was asked for; null where there is no such document. */
export async function getCard({kind, language, slug}: CardRequest): Promise<Card | null> {
  const site = await siteIn(language)
  const head = await heads[kind]({language, slug}, site)
  return head && cardFor(head, site)
}
