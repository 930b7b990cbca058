import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {expect, test} from '@jest/globals'
import {z} from 'zod'
import {isSafeHref} from '@/sanity/content/link'
import {sampleDocuments} from '../../../sanity/seed/documents.ts'
import {drawingsIn} from '../../../sanity/seed/drawings.ts'
import {referencesIn} from '../../../sanity/seed/references.ts'
import {isPlainObject} from '../../../sanity/seed/same.ts'
import {minimalSettings} from '../../../sanity/seed/settings.ts'
import {
  bodyRegions,
  languages,
  legalNotices,
  linkableTypes,
  sectionAspects,
  shareNetworks,
  sitePaths,
  sourceKinds,
  timeZones,
  treatmentAspects,
  treatmentKinds,
  urgencyLevels,
  weekdays,
} from '../../../sanity/vocabulary.ts'

const ids = new Set(sampleDocuments.map(({_id}) => _id))
const ofType = (type: string) => sampleDocuments.filter(({_type}) => _type === type)
const isEnglish = ({language}: Record<string, unknown>) => language === 'en'
const count = (value: unknown) => (Array.isArray(value) ? value.length : 0)
const valuesOf = (list: readonly {value: string}[]) => list.map(({value}) => value)

/** Every object inside a value, itself included. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isPlainObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}

test('a small clinic: conditions, treatments, questions, facts, sources, places, people and pages', () => {
  expect(ofType('condition').length).toBeGreaterThanOrEqual(9)
  expect(ofType('treatment').length).toBeGreaterThanOrEqual(12)
  expect(ofType('faq').length).toBeGreaterThanOrEqual(20)
  expect(ofType('fact').filter(({sourceState}) => sourceState === 'sourced').length).toBeGreaterThanOrEqual(10)
  expect(ofType('location').filter(isEnglish)).toHaveLength(2)
  expect(ofType('person').filter(isEnglish)).toHaveLength(2)
  expect(ofType('page').map(({_id}) => _id)).toContain('page-about')
  expect(ofType('siteSettings').map(({language}) => language)).toEqual(['en', 'es'])
})

test('every document is marked as sample, and its id is plain words that begin with its type', () => {
  for (const {_id, _type, sample} of sampleDocuments) {
    expect({_id, sample}).toEqual({_id, sample: true})
    expect(_id).toMatch(_type === 'siteSettings' ? /^siteSettings(?:-es)?$/ : new RegExp(`^${_type}-[a-z0-9-]+$`))
  }
  expect(ids.size).toBe(sampleDocuments.length)
})

test('every reference and every link inside a text leads to a document of the sample', () => {
  const dangling = sampleDocuments.flatMap((document) =>
    referencesIn(document)
      .filter(({to}) => !to.startsWith('drawing:') && !ids.has(to))
      .map(({to}) => `${document._id} → ${to}`),
  )
  expect(dangling).toEqual([])
})

test('links inside texts lead to documents that have a page, and outside links are safe', () => {
  for (const mark of objectsIn(sampleDocuments)) {
    if (mark._type === 'link') expect(isSafeHref(String(mark.href))).toBe(true)
    if (mark._type !== 'internalLink' || !isPlainObject(mark.reference)) continue
    const target = sampleDocuments.find(({_id}) => isPlainObject(mark.reference) && _id === mark.reference._ref)
    expect(linkableTypes).toContain(target?._type)
  }
})

test('no list of references names the same document twice', () => {
  for (const object of objectsIn(sampleDocuments)) {
    for (const list of Object.values(object)) {
      const keys = Array.isArray(list) ? list.flatMap((entry) => (isPlainObject(entry) ? [entry._key] : [])) : []
      expect(new Set(keys).size).toBe(keys.length)
    }
  }
})

test('every object in a list has a key', () => {
  for (const object of objectsIn(sampleDocuments)) {
    for (const list of Object.values(object)) {
      if (!Array.isArray(list)) continue
      for (const entry of list) if (isPlainObject(entry)) expect(entry).toHaveProperty('_key', expect.any(String))
    }
  }
})

test('slugs are unique within type and language', () => {
  const addresses = sampleDocuments.flatMap(({_type, language, slug}) =>
    isPlainObject(slug) ? [`${_type} ${language} ${slug.current}`] : [],
  )
  expect(addresses.length).toBeGreaterThan(70)
  expect(new Set(addresses).size).toBe(addresses.length)
})

const text = z.string().trim().min(1)
const some = z.array(z.unknown()).min(1)
const addressed = {language: z.enum(['en', 'es']), slug: z.object({_type: z.literal('slug'), current: text})}
const required = {
  condition: z.object({
    ...addressed,
    title: text,
    summary: text,
    bodyRegions: z.array(z.enum(valuesOf(bodyRegions))).min(1),
    image: z.object({alt: text}),
    sections: z.array(z.object({aspect: z.enum(valuesOf(sectionAspects)), body: some})).min(1),
  }),
  treatment: z.object({
    ...addressed,
    title: text,
    summary: text,
    kind: z.enum(valuesOf(treatmentKinds)),
    sections: z.array(z.object({aspect: z.enum(valuesOf(treatmentAspects)), body: some})).length(7),
  }),
  faq: z.object({...addressed, question: text.endsWith('?'), answer: some}),
  fact: z.object({...addressed, statement: text.max(200), detail: text}),
  person: z.object({...addressed, name: text.startsWith('Sample '), role: text, bio: some}),
  location: z.object({
    ...addressed,
    title: text,
    phone: z.string().regex(/^\(\d{3}\) 555-01\d\d$/),
    hours: z.array(z.object({day: z.enum(valuesOf(weekdays))})).min(1),
    access: text,
  }),
  source: z.object({
    title: text,
    publisher: text,
    url: z.string().startsWith('https://'),
    year: z.int().min(2000).max(2026),
    kind: z.enum(valuesOf(sourceKinds)),
    accessedOn: z.iso.date(),
  }),
  page: z.object({...addressed, title: text, summary: text, body: some}),
  searchWords: z.object({
    language: z.enum(valuesOf(languages)),
    groups: z.array(z.object({words: z.array(text).min(2)})).min(10),
  }),
  redirect: z.object({from: z.string().startsWith('/'), toPage: z.object({_ref: text}), permanent: z.boolean()}),
  siteSettings: z.object({
    name: text,
    phone: text,
    timeZone: z.enum(valuesOf(timeZones)),
    emergencyText: z.string().regex(/911.*988/),
    headerMenu: z.array(z.object({label: text, path: z.enum(valuesOf(sitePaths)).optional()})).min(1),
    shareNetworks: z.array(z.enum(valuesOf(shareNetworks))).min(1),
  }),
}

test.each(sampleDocuments.map((document) => [document._id, document] as const))(
  '%s has what its type needs',
  (_, it) => {
    expect(required[it._type].safeParse(it).error?.issues ?? []).toEqual([])
  },
)

test('the neutral settings are whole too, and not marked as sample', () => {
  expect(required.siteSettings.safeParse(minimalSettings()).error?.issues ?? []).toEqual([])
  expect(minimalSettings()).not.toHaveProperty('sample')
  expect(referencesIn(minimalSettings())).toEqual([])
})

test('every condition of our own explains itself, and says when to call 911, call us, or make an appointment', () => {
  const needed = ['overview', 'symptoms', 'causes', 'treatment', 'selfCare', 'whenToGetHelp']
  for (const condition of ofType('condition')) {
    const cards = objectsIn(condition.urgentHelp).map(({level}) => level)
    expect({id: condition._id, cards}).toEqual({id: condition._id, cards: valuesOf(urgencyLevels)})
    if (condition._id === 'condition-back-pain') continue
    const aspects = objectsIn(condition.sections).map(({aspect}) => aspect)
    expect(aspects).toEqual(expect.arrayContaining(needed))
    expect(count(condition.faqs)).toBeGreaterThanOrEqual(2)
    expect(count(condition.treatments)).toBeGreaterThanOrEqual(3)
    expect(count(condition.sources)).toBeGreaterThanOrEqual(1)
  }
})

test('pages about the spine name the signs of pressure on the nerves to bladder and bowels', () => {
  for (const sign of [/control de la orina o de las heces/, /entumecimiento entre las piernas/, /en las dos piernas/]) {
    const spanish = sampleDocuments.find(({_id}) => _id === 'condition-es-ciatica')
    expect(JSON.stringify(objectsIn(spanish?.urgentHelp).find(({level}) => level === 'emergency'))).toMatch(sign)
  }
  for (const slug of ['back-pain', 'sciatica', 'herniated-disk', 'spinal-stenosis', 'sacroiliac-joint-pain']) {
    const condition = sampleDocuments.find(({_id}) => _id === `condition-${slug}`)
    const emergency = JSON.stringify(objectsIn(condition?.urgentHelp).find(({level}) => level === 'emergency'))
    for (const sign of [/bladder or bowels/, /numbness between your legs/, /weakness in one or both legs/]) {
      expect(emergency).toMatch(sign)
    }
  }
})

test('every notice there is has a page', () => {
  expect(
    ofType('page')
      .filter(isEnglish)
      .flatMap(({legalNotice}) => legalNotice ?? []),
  ).toEqual(valuesOf(legalNotices))
})

test('help is offered in English and at least 15 other languages, each once, also in those written from the right', () => {
  const page = sampleDocuments.find(({_id}) => _id === 'page-language-assistance')
  const languages = objectsIn(page?.body).flatMap(({_type, language}) => (_type === 'languageNotice' ? [language] : []))
  expect(languages.length).toBeGreaterThanOrEqual(16)
  expect(new Set(languages).size).toBe(languages.length)
  expect(languages).toEqual(expect.arrayContaining(['en', 'es', 'ar', 'fa', 'ur']))
})

test('every notice says that it is a sample, and that a lawyer has to replace it or approve it', () => {
  for (const page of ofType('page').filter(({legalNotice}) => legalNotice)) {
    expect(JSON.stringify(page.body)).toMatch(/lawyer|put your own notice here|abogado/)
  }
})

test('a translation shows what its original shows: the same cards, topics, sources and figures', () => {
  const translations = sampleDocuments.filter(({translationOf}) => translationOf)
  expect(translations.length).toBeGreaterThan(20)
  for (const translation of translations) {
    const ref = isPlainObject(translation.translationOf) ? translation.translationOf : {}
    expect(ref).toMatchObject({_type: 'reference', _weak: true})
    const original = sampleDocuments.find(({_id}) => _id === ref._ref)
    expect({id: translation._id, language: original?.language}).toEqual({id: translation._id, language: 'en'})
    const outline = (document: typeof original) => ({
      type: document?._type,
      cards: objectsIn(document?.urgentHelp).map(({level, items}) => [level, count(items)]),
      topics: objectsIn(document?.sections).flatMap(({aspect}) => aspect ?? []),
      kinds: ['bodyRegions', 'kind', 'legalNotice', 'icd10', 'year'].map((field) => document?.[field]),
      sourced: document?.sourceState,
    })
    expect({id: translation._id, ...outline(translation)}).toEqual({id: translation._id, ...outline(original)})
  }
})

test('no Spanish page shows a question or a fact in English', () => {
  for (const document of sampleDocuments.filter(({language}) => language === 'es')) {
    const shown = [document.faqs, document.facts].flatMap(objectsIn).flatMap(({_ref}) => _ref ?? [])
    expect(shown.filter((id) => !/^(?:faq|fact)-es-/.test(String(id)))).toEqual([])
  }
})

test('nobody is named as a reviewer: sample pages have not been reviewed', () => {
  expect(sampleDocuments.filter((document) => 'review' in document)).toEqual([])
})

test('each fact has a source and a date, and facts.md records its figure', () => {
  const record = readFileSync('sanity/seed/facts.md', 'utf8')
  for (const fact of ofType('fact').filter(({sourceState}) => sourceState === 'sourced')) {
    expect(count(fact.sources)).toBeGreaterThan(0)
    expect(fact).toMatchObject({checkedOn: '2026-11-23', year: expect.any(Number), population: expect.any(String)})
    const original = isPlainObject(fact.translationOf) ? String(fact.translationOf._ref) : fact._id
    expect(record).toContain(`\`${original.replace('fact-', '')}\``)
  }
  for (const source of ofType('source')) {
    const cited = sampleDocuments.some((document) => referencesIn(document).some(({to}) => to === source._id))
    expect({id: source._id, cited}).toEqual({id: source._id, cited: true})
  }
})

test('each picture is drawn, shown somewhere, and has words for those who cannot see it', () => {
  const shown = drawingsIn(sampleDocuments)
  for (const name of shown) expect(existsSync(`sanity/seed/images/${name}.svg`)).toBe(true)
  expect(readdirSync('sanity/seed/images').sort()).toEqual(shown.map((name) => `${name}.svg`).sort())
  for (const picture of objectsIn(sampleDocuments).filter(({_type}) => _type === 'picture')) {
    expect(String(picture.alt).length).toBeGreaterThan(10)
  }
})
