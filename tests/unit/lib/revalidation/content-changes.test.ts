/** When what readers see changed: not when a document was touched, and never "now" for want of knowing better. */
import {afterAll, expect, jest, test} from '@jest/globals'
import {picture} from '@/components/examples/content/picture'
import {temporaryFolder} from '../../../support/temporary-folder'

const {folder, remove} = temporaryFolder('content-changes')
// Before anything reads the environment: the store is to lie in the folder of this test.
process.env.DATA_DIR = folder
const {keepAnswer} = jest.requireActual<typeof import('@/lib/revalidation/answers')>('@/lib/revalidation/answers')
const {contentChangeOf, dateChange, noticeContent, undatedChanges} = jest.requireActual<
  typeof import('@/lib/revalidation/content-changes')
>('@/lib/revalidation/content-changes')
const {siteStore} = jest.requireActual<typeof import('@/lib/revalidation/site-store')>('@/lib/revalidation/site-store')

afterAll(() => {
  siteStore().close()
  remove()
})

const edited = Date.parse('2026-03-01T10:00:00Z')

let questions = 0
const newQuestion = () => ({contract: 'condition', params: {language: 'en', slug: `page-${questions++}`}})
type Question = ReturnType<typeof newQuestion>

const answer = {
  _id: 'back-pain',
  _updatedAt: '2026-03-01T10:00:00Z',
  title: 'Back pain',
  faqs: [{_id: 'faq-rest', question: 'Should I rest?'}],
}

/** The site reads an answer, and asks the lake when its documents were edited. */
function read(question: Question, value: object, newestEdit: number | null, shape = 'query 1') {
  keepAnswer(question, JSON.stringify(value), value, null)
  noticeContent(question, value, shape)
  for (const {key} of undatedChanges()) dateChange(key, newestEdit)
  return contentChangeOf(question)?.changedAt
}

const at = (time: number) => new Date(time).toISOString()

test('what is seen for the first time changed when its newest document was edited', () => {
  expect(read(newQuestion(), answer, edited)).toBe(at(edited))
})

test('nobody can tell when nothing is known of the documents', () => {
  expect(read(newQuestion(), answer, null)).toBeNull()
})

test('a document that is touched without a difference for readers has not changed', () => {
  const question = newQuestion()
  read(question, answer, edited)
  expect(read(question, {...answer, _updatedAt: '2026-06-01T10:00:00Z', _rev: 'r2'}, edited + 1e9)).toBe(at(edited))
})

test('a changed question is a change of the page that shows it', () => {
  const question = newQuestion()
  read(question, answer, edited)
  const faqs = [{_id: 'faq-rest', question: 'Should I really rest?'}]
  expect(read(question, {...answer, faqs}, edited + 5000)).toBe(at(edited + 5000))
})

test('what was taken away changed when that was noticed', () => {
  const question = newQuestion()
  const noticed = edited + 86_400_000
  read(question, answer, edited)
  const clock = jest.spyOn(Date, 'now').mockReturnValue(noticed)
  expect(read(question, {...answer, faqs: []}, edited)).toBe(at(noticed))
  clock.mockRestore()
})

test('a newer version of the software that asks for more changes nothing', () => {
  const question = newQuestion()
  read(question, answer, edited)
  expect(read(question, {...answer, icd10: []}, edited, 'query 2')).toBe(at(edited))
})

test('no change is dated in the future', () => {
  expect(Date.parse(read(newQuestion(), answer, Date.now() + 1e9) ?? '')).toBeLessThanOrEqual(Date.now())
})

test('a page that is gone and comes back is new', () => {
  const question = newQuestion()
  read(question, answer, edited)
  noticeContent(question, null, 'query 1')
  expect(contentChangeOf(question)).toBeNull()
  expect(read(question, answer, edited + 1000)).toBe(at(edited + 1000))
})

test('pictures that readers see are remembered, once, without those for share cards and decoration', () => {
  const question = newQuestion()
  const card = {...picture, assetId: picture.assetId.replace('0123', '9999')}
  const dots = {...picture, alt: '', assetId: picture.assetId.replace('0123', '8888')}
  read(question, {...answer, image: picture, figures: [{picture}, {picture: dots}], social: {image: card}}, edited)
  expect(contentChangeOf(question)?.pictures.map(({assetId}) => assetId)).toEqual([picture.assetId])
})
