import {readFileSync} from 'node:fs'
import {expect, test} from '@jest/globals'
import {z} from 'zod'
import {sampleDocuments} from '../../../sanity/seed/documents.ts'

const customerText = readFileSync('tests/fixtures/legacy/back-pain.txt', 'utf8')

/** Words that the site prints itself, on every page. */
const labels = ['Have a question?', 'Share This Page', 'Did you know…', 'Frequently Asked Questions']

const Text = z.array(z.object({children: z.array(z.object({text: z.string()}))}))
const References = z.array(z.object({_ref: z.string()}))
const Condition = z.object({
  title: z.string(),
  summary: z.string(),
  sections: z.array(z.object({aspect: z.string(), heading: z.string().optional(), body: Text})),
  facts: References,
  faqs: References,
})
const Fact = z.object({statement: z.string(), detail: z.string(), sourceState: z.string(), sources: References})
const Faq = z.object({question: z.string(), answer: Text})

const document = (id: string) => sampleDocuments.find(({_id}) => _id === id)
const textOf = (blocks: z.infer<typeof Text>) =>
  blocks.map(({children}) => children.map(({text}) => text).join('')).join('\n')

const page = Condition.parse(document('condition-back-pain'))
const facts = page.facts.map(({_ref}) => Fact.parse(document(_ref)))
const faqs = page.faqs.map(({_ref}) => Faq.parse(document(_ref)))

test('the Back Pain page holds every word of the customer’s file, in order, character for character', () => {
  const paragraphs = customerText.split('\n').filter((line) => line && !labels.includes(line))
  const written = [
    page.title,
    ...page.sections.map(({body}) => textOf(body)),
    ...facts.map(({statement, detail}) => `${statement} ${detail}`),
    ...faqs.flatMap(({question, answer}) => [question, textOf(answer)]),
  ]
  expect(written).toEqual(paragraphs)
})

test('the only lines of the file that are not in the documents are the labels that the site prints', () => {
  expect(customerText.split('\n').filter((line) => labels.includes(line))).toEqual(labels)
})

test('the page shows one fact and three questions, and its overview has no heading of its own', () => {
  expect(facts).toHaveLength(1)
  expect(faqs).toHaveLength(3)
  expect(page.sections.map(({aspect, heading}) => ({aspect, heading}))).toEqual([{aspect: 'overview'}])
})

test('the fact’s source is being checked, since the customer named none', () => {
  expect(facts.map(({sourceState, sources}) => ({sourceState, sources}))).toEqual([
    {sourceState: 'checking', sources: []},
  ])
})

test('the summary is the page’s own first sentence', () => {
  expect(textOf(page.sections[0]?.body ?? []).startsWith(`${page.summary} `)).toBe(true)
})
