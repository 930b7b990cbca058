import {describe, expect, test} from '@jest/globals'
import {evaluateSync, parse} from 'groq-js'
import type {LakeDocument} from '../../../sanity/lake/document.ts'
import {type Limits, OverBudgetError} from '../../../sanity/lake/evaluate/budget.ts'
import type {JsonRecord} from '../../../sanity/lake/json.ts'
import {tagForEverything, tagForId, tagForType} from '../../../sanity/lake/sync-tag.ts'
import {indexed} from '../../support/indexed'

const base = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const reference = (_ref: string) => ({_type: 'reference', _ref, _key: _ref})

const documents: LakeDocument[] = [
  ...Array.from({length: 12}, (_, index) => ({
    ...base,
    _id: `condition-${String(index).padStart(2, '0')}`,
    _type: 'condition',
    title: index % 3 === 0 ? `Back pain ${index}` : `Frozen shoulder ${index}`,
    order: 12 - index,
    ...(index === 5 ? {} : {slug: {_type: 'slug', current: `condition-${index}`}}),
    faqs: [reference(`faq-${index % 4}`), reference(`faq-${(index + 1) % 4}`)],
    main: reference(`fact-${index % 2}`),
  })),
  ...Array.from({length: 4}, (_, index) => ({
    ...base,
    _id: `faq-${index}`,
    _type: 'faq',
    question: `Question ${index}?`,
    slug: {_type: 'slug', current: `condition-${index}`},
  })),
  {...base, _id: 'fact-0', _type: 'fact', label: 'Ångström', value: null},
  {...base, _id: 'fact-1', _type: 'fact', label: 'Plain words', also: reference('fact-1')},
]

const {queries, index} = indexed(documents)
const run = (query: string, params: JsonRecord = {}, limits?: Limits) =>
  queries.run({query, params, identity: 'me'}, index, limits)

describe('what the index narrows, groq-js answers just the same', () => {
  test.each<[string, JsonRecord?]>([
    ['*[_type == "condition"]{_id}'],
    ['*[_type == $type && slug.current == $slug][0]', {type: 'condition', slug: 'condition-3'}],
    ['*["condition" == _type && title match "back*"]._id'],
    ['*[slug.current == null]._id'],
    ['*[slug.current == $none]._id', {none: null}],
    ['*[slug.current in ["condition-1", null]]._id'],
    ['*[slug.current in $slugs]._id', {slugs: ['condition-1', 'condition-2', 'nope']}],
    ['*[_id in $ids]._id', {ids: ['faq-3', 'condition-01', 'nope', 'faq-3']}],
    ['*[_id in $ids]._id', {ids: 'faq-3'}],
    ['*[!(_id in $ids)]._id', {ids: ['faq-3', 'condition-01']}],
    ['*[_type in ["faq", "fact"]]._id'],
    ['*[_type in ["faq", "fact"] && _id in ["faq-1", "condition-02"]]._id'],
    ['*[_type == "faq" || _type == "fact"]._id'],
    ['*[_type == "condition"][order > 4] | order(order desc)[0...3]{_id, order}'],
    ['*[_type == "condition"] | order(title asc, _id desc)[$from...$to]._id', {from: 1, to: 4}],
    ['*[_type == "condition"][$at]._id', {at: 2}],
    ['*[references("faq-1")]._id'],
    ['*[references($ids)]._id', {ids: ['faq-1', 'fact-1']}],
    ['*[references("nobody")]._id'],
    ['*[_type == "faq"]{_id, "usedBy": *[_type == "condition" && references(^._id)]._id}'],
    ['*[_type == "faq"]{_id, "usedBy": count(*[references(^._id)])}'],
    ['*[_type == "condition"][0..2]{"fact": *[_id == ^.main._ref][0].label}'],
    ['*[_type == "condition"][0..2]{"deep": {"fact": *[_id == ^.^.main._ref][0].label}}'],
    [
      '*[_type == "condition"][0..2]{"inner": faqs[]{"same": *[_id == ^._ref][0].question, "outer": *[_id == ^.^.main._ref][0].label}}',
    ],
    ['*[_type == "condition"].main{"label": *[_id == ^._ref][0].label}'],
    ['*[_type == "condition"]{"first": *[_type == "faq"] | order(_id asc)[0]._id}'],
    ['*[_id in *[_type == "condition"].main._ref]._id'],
    ['count(*[_id in *[_type == "faq"]._id])'],
    ['*[_type == "condition" && count(*[_type == "faq"]) == 4]._id'],
    ['*[_type == "condition" && main->label match "plain"]._id'],
    ['*[_type == "condition"][0]{..., "faqs": faqs[]->{question}, "fact": main->label}'],
    ['{"conditions": count(*[_type == "condition"]), "all": count(*)}'],
    ['*[_type == "fact"]{_id, "value": coalesce(value, "none")}'],
    ['array::unique(*[_type == "condition"].main._ref)'],
    ['*[_id == "condition-01"]{"n": count(*[_type == ^._type && order > ^.order])}'],
    ['*[defined(also)]{_id, also->}'],
    ['*'],
  ])('%s', (query, params = {}) => {
    const expected = evaluateSync(parse(query, {params}), {
      dataset: [...documents].sort((a, b) => (a._id < b._id ? -1 : 1)),
      params,
      identity: 'me',
    })
    expect(run(query, params).result).toEqual(expected.data ?? null)
  })
})

describe('what groq-js lacks', () => {
  test.each<[string, string, string[]]>([
    ['one word', 'pain', ['condition-00', 'condition-03', 'condition-06', 'condition-09']],
    ['words in any order, in any case', 'PAIN back 9', ['condition-09']],
    ['the beginning of a word', 'shoul* 11', ['condition-11']],
    ['half a word without the star finds nothing', 'shoul', []],
    ['without accents', 'angstrom', ['fact-0']],
    ['an excluded word', 'plain -angstrom', ['fact-1']],
    ['a phrase', '"plain words"', ['fact-1']],
  ])('text search: %s', (_, text, ids) => {
    expect(run('*[[@, _id] match text::query($text)]._id', {text}).result).toEqual(ids)
  })

  test('text search in one field, scored', () => {
    const query =
      '*[_type == "condition"] | score(boost(title match text::query($text), 5)) | order(_score desc)[0]._id'
    expect(run(query, {text: 'back 9'}).result).toBe('condition-09')
    expect(run('*[title match text::query("faq")]._id').result).toEqual([])
  })

  test('the number of documents that refer to one', () => {
    expect(run('*[_id == "faq-0"][0]{"n": documents::incomingRefCount()}').result).toEqual({n: 6})
  })

  test('a parameter that does not come along is missed by name', () => {
    expect(() => run('*[_type == $type && title == $title]', {type: 'faq'})).toThrow(
      'param $title referenced, but not provided',
    )
  })

  test('is refused in one sentence where nobody wrote it', () => {
    expect(() => run('*[geo::distance(a, b) > 1]')).toThrow('not supported by the embedded lake')
  })
})

describe('sync tags', () => {
  test('name the types and the documents that an answer depends on', () => {
    const {syncTags} = run('*[_type == "condition" && slug.current == "condition-1"][0]{main->{label}}')
    expect(new Set(syncTags)).toEqual(new Set([tagForType('condition'), tagForId('fact-1')]))
  })

  test('name a reference that points at nothing yet', () => {
    const {syncTags} = run('*[_id == "faq-0"][0]{"x": {"_ref": "later"}->}')
    expect(syncTags).toContain(tagForId('later'))
  })

  test('say "everything" where nothing bounds the answer', () => {
    expect(run('count(*)').syncTags).toEqual([tagForEverything])
    expect(run('*[slug.current == "condition-1"]').syncTags).toEqual([tagForEverything])
  })
})

describe('queries that would stop the lake', () => {
  test.each([
    '*{"n": count(*[order > ^.order])}',
    '*[count(*[order > ^.order]) > 2]',
    '*{"n": *{"title": title + ^.title}}',
    '{"a": [...*, ...*, ...*, ...*, ...*, ...*, ...*, ...*, ...*, ...*, ...*, ...*]}',
  ])('what takes more than it may is stopped: %s', (query) => {
    expect(() => run(query, {}, {milliseconds: 1000, pieces: 20})).toThrow(OverBudgetError)
    expect(run(query).result).toBeDefined()
  })

  test('a limit of time is kept, whatever goes on', () => {
    const long = '*[count(*[count(*[count(*[count(*[count(*[order > ^.order]) > ^.order]) > ^.order]) > 1]) > 1]) > 1]'
    const started = performance.now()
    expect(() => run(long, {}, {milliseconds: 50, pieces: 1e9})).toThrow('took more time')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test.each([
    ['nesting', `*[${'('.repeat(1000)}true${')'.repeat(1000)}]`],
    ['ten thousand terms', `*[${Array.from({length: 10_000}, () => 'a == 1').join(' || ')}]`],
    ['length', `*[a == "${'x'.repeat(300_000)}"]`],
  ])('%s is refused', (_, query) => {
    expect(() => run(query)).toThrow(/nested deeper|more than 10000 operators|longer than/)
  })
})
