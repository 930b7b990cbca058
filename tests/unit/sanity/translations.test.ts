/** Translations as the desk begins, compares and lists them, and as the site's queries see them. */
import {evaluate, parse} from 'groq-js'
import {conditionContract} from '@/sanity/content/condition'
import {conditionsElsewhereContract, settingsElsewhereContract} from '@/sanity/content/elsewhere'
import {locationContract} from '@/sanity/content/location'
import type {Contract} from '@/sanity/contract'
import {subtitle, translationState} from '@/sanity/schema/preview'
import {settingsIn, withoutSingletonOptions} from '@/sanity/studio/singletons'
import {toDos} from '@/sanity/studio/to-do'
import {lagsBehind, originalOf, referredTo, stillInOriginal, translationDraft} from '@/sanity/studio/translations'
import {backPain, settings} from './clinic-documents'

async function answerTo<Value>(contract: Contract, params: Record<string, string>, dataset: readonly object[]) {
  const value = await evaluate(parse(contract.query, {params}), {dataset: [...dataset], params})
  return contract.answer.parse(await value.get()) as Value
}

const translationOf = {_type: 'reference', _ref: 'condition-back-pain', _weak: true}
const spanish = {
  ...backPain,
  _id: 'condition-dolor',
  language: 'es',
  title: 'Dolor de espalda',
  slug: {_type: 'slug', current: 'dolor-de-espalda'},
  translationOf,
  // Begun after the original was last published.
  _createdAt: '2026-03-01T00:00:00Z',
}
const inSpanish = {language: 'es', slug: 'dolor-de-espalda'}
const inEnglish = {language: 'en', slug: 'back-pain'}
type Page = {translations: {_id: string; language: string; slug: string}[]; lagsBehind: boolean} | null

describe('a page', () => {
  it('knows the same page in another language, from either side', async () => {
    const english = await answerTo<Page>(conditionContract, inEnglish, [backPain, spanish])
    const translated = await answerTo<Page>(conditionContract, inSpanish, [backPain, spanish])
    expect(english?.translations).toEqual([
      {_id: 'condition-dolor', _type: 'condition', language: 'es', slug: 'dolor-de-espalda'},
    ])
    expect(translated?.translations).toEqual([
      {_id: 'condition-back-pain', _type: 'condition', language: 'en', slug: 'back-pain'},
    ])
  })

  it('has no translation where none is published, or the other page is nothing to it', async () => {
    const stranger = {...spanish, _id: 'condition-other', translationOf: undefined}
    expect((await answerTo<Page>(conditionContract, inEnglish, [backPain, stranger]))?.translations).toEqual([])
    const orphan = await answerTo<Page>(conditionContract, inSpanish, [spanish])
    expect(orphan).toMatchObject({translations: [], lagsBehind: false})
  })

  it.each([
    ['begun after the original was published', {}, '2026-02-01T00:00:00Z', false],
    ['begun before it was published anew', {}, '2026-03-02T00:00:00.5Z', true],
    [
      'confirmed since',
      {translation: {_type: 'translation', sourceUpdatedAt: '2026-03-02T00:00:00.5Z'}},
      '2026-03-02T00:00:00.5Z',
      false,
    ],
    [
      'confirmed before it was published once more',
      {translation: {_type: 'translation', sourceUpdatedAt: '2026-03-02T00:00:00Z'}},
      '2026-03-02T00:00:00.5Z',
      true,
    ],
  ])(
    'that is a translation %s lags behind: to patients, in the lists, beside the title alike',
    async (_, made, changed, lags) => {
      const original = {...backPain, _updatedAt: changed}
      const translation = {...spanish, ...made}
      const page = await answerTo<Page>(conditionContract, inSpanish, [original, translation])
      expect(page?.lagsBehind).toBe(lags)
      expect(lagsBehind(translation, original)).toBe(lags)
      const filter = toDos.find(({id}) => id === 'translations-behind')?.filter
      const listed = await evaluate(parse(`*[${filter}]._id`), {dataset: [original, translation]})
      expect(await listed.get()).toEqual(lags ? ['condition-dolor'] : [])
      const state = {
        originalUpdatedAt: changed,
        sourceUpdatedAt: 'translation' in made ? made.translation.sourceUpdatedAt : undefined,
        begunAt: spanish._createdAt,
      }
      expect(translationState(state)).toBe(lags ? 'Older than the English page' : '')
    },
  )

  it('says in lists what language it is in, and whether it is older than its original', () => {
    const state = {language: 'es', originalUpdatedAt: '2026-02-01T00:00:00Z', begunAt: '2026-01-01T00:00:00Z'}
    expect(subtitle(['Reviewed'], state)).toBe('Reviewed · Spanish · Older than the English page')
    expect(subtitle(['Reviewed'], {language: 'en', begunAt: '2026-01-01T00:00:00Z'})).toBe('Reviewed')
  })

  it('without a document of its own exists in the languages that have something to list', async () => {
    const documents = [backPain, settings, {...spanish, slug: undefined}]
    expect(await answerTo(conditionsElsewhereContract, {language: 'en'}, documents)).toEqual([])
    expect(await answerTo(conditionsElsewhereContract, {language: 'en'}, [...documents, spanish])).toEqual(['es'])
    expect(await answerTo(conditionsElsewhereContract, {language: 'es'}, documents)).toEqual(['en'])
    const both = [...documents, {...settings, _id: 'siteSettings-es', language: 'es'}]
    expect(await answerTo(settingsElsewhereContract, {language: 'en'}, both)).toEqual(['es'])
  })

  it('of a place has its facts from the original, so that a holiday is entered once', async () => {
    const place = (fields: object) => ({
      ...settings,
      _type: 'location',
      title: 'A',
      hours: [],
      specialHours: [],
      ...fields,
    })
    const original = place({
      _id: 'location-a',
      slug: {current: 'a'},
      phone: '(215) 555-0100',
      address: {street: '1 New Street'},
      hours: [{_key: 'm', day: 'monday', opens: '09:00', closes: '17:00'}],
      specialHours: [
        {_key: 'c', date: '2026-12-25', closed: true, note: 'Christmas Day'},
        {_key: 'n', date: '2027-01-01', closed: true, note: 'New Year’s Day'},
      ],
      acceptsNewPatients: false,
    })
    const translation = place({
      _id: 'location-es-a',
      language: 'es',
      slug: {current: 'a'},
      title: 'Consultorio A',
      phone: '(215) 555-0199',
      address: {street: '9 Old Street'},
      specialHours: [{_key: 'c', date: '2026-12-25', closed: false, note: 'Navidad'}],
      acceptsNewPatients: true,
      translationOf: {...translationOf, _ref: 'location-a'},
    })
    expect(await answerTo(locationContract, {language: 'es', slug: 'a'}, [original, translation])).toMatchObject({
      title: 'Consultorio A',
      phone: '(215) 555-0100',
      address: {street: '1 New Street'},
      hours: [{day: 'monday', opens: '09:00', closes: '17:00'}],
      specialHours: [
        {date: '2026-12-25', closed: true, note: 'Navidad'},
        {date: '2027-01-01', closed: true, note: 'New Year’s Day'},
      ],
      acceptsNewPatients: false,
    })
    expect(await answerTo(locationContract, {language: 'en', slug: 'a'}, [original, translation])).toMatchObject({
      phone: '(215) 555-0100',
      specialHours: [{note: 'Christmas Day'}, {note: 'New Year’s Day'}],
    })
  })
})

describe('a translation that the desk begins', () => {
  const original = {...backPain, sample: true, _rev: 'r7', social: {title: 'Shared'}}
  const draft = translationDraft(
    original,
    'es',
    new Map([
      ['condition-sciatica', 'condition-ciatica'],
      ['faq-rest', 'faq-reposo'],
    ]),
  )

  it('points to its original weakly, and notes the state it was made from', () => {
    expect(draft).toMatchObject({
      _type: 'condition',
      language: 'es',
      translationOf,
      translation: {_type: 'translation', sourceUpdatedAt: backPain._updatedAt},
    })
    expect(originalOf(draft)).toBe('condition-back-pain')
    expect(originalOf(backPain)).toBeNull()
  })

  it('takes over structure, pictures and cards, and neither address nor review nor the sample’s mark', () => {
    expect(draft).toMatchObject({image: backPain.image, urgentHelp: backPain.urgentHelp, title: 'Back pain'})
    for (const field of ['_id', '_rev', '_createdAt', '_updatedAt', 'slug', 'review', 'sample', 'social']) {
      expect(draft).not.toHaveProperty(field)
    }
  })

  it('leads to translations where there are any, and shows no question or fact in English', () => {
    expect(draft.relatedConditions).toEqual([
      {_type: 'reference', _ref: 'condition-ciatica', _key: 'condition-sciatica'},
    ])
    expect(draft.faqs).toEqual([expect.objectContaining({_ref: 'faq-reposo'})])
    expect(draft.facts).toEqual([])
    expect(JSON.stringify(draft.sections)).toContain('"_ref":"condition-ciatica"')
    expect(referredTo(backPain)).toEqual(expect.arrayContaining(['condition-sciatica', 'faq-rest', 'fact-disability']))
  })

  it('is all in English at first, and the desk names every passage that still is', () => {
    const long = {...backPain, summary: 'Pain in the back is very common.'}
    const begun = translationDraft(long, 'es', new Map())
    expect(stillInOriginal(begun, long)).toContain('Pain in the back is very common.')
    expect(stillInOriginal({...begun, summary: 'El dolor de espalda es muy común.'}, long)).not.toContain(
      'Pain in the back is very common.',
    )
    expect(stillInOriginal({title: 'TENS'}, {title: 'TENS'})).toEqual([])
  })
})

describe('the website settings', () => {
  it('have a place on the desk in each language, and are made there and nowhere else', () => {
    expect(settingsIn).toEqual([
      {language: 'en', id: 'siteSettings', title: 'Website settings'},
      {language: 'es', id: 'siteSettings-es', title: 'Website settings (Spanish)'},
    ])
    const context = {} as Parameters<typeof withoutSingletonOptions>[1]
    expect(withoutSingletonOptions([{templateId: 'siteSettings-in'}, {templateId: 'faq'}], context)).toEqual([
      {templateId: 'faq'},
    ])
  })
})
