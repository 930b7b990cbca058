/** A public question made of a patient's: drafts only, on a real lake, in the name of whoever is signed in. */
import type {SanityClient} from '@sanity/client'
import {makeFaq, pageToShowOn} from '@/sanity/studio/questions/promotion'
import {condition, faq, reference} from '../../support/sample'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient

beforeEach(async () => {
  lake = await startLake()
  editor = lake.client('editor')
  await editor.create(faq('known', 'Is it bad?'))
  await editor.create(condition('neck-pain', {title: 'Neck pain', faqs: ['known']}))
})

afterEach(() => lake.close())

const make = (page: string | null) => makeFaq(editor, {question: ' Will my neck\n heal? ', language: 'en', page})
const questionsOf = async (id: string) => (await editor.getDocument(id))?.faqs?.map(({_ref}: {_ref: string}) => _ref)

it('is a draft, and stands on a draft of the page it was asked from; what is published stays as it is', async () => {
  const before = await editor.getDocument('neck-pain')
  const id = await make('/conditions/neck-pain')
  expect(await editor.getDocument(`drafts.${id}`)).toMatchObject({
    _type: 'faq',
    question: 'Will my neck heal?',
    language: 'en',
  })
  expect(await editor.getDocument(id)).toBeUndefined()
  expect(await questionsOf('drafts.neck-pain')).toEqual(['known', id])
  expect(await editor.getDocument('drafts.neck-pain')).toMatchObject({title: 'Neck pain', slug: {current: 'neck-pain'}})
  expect(await editor.getDocument('neck-pain')).toEqual(before)
})

it('is added to the draft that somebody is working on', async () => {
  await editor.create({...condition('neck-pain', {title: 'Neck, anew', faqs: ['known']}), _id: 'drafts.neck-pain'})
  const [one, other] = [await make('/conditions/neck-pain'), await make('/conditions/neck-pain')]
  expect(await questionsOf('drafts.neck-pain')).toEqual(['known', one, other])
  expect((await editor.getDocument('drafts.neck-pain'))?.title).toBe('Neck, anew')
})

it('is referred to as the Studio refers to drafts, so that both can be published', async () => {
  const id = await make('/conditions/neck-pain')
  expect((await editor.getDocument('drafts.neck-pain'))?.faqs.at(-1)).toMatchObject({
    ...{_ref: id, _weak: true},
    _strengthenOnPublish: {type: 'faq'},
  })
  await editor.action([
    {actionType: 'sanity.action.document.publish', draftId: `drafts.${id}`, publishedId: id},
    {actionType: 'sanity.action.document.publish', draftId: 'drafts.neck-pain', publishedId: 'neck-pain'},
  ])
  const [, published] = (await editor.getDocument('neck-pain'))?.faqs ?? []
  expect(published).toMatchObject({_ref: id})
  expect(published).not.toHaveProperty('_weak')
})

it('is made for a page without questions and for none at all, and changes no other document', async () => {
  await editor.create({...condition('bare'), faqs: undefined})
  await editor.create({...condition('first'), faqs: [{...reference('known')}]})
  const id = await make('/conditions/bare')
  expect(await questionsOf('drafts.bare')).toEqual([id])
  for (const page of [
    null,
    '/',
    '/contact',
    '/people/ana',
    '/conditions/gone',
    '/conditions',
    '//evil.example/conditions/bare',
  ]) {
    expect(await editor.getDocument(`drafts.${await make(page)}`)).toBeDefined()
  }
  expect(await editor.fetch('count(*[_type == "condition" && _id in path("drafts.**")])')).toBe(1)
})

it('cannot be made by somebody who may only read', async () => {
  const viewer = lake.client('viewer')
  await expect(makeFaq(viewer, {question: 'Will it?', language: 'en', page: null})).rejects.toThrow()
})

it.each([
  ['/conditions/neck-pain', 'condition'],
  ['/es/treatments/tens', 'treatment'],
  ['/people/ana', null],
  ['/conditions', null],
  [null, null],
])('a question from %s goes onto a page of the kind: %s', (path, kind) => {
  expect(pageToShowOn(path)).toBe(kind)
})
