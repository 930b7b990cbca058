/** The sample clinic, as a visitor of the site asks for it: every answer fits the contract the site holds it to. */
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {z} from 'zod'
import {addressesContract} from '@/sanity/content/address'
import {conditionContract} from '@/sanity/content/condition'
import {conditionsContract} from '@/sanity/content/conditions'
import {factContract} from '@/sanity/content/fact'
import {factsContract} from '@/sanity/content/facts'
import {faqContract} from '@/sanity/content/faq'
import {homeContract} from '@/sanity/content/home'
import {locationContract} from '@/sanity/content/location'
import {locationsContract} from '@/sanity/content/locations'
import {pageContract} from '@/sanity/content/page'
import {peopleContract} from '@/sanity/content/people'
import {personContract} from '@/sanity/content/person'
import {questionsContract, questionTopicsContract} from '@/sanity/content/questions'
import {redirectContract} from '@/sanity/content/redirect'
import {siteContract} from '@/sanity/content/site'
import {treatmentContract} from '@/sanity/content/treatment'
import {treatmentsContract} from '@/sanity/content/treatments'
import type {Contract} from '@/sanity/contract'
import type {PageType} from '@/sanity/vocabulary'
import type {StartedLake} from '../../support/start-lake'
import {type LoadedLake, loadLake} from './loaded-lake'

let loaded: LoadedLake
let lake: StartedLake
let visitor: SanityClient

beforeAll(async () => {
  loaded = await loadLake()
  lake = await loaded.copy()
  visitor = lake.client(null)
}, 120_000)

afterAll(async () => {
  await lake.close()
  loaded.remove()
})

/** Asks as a visitor. Answers with the parsed answer, or with what is wrong with it. */
async function ask<Answer extends z.ZodType>(contract: Contract<Answer>, params: Record<string, string>) {
  const answer = contract.answer.safeParse(await visitor.fetch(contract.query, params))
  return answer.success ? answer.data : z.prettifyError(answer.error)
}

/** All that `sanity/seed` holds in English, the customer's own included, and in Spanish. */
const facts = {en: 15, es: 3}
const questions = {en: 32, es: 8}

const pages: Record<PageType, Contract> = {
  condition: conditionContract,
  treatment: treatmentContract,
  person: personContract,
  location: locationContract,
  page: pageContract,
  faq: faqContract,
  fact: factContract,
}

test('every page of the sample fits its contract', async () => {
  const addresses = addressesContract.answer.parse(await visitor.fetch(addressesContract.query))
  expect(addresses).toHaveLength(49 + facts.en + facts.es + questions.en + questions.es)
  for (const {_id, _type, slug, language} of addresses) {
    expect(await ask(pages[_type], {slug, language})).toMatchObject({_id, sample: true})
  }
})

test('home page, settings and every list fit theirs', async () => {
  const language = 'en'
  const home = homeContract.answer.parse(await visitor.fetch(homeContract.query, {language}))
  expect(home).toMatchObject({sample: true, image: {width: 1600, height: 900}})
  expect(home?.conditions).toHaveLength(6)
  expect(home?.treatments).toHaveLength(4)
  expect(await ask(siteContract, {language})).toMatchObject({name: 'Maple Hollow Pain Clinic', logo: {width: 512}})
  expect(await ask(conditionsContract, {language})).toHaveLength(11)
  expect(await ask(treatmentsContract, {language})).toHaveLength(12)
  expect(await ask(questionsContract, {language})).toHaveLength(questions.en)
  expect(await ask(questionTopicsContract, {language})).toHaveLength(23)
  expect(await ask(factsContract, {language})).toHaveLength(facts.en)
  expect(await ask(peopleContract, {language})).toHaveLength(2)
  expect(await ask(locationsContract, {language})).toHaveLength(2)
})

test('an address of the old site leads to the Back Pain page', async () => {
  expect(await ask(redirectContract, {from: '/back-pain.html'})).toMatchObject({
    toPage: {_type: 'condition', slug: 'back-pain', title: 'Back Pain'},
    permanent: true,
  })
})

test('a page shows its parts whole: cards of three levels, text blocks, facts with sources, questions', async () => {
  const knee = conditionContract.answer.parse(
    await visitor.fetch(conditionContract.query, {slug: 'knee-osteoarthritis', language: 'en'}),
  )
  expect(knee?.urgentHelp.map(({level}) => level)).toEqual(['emergency', 'urgent', 'routine'])
  const blocks = knee?.sections.flatMap(({body}) => body.map(({_type}) => _type))
  expect(blocks).toEqual(expect.arrayContaining(['block', 'table', 'adviceList']))
  expect(knee?.facts.every(({sources}) => sources.length > 0)).toBe(true)
  expect(knee?.faqs).toHaveLength(3)
  expect(knee?.review).toMatchObject({reviewedBy: null, lastReviewed: null})
})
