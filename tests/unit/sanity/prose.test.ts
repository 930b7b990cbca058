/** Portable Text comes from editors, imports and the API; the contract stands between all of them and the page. */
import {isSafeHref} from '@/sanity/content/link'
import {Prose, ShortProse} from '@/sanity/content/prose'
import {isSafeDestination} from '@/sanity/content/redirect'

const target = {_id: 'condition-sciatica', _type: 'condition', title: 'Sciatica', slug: 'sciatica', language: 'en'}

const block = (changes: object = {}) => ({
  _type: 'block',
  _key: 'a',
  style: 'normal',
  listItem: null,
  level: null,
  children: [{_type: 'span', _key: 's', text: 'Stay active.', marks: []}],
  markDefs: [],
  ...changes,
})

const marked = (marks: string[], markDefs: object[] = []) =>
  block({children: [{_type: 'span', _key: 's', text: 'Stay active.', marks}], markDefs})

const firstBlock = (blocks: unknown) => Prose.parse(blocks)[0]

describe('links in text', () => {
  it.each([
    'https://www.cdc.gov/pain',
    'http://clinic.example',
    'HTTPS://clinic.example/a?b=c#d',
    'mailto:front-desk@clinic.example?subject=Hello',
    'tel:+13125550100',
    'tel:(312)555-0100',
  ])('may lead to %s', (href) => {
    expect(isSafeHref(href)).toBe(true)
    expect(Prose.safeParse([marked(['l'], [{_type: 'link', _key: 'l', href}])]).success).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https://',
    'https:\\\\evil.example',
    'https://evil.example/\nx',
    'mailto:',
    'tel:',
    'tel:javascript:alert(1)',
    'conditions/back-pain',
    '',
  ])('may not lead to %j', (href) => {
    expect(isSafeHref(href)).toBe(false)
    const result = Prose.safeParse([marked(['l'], [{_type: 'link', _key: 'l', href}])])
    expect(result.success).toBe(false)
  })

  it('carry the document they lead to, from which the site makes the address', () => {
    expect(firstBlock([marked(['i'], [{_type: 'internalLink', _key: 'i', target}])])).toMatchObject({
      children: [{marks: ['i']}],
      markDefs: [{_type: 'internalLink', _key: 'i', target}],
    })
  })

  it('keep their words when the document they lead to is not published', () => {
    expect(firstBlock([marked(['strong', 'i'], [{_type: 'internalLink', _key: 'i', target: null}])])).toMatchObject({
      children: [{text: 'Stay active.', marks: ['strong']}],
      markDefs: [],
    })
  })
})

describe('marks', () => {
  it.each(['constructor', '__proto__', 'toString', 'blink', 'no-such-key'])(
    'called %s are taken off the words',
    (mark) => {
      expect(firstBlock([marked(['em', mark])])).toMatchObject({children: [{text: 'Stay active.', marks: ['em']}]})
    },
  )
})

describe('styles and lists', () => {
  it.each(['constructor', '__proto__', 'toString', 'h1', 'blockquote', ''])('a style called %j is refused', (style) => {
    expect(Prose.safeParse([block({style})]).success).toBe(false)
  })

  it.each(['constructor', 'square'])('a list called %s is refused', (listItem) => {
    expect(Prose.safeParse([block({listItem, level: 1})]).success).toBe(false)
  })

  it.each([
    [1e9, 5],
    [6, 5],
    [2.9, 2],
    [0, 1],
    [-3, 1],
    [null, 1],
    [undefined, 1],
  ])('a list level of %s is drawn at level %s', (level, drawn) => {
    expect(firstBlock([block({listItem: 'bullet', level})])).toMatchObject({listItem: 'bullet', level: drawn})
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '3'])('a list level of %s is refused', (level) => {
    expect(Prose.safeParse([block({listItem: 'bullet', level})]).success).toBe(false)
  })

  it('a paragraph outside of a list carries neither list nor level, whatever it was given', () => {
    const paragraph = firstBlock([block({level: 1e9})])
    expect(paragraph).not.toHaveProperty('listItem')
    expect(paragraph).not.toHaveProperty('level')
  })
})

describe('blocks', () => {
  it.each(['constructor', '__proto__', 'poll', 'image', ''])(
    'of the unknown type %j are refused, never dropped',
    (_type) => {
      const result = Prose.safeParse([block(), {_type, _key: 'b'}])
      expect(result.success).toBe(false)
      expect(result.error?.issues[0]?.path).toEqual([1, '_type'])
    },
  )

  it('that say when to get help keep every sign', () => {
    const card = {
      _type: 'urgentHelp',
      _key: 'u',
      level: 'emergency',
      heading: 'Call 911 if you have:',
      items: ['numbness around your genitals', 'loss of bladder control'],
      note: null,
    }
    expect(Prose.parse([card])).toEqual([card])
  })

  it('of the rich kind are refused in short text', () => {
    const callout = {_type: 'callout', _key: 'c', tone: 'info', title: null, text: 'Hello'}
    expect(Prose.safeParse([callout]).success).toBe(true)
    expect(ShortProse.safeParse([callout]).success).toBe(false)
  })

  it('made of something else than text are refused', () => {
    expect(
      Prose.safeParse([block({children: [{_type: 'span', _key: 's', text: {toString: 1}, marks: []}]})]).success,
    ).toBe(false)
    expect(Prose.safeParse([block({children: [{_type: 'widget', _key: 's', text: '', marks: []}]})]).success).toBe(
      false,
    )
  })

  it('come out the same when they are checked a second time', () => {
    const once = Prose.parse([
      block({listItem: 'number', level: 99}),
      marked(
        ['strong', 'x', 'i', 'd'],
        [
          {_type: 'internalLink', _key: 'i', target},
          {_type: 'internalLink', _key: 'd', target: null},
        ],
      ),
    ])
    expect(Prose.parse(JSON.parse(JSON.stringify(once)))).toEqual(once)
  })
})

describe('redirects', () => {
  it.each(['/conditions', '/a/b?c=d#e', 'https://portal.example/login'])('may lead to %s', (to) => {
    expect(isSafeDestination(to)).toBe(true)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'http://clinic.example',
    'javascript:alert(1)',
    'https:evil',
    '/a\r\nb',
    '',
  ])('may not lead to %j', (to) => {
    expect(isSafeDestination(to)).toBe(false)
  })
})
