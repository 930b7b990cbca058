/** What patients type, and what they should find first: the search of the sample clinic, held to a labelled list. */
import {beforeAll, describe, expect, it} from '@jest/globals'
import type {SearchIndex} from '@/lib/search/search-index'
import {sampleSearch} from '../../../support/sample-search'

const today = '2026-11-24'

let index: SearchIndex

beforeAll(async () => {
  index = await sampleSearch()
})

const pathsFor = (query: string, most = 3): string[] => index.search(query, {today, most}).results.map(({path}) => path)

const condition = (slug: string) => `/conditions/${slug}`
const treatment = (slug: string) => `/treatments/${slug}`
const question = (slug: string) => `/questions/${slug}`
const fact = (slug: string) => `/facts/${slug}`

describe('the first result', () => {
  it.each<[kind: string, query: string, path: string]>([
    ['a name', 'back pain', condition('back-pain')],
    ['a name in capitals', 'SCIATICA', condition('sciatica')],
    ['another name of a page', 'postherpetic neuralgia', condition('shingles-pain')],
    ['letters for a name', 'RFA', treatment('radiofrequency-ablation')],
    ['letters for a name', 'PT', treatment('physical-therapy')],
    ['letters for a name', 'PHN', condition('shingles-pain')],
    ['a letter left out', 'siatica', condition('sciatica')],
    ['a letter left out', 'hernated disk', condition('herniated-disk')],
    ['two letters wrong', 'mygrane', condition('migraine')],
    ['letters that changed places', 'nueropathy', condition('nerve-pain')],
    ['a wrong letter in a phrase', 'frozen sholder', condition('shoulder-pain')],
    ['a wrong letter in a phrase', 'spinal cord stimulater', treatment('spinal-cord-stimulation')],
    ['British spelling', 'slipped disc', condition('herniated-disk')],
    ['British spelling, plural', 'discs', condition('herniated-disk')],
    ['the editors’ words', 'prolapsed disc', condition('herniated-disk')],
    ['the editors’ words', 'nerve burning', treatment('radiofrequency-ablation')],
    ['the editors’ words', 'adhesive capsulitis', condition('shoulder-pain')],
    ['the editors’ words', 'pinched nerve in back', condition('sciatica')],
    ['the editors’ words', 'backache', condition('back-pain')],
    ['the editors’ words', 'shingles pain', condition('shingles-pain')],
    ['the editors’ words', 'cortisone shot', treatment('knee-joint-injection')],
    ['the editors’ words', 'physio', treatment('physical-therapy')],
    ['the editors’ words', 'painkillers', treatment('pain-medicines')],
    ['the editors’ words', 'CBT', treatment('cognitive-behavioral-therapy')],
    ['the beginning of a word', 'arthr', condition('knee-osteoarthritis')],
    ['the beginning of a word', 'epidur', treatment('epidural-steroid-injection')],
    ['the beginning of two words', 'trig poi', treatment('trigger-point-injection')],
    ['a plural', 'migraines', condition('migraine')],
    ['a plural', 'knees', condition('knee-osteoarthritis')],
    ['a question, nearly as it stands', 'how long does sciatica last?', question('sciatica-how-long')],
    ['a question in other words', 'will exercise wear out my knee', question('exercise-worn-knee')],
    ['a question in other words', 'can I drive home after a shot', question('after-injection-drive')],
    ['a question in other words', 'heat or ice', question('heat-or-ice')],
    ['a question in other words', 'do you prescribe narcotics', question('opioids-do-you-prescribe')],
    ['a question about a condition', 'can I exercise with back pain', condition('back-pain')],
    ['a place', 'Riverside Walk', '/locations/riverside'],
    ['what a place offers', 'wheelchair', '/locations/riverside'],
    ['a person', 'doctor', '/people/sample-physician'],
    ['a language spoken', 'spanish', '/people/sample-physician'],
    ['a page made in the Studio', 'privacy', '/privacy'],
    ['a page whose name is all small words', 'about us', '/about'],
    ['a figure', '1 in 5 arthritis', fact('arthritis-1-in-5')],
    ['an accent', 'sciática', condition('sciatica')],
  ])('%s: %s', (_kind, query, path) => {
    expect(pathsFor(query, 1)).toEqual([path])
  })
})

describe('among the first three results', () => {
  it.each<[query: string, path: string]>([
    ['disc surgery', question('disk-surgery')],
    ['shingles vaccine', question('shingles-vaccine-after')],
    ['neck brace collar', question('neck-pain-collar')],
    ['MRI', question('need-a-scan')],
    ['scan', question('need-a-scan')],
    ['insurance', '/locations/main-clinic'],
    ['opening hours', '/locations/main-clinic'],
    ['parking', '/locations/main-clinic'],
    ['physical therapist', '/people/sample-physical-therapist'],
    ['diabetes feet', condition('nerve-pain')],
    ['walking with a shopping cart', question('stenosis-shopping-cart')],
    ['headache diary', question('migraine-diary')],
    ['is it all in my head', question('talk-therapy-in-my-head')],
    ['numb foot', condition('nerve-pain')],
    ['weight loss knee', question('weight-and-knees')],
    ['bulging disc exercise', condition('herniated-disk')],
    ['steroid shot in the spine', treatment('epidural-steroid-injection')],
  ])('%s', (query, path) => {
    expect(pathsFor(query)).toContain(path)
  })
})

describe('a search', () => {
  it('says what it looked for in place of a word that no page has', () => {
    expect(index.search('siatica', {today}).corrections).toEqual([{typed: 'siatica', meant: 'sciatica'}])
    expect(index.search('sciatica', {today}).corrections).toEqual([])
  })

  it('finds nothing for nonsense, and nothing for nothing', () => {
    for (const query of ['xyzzy qwfpgj', '', '   ', '???', '“”']) {
      expect(index.search(query, {today})).toMatchObject({total: 0, results: [], corrections: []})
    }
  })

  it('finds pages about the same thing under its other name, not only the page that has both', () => {
    const paths = index.search('slipped disc', {today}).results.map(({path}) => path)
    expect(paths).toEqual([
      condition('herniated-disk'),
      question('disk-surgery'),
      fact('disks-shrink-6-in-10'),
      ...paths.slice(3),
    ])
  })

  it('marks what it found, also in other words, and says by which name', () => {
    const [first] = index.search('slipped disc', {today}).results
    expect(first?.title).toEqual([{text: 'Herniated disk', hit: true}])
    const [shoulder] = index.search('adhesive capsulitis', {today}).results
    expect(shoulder?.alias?.filter(({hit}) => hit).map(({text}) => text)).toEqual(['Frozen shoulder'])
  })

  it('leads to the section in which the answer stands', () => {
    const found = index.search('heat or ice', {today}).results.find(({path}) => path === condition('sciatica'))
    expect(found?.section).toEqual({heading: 'What you can do yourself', anchor: 'self-care'})
    expect(found?.extract.pieces.some(({text, hit}) => hit && /ice/i.test(text))).toBe(true)
  })

  it('gives the same answer to the same question, in parts as in whole', () => {
    const whole = index.search('pain', {today, most: 100})
    expect(index.search('pain', {today, most: 100})).toEqual(whole)
    const parts = [0, 10, 20, 30].flatMap((from) => index.search('pain', {today, from, most: 10}).results)
    expect(parts).toEqual(whole.results.slice(0, 40))
  })

  it('does not find a fact after the last day on which it holds', async () => {
    const sample = await import('@/sanity/seed/documents')
    const documents = sample.sampleDocuments.map((document) =>
      document._id === 'fact-arthritis-1-in-5' ? {...document, expiresOn: '2027-01-31'} : document,
    )
    const dated = await sampleSearch('en', documents)
    const finds = (day: string) =>
      dated.search('1 in 5 arthritis', {today: day}).results.some(({path}) => path === fact('arthritis-1-in-5'))
    expect([finds('2027-01-31'), finds('2027-02-01')]).toEqual([true, false])
  })

  it('does not find a page that is for people with its link, nor one in another language', async () => {
    const sample = await import('@/sanity/seed/documents')
    const documents = sample.sampleDocuments.map((document) => {
      if (document._id === 'page-privacy') return {...document, search: {_type: 'search', hide: true}}
      return document._id === 'page-about' ? {...document, language: 'es'} : document
    })
    const some = await sampleSearch('en', documents)
    expect(some.size).toBe(index.size - 2)
    expect(some.search('privacy', {today}).results.map(({path}) => path)).not.toContain('/privacy')
  })
})

describe('suggestions', () => {
  const suggested = (query: string) => index.suggest(query, {today}).map(({title}) => title)

  it('begin with pages whose name begins so, and are eight at most', () => {
    expect(suggested('sci')[0]).toBe('Sciatica')
    expect(suggested('her')[0]).toBe('Herniated disk')
    expect(index.suggest('pain', {today})).toHaveLength(8)
  })

  it('know other names, other spellings and what is left out', () => {
    expect(suggested('slipped disc')[0]).toBe('Herniated disk')
    expect(suggested('siatica')[0]).toBe('Sciatica')
    expect(suggested('bulging')[0]).toBe('Herniated disk')
  })

  it('are none where there is none', () => {
    expect(suggested('')).toEqual([])
    expect(suggested('zzzzzz')).toEqual([])
  })
})

describe('in Spanish', () => {
  it('accents, plurals and the editors’ words count as in English', async () => {
    const slug = (current: string) => ({_type: 'slug', current})
    const page = (name: string, fields: object) => ({
      _id: name,
      _type: 'condition',
      language: 'es',
      slug: slug(name),
      ...fields,
    })
    const sample = await import('@/sanity/seed/documents')
    const spanish = await sampleSearch('es', [
      ...sample.sampleDocuments,
      page('ciatica', {title: 'Ciática', summary: 'Dolor que baja por la pierna desde la espalda.'}),
      page('hernia-de-disco', {
        title: 'Hernia de disco',
        summary: 'Un disco de la columna se abulta y aprieta un nervio.',
      }),
      page('migrana', {title: 'Migraña', summary: 'Ataques de dolor de cabeza.'}),
    ])
    const first = (query: string) => spanish.search(query, {today}).results[0]?.path
    expect(first('ciatica')).toBe('/es/conditions/ciatica')
    expect(first('nervio pinzado')).toBe('/es/conditions/ciatica')
    expect(first('discos herniados')).toBe('/es/conditions/hernia-de-disco')
    expect(first('jaquecas')).toBe('/es/conditions/migrana')
    expect(first('migrañas')).toBe('/es/conditions/migrana')
    expect(first('dolores de cabeza')).toBe('/es/conditions/migrana')
  })
})
