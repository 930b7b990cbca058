import {describe, expect, test} from '@jest/globals'
import {advice, callout, plainText, prose, shortProse, type TextBlock, verbatim} from '../../../sanity/seed/prose.ts'

const textBlocks = (blocks: ReturnType<typeof prose>) =>
  blocks.filter((block): block is TextBlock => block._type === 'block')

describe('prose', () => {
  test('Markdown becomes paragraphs, headings and lists', () => {
    const blocks = textBlocks(
      prose(`
        First line
        goes on here.

        ### Heading

        - one
        - two

        1. first`),
    )
    expect(blocks.map((block) => [block.style, block.listItem, block.level, plainText(block)])).toEqual([
      ['normal', undefined, undefined, 'First line goes on here.'],
      ['h3', undefined, undefined, 'Heading'],
      ['normal', 'bullet', 1, 'one'],
      ['normal', 'bullet', 1, 'two'],
      ['normal', 'number', 1, 'first'],
    ])
  })

  test('a link to a document becomes an internal link, any other stays outside', () => {
    const [block] = textBlocks(prose('See [sciatica](ref:condition-sciatica) or [CDC](https://www.cdc.gov/).'))
    expect(block?.markDefs).toMatchObject([
      {_type: 'internalLink', reference: {_type: 'reference', _ref: 'condition-sciatica'}},
      {_type: 'link', href: 'https://www.cdc.gov/'},
    ])
    expect(block?.children[1]).toMatchObject({text: 'sciatica', marks: [block?.markDefs[0]?._key]})
  })

  test('the same text gives the same keys every time, and no key twice', () => {
    const write = () => prose('One **two** three.', callout('info', 'Title', 'Text'), advice('do', ['a']), 'Four.')
    expect(write()).toEqual(write())
    const keys = write().map(({_key}) => _key)
    expect(new Set(keys).size).toBe(4)
  })

  test.each([
    ['a quotation', '> Said somebody'],
    ['a large heading', '# Large'],
    ['code', 'Type `rm`'],
    ['a picture', '![alt](https://example.com/a.png)'],
  ])('%s is refused', (_, text) => {
    expect(() => prose(text)).toThrow("The sample clinic's text cannot hold")
  })
})

test('a short text has no headings', () => {
  expect(() => shortProse('### No')).toThrow('A short text has no headings, but here is one: No')
})

test('verbatim text is not read as Markdown', () => {
  expect(plainText(verbatim('a *b* – “c” & <d>'))).toBe('a *b* – “c” & <d>')
})
