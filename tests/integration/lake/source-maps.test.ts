import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {ClientPerspective, ContentSourceMap, SanityClient} from '@sanity/client'
import {resolveEditInfo} from '@sanity/client/csm'
import {vercelStegaDecodeAll} from '@vercel/stega'
import {tracedTexts, valueAt} from '../../support/source-map'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let viewer: SanityClient

const reference = (_ref: string, _key = _ref) => ({_type: 'reference', _ref, _key})
const block = (_key: string, ...texts: string[]) => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs: [],
  children: texts.map((text, index) => ({_type: 'span', _key: `${_key}${index}`, marks: [], text})),
})

const documents: {_id: string; _type: string; [field: string]: unknown}[] = [
  {
    _id: 'knee',
    _type: 'condition',
    title: "Runner's knee",
    order: 2,
    slug: {_type: 'slug', current: 'knee'},
    tags: ['joint', 'sport'],
    body: [
      block('a', 'Pain ', 'below the kneecap'),
      {_type: 'note', _key: 'n', text: 'Rest', faq: reference('faq-rest')},
    ],
    faqs: [reference('faq-rest'), reference('faq-ice'), {...reference('nobody'), _weak: true}],
    author: reference('ada'),
    seo: {title: 'Knee pain', "it's": 'odd'},
  },
  {_id: 'drafts.knee', _type: 'condition', title: 'Knee, the draft', order: 2, faqs: [reference('faq-ice')]},
  {_id: 'back', _type: 'condition', title: 'Back pain', order: 1, tags: [], faqs: [reference('faq-rest')]},
  {_id: 'faq-rest', _type: 'faq', question: 'Must I rest?', about: reference('knee')},
  {_id: 'faq-ice', _type: 'faq', question: 'Does ice help?', about: reference('knee')},
  {_id: 'versions.rSpring.faq-ice', _type: 'faq', question: 'Does ice help in spring?'},
  {_id: 'ada', _type: 'person', name: 'Ada Quill', clinic: reference('town')},
  {_id: 'town', _type: 'location', name: 'Town', address: {lines: ['1 High Street', 'Town']}},
]

beforeAll(async () => {
  lake = await startLake()
  viewer = lake.client('viewer')
  const transaction = lake.client('editor').transaction()
  for (const document of documents) transaction.create(document)
  await transaction.commit()
})

afterAll(() => lake.close())

type Options = {params?: Record<string, unknown>; perspective?: ClientPerspective; kind?: true | 'withKeyArraySelector'}

async function ask(query: string, {params = {}, perspective = 'published', kind = true}: Options = {}) {
  const options = {filterResponse: false, resultSourceMap: kind, perspective} as const
  const {result, resultSourceMap} = await viewer.fetch(query, params, options)
  if (!resultSourceMap) throw new Error('The answer has no map.')
  return {result, map: resultSourceMap}
}

const knee = '*[_id == "knee"][0]'

/** What a text is traced to: `document path`, or the kind of source that it has instead. */
const sourcesIn = (result: unknown, map: ContentSourceMap): Record<string, string> =>
  Object.fromEntries(
    tracedTexts(result, map).map(({at, kind, document, path}) => [
      at,
      document === null
        ? String(kind)
        : `${document} ${path.map((step) => (typeof step === 'object' ? step._key : step)).join('.')}`,
    ]),
  )

describe('each text of an answer is traced to where an editor changes it', () => {
  test.each<[string, string, Record<string, string>, Options?]>([
    ['an attribute', `${knee}.title`, {$: 'knee title'}],
    ['an attribute of an attribute', `${knee}.slug.current`, {$: 'knee slug.current'}],
    ['a field under another name', `${knee}{"name": title}`, {"$['name']": 'knee title'}],
    [
      'a whole document',
      `${knee}{seo}`,
      {"$['seo']['title']": 'knee seo.title', "$['seo']['it\\'s']": "knee seo.it's"},
    ],
    [
      'a list of documents',
      '*[_type == "faq"]{question}',
      {
        "$[0]['question']": 'faq-ice question',
        "$[1]['question']": 'faq-rest question',
      },
    ],
    [
      'an ordered list',
      '*[_type == "condition"] | order(order asc).title',
      {'$[0]': 'back title', '$[1]': 'knee title'},
    ],
    ['a slice', '*[_type == "condition"] | order(title desc)[0...1].title', {'$[0]': 'knee title'}],
    ['an element from the end', `${knee}.tags[-1]`, {$: 'knee tags.1'}],
    [
      'an item of a list that is no object',
      `${knee}{tags}`,
      {"$['tags'][0]": 'knee tags.0', "$['tags'][1]": 'knee tags.1'},
    ],
    ['a dereference', `${knee}{"author": author->name}`, {"$['author']": 'ada name'}],
    ['a dereference of a dereference', `${knee}.author->clinic->address.lines[0]`, {$: 'town address.lines.0'}],
    [
      'a dereferenced list',
      `${knee}{"faqs": faqs[]->{question}}`,
      {
        "$['faqs'][0]['question']": 'faq-rest question',
        "$['faqs'][1]['question']": 'faq-ice question',
      },
    ],
    ['an attribute of a list', `${knee}.faqs[]->question`, {'$[0]': 'faq-rest question', '$[1]': 'faq-ice question'}],
    [
      'lists in a list',
      `${knee}{"texts": body[].children[].text}`,
      {
        "$['texts'][0]": 'knee body.a.children.a0.text',
        "$['texts'][1]": 'knee body.a.children.a1.text',
      },
      {kind: 'withKeyArraySelector'},
    ],
    [
      'a filtered list',
      `${knee}{"notes": body[_type == "note"].text}`,
      {"$['notes'][0]": 'knee body.n.text'},
      {
        kind: 'withKeyArraySelector',
      },
    ],
    [
      'what a block holds',
      `${knee}{body[0..0]{children}}`,
      {
        "$['body'][0]['children'][0]['text']": 'knee body.a.children.a0.text',
        "$['body'][0]['children'][1]['text']": 'knee body.a.children.a1.text',
      },
      {kind: 'withKeyArraySelector'},
    ],
    [
      'a spread with a field over it',
      `${knee}{seo{..., "title": ^.title}}`,
      {
        "$['seo']['title']": 'knee title',
        "$['seo']['it\\'s']": "knee seo.it's",
      },
    ],
    [
      'a conditional projection',
      `${knee}.body[]{_type == "note" => {text, "answer": faq->question}}`,
      {
        "$[1]['text']": 'knee body.n.text',
        "$[1]['answer']": 'faq-rest question',
      },
      {kind: 'withKeyArraySelector'},
    ],
    ['coalesce', `${knee}{"name": coalesce(missing, seo.title)}`, {"$['name']": 'knee seo.title'}],
    ['coalesce to a constant', `${knee}{"name": coalesce(missing, "none")}`, {"$['name']": 'literal'}],
    [
      'select',
      `${knee}{"name": select(order > 5 => "late", order > 1 => title, "early")}`,
      {"$['name']": 'knee title'},
    ],
    [
      'joined lists',
      `${knee}{"all": tags + author->clinic->address.lines}`,
      {
        "$['all'][0]": 'knee tags.0',
        "$['all'][1]": 'knee tags.1',
        "$['all'][2]": 'town address.lines.0',
        "$['all'][3]": 'town address.lines.1',
      },
    ],
    [
      'a list written out',
      `${knee}{"all": [title, ...tags, "more"]}`,
      {
        "$['all'][0]": 'knee title',
        "$['all'][1]": 'knee tags.0',
        "$['all'][2]": 'knee tags.1',
        "$['all'][3]": 'literal',
      },
    ],
    [
      'a list without its gaps',
      `${knee}{"all": array::compact(faqs[]->question)}`,
      {
        "$['all'][0]": 'faq-rest question',
        "$['all'][1]": 'faq-ice question',
      },
    ],
    [
      'who refers to a document',
      '*[_id == "faq-rest"][0]{"in": *[references(^._id)] | order(title asc).title}',
      {
        "$['in'][0]": 'back title',
        "$['in'][1]": 'knee title',
      },
    ],
    [
      'a document looked up by id',
      '*[_id == "faq-ice"][0]{"in": *[_id == ^.about._ref][0].title}',
      {"$['in']": 'knee title'},
    ],
    [
      'a sub-query of its own',
      `${knee}{"first": *[_type == "condition"] | order(order asc)[0]{title}}`,
      {
        "$['first']['title']": 'back title',
      },
    ],
    [
      'several queries in one',
      `{"a": ${knee}.title, "b": *[_type == "person"][0]{name}}`,
      {
        "$['a']": 'knee title',
        "$['b']['name']": 'ada name',
      },
    ],
    ['the best match', '*[_type == "condition"] | score(title match "back") {title} [0]', {"$['title']": 'back title'}],
    ['a parameter', '{"given": $word}', {"$['given']": 'literal'}, {params: {word: 'yes'}}],
    [
      'what is calculated',
      `${knee}{"loud": upper(title), "both": title + " " + seo.title}`,
      {
        "$['loud']": 'unknown',
        "$['both']": 'unknown',
      },
    ],
    [
      'a draft',
      `${knee}{title, "faqs": faqs[]->question}`,
      {
        "$['title']": 'drafts.knee title',
        "$['faqs'][0]": 'faq-ice question',
      },
      {perspective: 'drafts'},
    ],
    [
      'a version in a release',
      `${knee}{title, "faqs": faqs[]->question}`,
      {
        "$['title']": 'knee title',
        "$['faqs'][0]": 'faq-rest question',
        "$['faqs'][1]": 'versions.rSpring.faq-ice question',
      },
      {perspective: ['rSpring']},
    ],
    [
      'a draft asked for by its own id',
      '*[_id == "drafts.knee"][0].title',
      {$: 'drafts.knee title'},
      {perspective: 'raw'},
    ],
  ])('%s', async (_, query, expected, options = {}) => {
    const {result, map} = await ask(query, options)
    expect(sourcesIn(result, map)).toEqual(expected)

    const plain = await viewer.fetch(query, options.params ?? {}, {perspective: options.perspective ?? 'published'})
    expect(result).toEqual(plain)

    const stored = await lake.client('viewer').fetch<{_id: string}[]>('*')
    for (const {text, document, path} of tracedTexts(result, map)) {
      if (document === null) continue
      expect(
        valueAt(
          stored.find(({_id}) => _id === document),
          path,
        ),
      ).toBe(text)
    }
  })
})

describe("Sanity's own code reads the maps", () => {
  test('click-to-edit finds the document, its type and the field', async () => {
    const {map} = await ask(`${knee}{"faqs": faqs[]->{question}}`, {perspective: 'drafts'})
    expect(
      resolveEditInfo({resultSourceMap: map, resultPath: ['faqs', 0, 'question'], studioUrl: '/studio'}),
    ).toMatchObject({id: 'faq-ice', type: 'faq', path: ['question']})
  })

  test('texts carry the way to their editor', async () => {
    const client = viewer.withConfig({
      perspective: 'drafts',
      stega: {enabled: true, studioUrl: 'https://clinic.example/studio'},
    })
    const title = await client.fetch<string>(`${knee}.title`)
    expect(title).toContain('Knee, the draft')
    expect(vercelStegaDecodeAll(title)).toEqual([
      {
        origin: 'sanity.io',
        href: expect.stringContaining('/studio/intent/edit/mode=presentation;id=knee;type=condition;path=title'),
      },
    ])
  })

  test('items are named by their keys only when asked for', async () => {
    const query = `${knee}.body[1].text`
    const {map} = await ask(query)
    expect(map.paths).toEqual(["$['body'][1]['text']"])
    expect((await ask(query, {kind: 'withKeyArraySelector'})).map.paths).toEqual(["$['body'][?(@._key=='n')]['text']"])
  })

  test('a map names each document and each path once', async () => {
    const {map} = await ask('*[_type == "faq"]{question, "again": question}')
    expect(map.documents).toEqual([
      {_id: 'faq-ice', _type: 'faq'},
      {_id: 'faq-rest', _type: 'faq'},
    ])
    expect(map.paths).toEqual(["$['question']"])
  })
})

test('without a token there are no maps', async () => {
  await expect(lake.client(null).fetch(knee, {}, {filterResponse: false, resultSourceMap: true})).rejects.toMatchObject(
    {statusCode: 401},
  )
})
