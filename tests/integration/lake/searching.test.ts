import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {ClientPerspective, SanityClient} from '@sanity/client'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient

const block = (text: string) => ({_type: 'block', _key: text.slice(0, 3), children: [{_type: 'span', _key: 's', text}]})
type Page = {_id: string; _type: string; title: string; body: object[]; about?: object}

const ref = (_ref: string) => ({_type: 'reference', _ref, _key: _ref})

/** More than an index is not worth the trouble for. */
const crowd = 250

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
  const transaction = editor.transaction()
  for (let number = 0; number < crowd; number++) {
    transaction.create({
      _id: `page-${number}`,
      _type: 'page',
      title: `Page ${number} of the leaflet`,
      body: [block('Nothing here')],
    })
  }
  const pages: Page[] = [
    {
      _id: 'a-back',
      _type: 'page',
      title: 'Back pain',
      body: [block('Move as much as you can.'), block('Rest is no cure.')],
    },
    {
      _id: 'b-neck',
      _type: 'page',
      title: 'Neck pain',
      body: [block('Pain that comes from the back, and goes back again.')],
    },
    {
      _id: 'c-knee',
      _type: 'page',
      title: 'Knee',
      body: [block('Knee pain after running'), block('Backwards walking helps some.')],
      about: ref('a-back'),
    },
    {
      _id: 'd-cafe',
      _type: 'page',
      title: 'Café Ångström',
      body: [block("It's well-known, e.g. for its cakes; e-mail us.")],
      about: ref('a-back'),
    },
    {_id: 'drafts.a-back', _type: 'page', title: 'Spine trouble', body: [block('A draft')], about: ref('d-cafe')},
    {
      _id: 'versions.rSpring.c-knee',
      _type: 'page',
      title: 'Knee in spring',
      body: [block('Blossoms')],
      about: ref('d-cafe'),
    },
  ]
  for (const page of pages) transaction.create(page)
  await transaction.commit()
})

afterAll(() => lake.close())

const search = (query: string, text: string, perspective: ClientPerspective = 'published') =>
  editor.fetch<string[]>(query, {text}, {perspective})

const whole = '*[_type == "page" && @ match text::query($text)]._id'

describe('text::query()', () => {
  test.each<[string, string, string[]]>([
    ['one word', 'pain', ['a-back', 'b-neck', 'c-knee']],
    ['every word, in any order, in any case', 'PAIN knee', ['c-knee']],
    ['no half words', 'bac', []],
    ['half words with a star', 'bac*', ['a-back', 'b-neck', 'c-knee']],
    ['a phrase', '"back pain"', ['a-back']],
    ['no phrase across the end of a text', '"can rest"', []],
    ['a phrase with a word beside it', '"pain that" neck', ['b-neck']],
    ['all but a word', 'pain -knee', ['a-back', 'b-neck']],
    ['all but a phrase', 'pain -"neck pain"', ['a-back', 'c-knee']],
    ['all but half a word', 'pain -backw*', ['a-back', 'b-neck']],
    ['words without their accents', 'cafe angstrom', ['d-cafe']],
    ['words with accents', 'CAFÉ', ['d-cafe']],
    ['the parts of joined words', 'well known mail', ['d-cafe']],
    ['nothing to look for', '', []],
    ['nothing but signs', '"" - *', []],
  ])('%s: %s', async (_, text, ids) => {
    expect(await search(whole, text)).toEqual(ids)
  })

  test('a star alone is met by everything: so the Studio asks for a list that nobody has searched', async () => {
    const all = await editor.fetch<string[]>('*[_type == "page"]._id', {}, {perspective: 'published'})
    expect(await search(whole, '*')).toEqual(all)
    const asTheStudio = '*[_type in ["page"] && ([@, _id] match text::query($text) || references(""))]._id'
    expect(await search(asTheStudio, '*')).toEqual(all)
    expect(await search('*[_type == "page" && nothing match text::query($text)]._id', '*')).toEqual(all)
  })

  test('in one field alone', async () => {
    expect(await search('*[title match text::query($text)]._id', 'back')).toEqual(['a-back'])
    expect(await search('*[body match text::query($text)]._id', 'back')).toEqual(['b-neck'])
    expect(await search('*[[title, _id] match text::query($text)]._id', 'knee')).toEqual(['c-knee'])
  })

  test('the best match first: by how often, and by the field that counts more', async () => {
    const scored = '*[@ match text::query($text)] | score(@ match text::query($text)) | order(_score desc)._id'
    expect((await search(scored, 'back'))[0]).toBe('b-neck')
    const boosted =
      '*[@ match text::query($text)] | score(@ match text::query($text), boost(title match text::query($text), 10)) | order(_score desc){_id, _score}[0...2]._id'
    expect(await search(boosted, 'back')).toEqual(['a-back', 'b-neck'])
  })

  test('what is not a text finds nothing', async () => {
    expect(await editor.fetch(whole, {text: 5}, {perspective: 'published'})).toEqual([])
  })
})

describe('match', () => {
  test.each<[string, string, string[]]>([
    ['title', 'pain', ['a-back', 'b-neck']],
    ['title', 'pai*', ['a-back', 'b-neck']],
    ['title', '*ai* b*k', ['a-back']],
    ['title', 'cafe', []],
    ['[title, pt::text(body)]', 'back*', ['a-back', 'b-neck', 'c-knee']],
    ['body[].children[].text', 'running', ['c-knee']],
    ['pt::text(body)', 'well known', ['d-cafe']],
    ['_id', 'a', ['a-back']],
  ])('%s match "%s"', async (field, text, ids) => {
    expect(await search(`*[_type == "page" && ${field} match $text]._id`, text)).toEqual(ids)
    expect(await search(`*[${field} match $text || _id == "nobody"]._id`, text)).toEqual(ids)
  })
})

describe('an index is right after every commit', () => {
  const words = '*[title match text::query($text)]._id'
  test('for what is new, changed and gone, drafts too', async () => {
    expect(await search(words, 'heron')).toEqual([])
    await editor.create({_id: 'e-bird', _type: 'page', title: 'A heron'})
    expect(await search(words, 'heron')).toEqual(['e-bird'])
    await editor.patch('e-bird').set({title: 'A stork'}).commit()
    expect(await search(words, 'heron')).toEqual([])
    expect(await search(words, 'stork')).toEqual(['e-bird'])
    await editor.create({_id: 'drafts.e-bird', _type: 'page', title: 'A crane'})
    expect(await search(words, 'crane')).toEqual([])
    expect(await search(words, 'crane', 'drafts')).toEqual(['e-bird'])
    expect(await search(words, 'stork', 'drafts')).toEqual([])
    await editor.delete('e-bird')
    await editor.delete('drafts.e-bird')
    expect(await search(words, 'stork')).toEqual([])
    expect(await search(words, 'crane', 'drafts')).toEqual([])
  })
})

describe('perspectives', () => {
  const cases: [name: string, perspective: ClientPerspective][] = [
    ['published', 'published'],
    ['drafts', 'drafts'],
    ['a release', ['rSpring']],
    ['a release over the drafts', ['rSpring', 'drafts']],
  ]
  const expected: Record<string, {titled: string[]; referring: string[]; count: number; text: string}> = {
    published: {
      titled: ['Back pain'],
      referring: ['c-knee', 'd-cafe'],
      count: 2,
      text: 'Move as much as you can.\n\nRest is no cure.',
    },
    drafts: {titled: ['Spine trouble'], referring: ['c-knee', 'd-cafe'], count: 2, text: 'A draft'},
    'a release': {
      titled: ['Back pain'],
      referring: ['d-cafe'],
      count: 1,
      text: 'Move as much as you can.\n\nRest is no cure.',
    },
    'a release over the drafts': {titled: ['Spine trouble'], referring: ['d-cafe'], count: 1, text: 'A draft'},
  }

  test.each(cases)('searches, references(), incomingRefCount() and pt::text() see %s', async (name, perspective) => {
    const seen = expected[name]
    const ask = (query: string) => editor.fetch<unknown>(query, {}, {perspective})
    expect(await ask('*[title match "back*" || title match "spine"].title')).toEqual(seen?.titled)
    expect(
      await ask('*[[@, _id] match text::query("spine") || @ match text::query("back pain") && _id == "a-back"].title'),
    ).toEqual(seen?.titled)
    expect(await ask('*[references("a-back")]._id')).toEqual(seen?.referring)
    expect(await ask('*[_id == "a-back"][0]{"n": documents::incomingRefCount()}.n')).toBe(seen?.count)
    expect(await ask('pt::text(*[_id == "a-back"][0].body)')).toBe(seen?.text)
    expect(await ask('*[_id == "d-cafe"][0]{"from": *[references(^._id)]._id}.from')).toEqual(
      name === 'published'
        ? []
        : name === 'drafts'
          ? ['a-back']
          : name === 'a release'
            ? ['c-knee']
            : ['a-back', 'c-knee'],
    )
  })

  test('an anonymous search finds what is published and nothing else', async () => {
    const anonymous = lake.client(null)
    for (const text of ['spine', 'blossoms']) {
      expect(await anonymous.fetch(whole, {text}, {perspective: 'raw'})).toEqual([])
    }
    expect(await anonymous.fetch(whole, {text: 'cafe'})).toEqual(['d-cafe'])
  })

  test('raw shows every version by its own id', async () => {
    expect(await search('*[title match text::query($text)]._id', 'knee', 'raw')).toEqual([
      'c-knee',
      'versions.rSpring.c-knee',
    ])
    expect(await search('*[references($text)]._id', 'd-cafe', 'raw')).toEqual([
      'drafts.a-back',
      'versions.rSpring.c-knee',
    ])
  })
})
