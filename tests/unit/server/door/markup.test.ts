import fc from 'fast-check'
import {MarkupError, type Part, partsOf} from '@/server/door/markup'

const read = (html: string): Part[] => [...partsOf(html)]
const tags = (html: string) => read(html).filter((part) => part.kind === 'tag')
const attributesOf = (html: string) => Object.fromEntries(tags(html)[0]?.attributes ?? [])

describe('reading HTML', () => {
  it('finds tags, their ends and comments, each in its place', () => {
    const html = '<!DOCTYPE html><html lang="en"><!--note--><p>3 < 4</p></html>'
    expect(read(html).map((part) => html.slice(part.from, part.to))).toEqual([
      '<html lang="en">',
      '<!--note-->',
      '<p>',
      '</p>',
      '</html>',
    ])
  })

  it('reads attributes in every spelling', () => {
    expect(attributesOf(`<a HREF=/x title='"b"' data-c="<i>" hidden download="" a=1 A=2>`)).toEqual({
      href: '/x',
      title: '"b"',
      'data-c': '<i>',
      hidden: '',
      download: '',
      a: '1',
    })
    expect(attributesOf('<br/>')).toEqual({})
    expect(attributesOf('<img alt="a > b"/>')).toEqual({alt: 'a > b'})
    expect(attributesOf('<p\n  id = "x"\n>')).toEqual({id: 'x'})
  })

  it('undoes the escapes of attributes', () => {
    expect(attributesOf('<i title="&amp;&lt;&gt;&quot;&#x27;&#39;&apos;&nbsp;">')).toEqual({title: `&<>"'''&nbsp;`})
  })

  it.each(['script', 'style', 'title', 'textarea'])('takes what is in a %s for text', (name) => {
    const html = `<${name} id="a">if (a </b) "<p>" </${name}s></${name} ><p>`
    expect(tags(html).map((tag) => [tag.name, tag.text])).toEqual([
      [name, `if (a </b) "<p>" </${name}s>`],
      ['p', ''],
    ])
  })

  it('does not take a tag in a comment or an attribute for one', () => {
    expect(tags('<!-- <script> --><p title="<script>"></p>').map(({name}) => name)).toEqual(['p'])
  })

  it.each([
    ['a script without an end', '<script>a()'],
    ['a script that ends beyond its closing tag', '<script><!--<script></script></script>'],
    ['a comment without an end', '<p><!-- a'],
    ['a comment that ends early', '<!--> -->'],
    ['a comment that ends oddly', '<!-- a --!> b -->'],
    ['a tag without an end', '<p class="a"'],
    ['a quote without an end', '<p class="a>b</p>'],
    ['a quote in a name', `<p class="a"b"c>`],
    ['a value without a quote at its end', '<p class=a"b>'],
    ['a tag within a tag', '<p <b>'],
    ['data of XML', '<svg><![CDATA[ <script> ]]></svg>'],
    ['an instruction of XML', '<?xml version="1.0"?>'],
    ['an element that ends never', '<plaintext>'],
  ])('gives up on %s', (_what, html) => {
    expect(() => read(html)).toThrow(MarkupError)
  })

  it('answers or gives up, whatever it is given, and never overlaps', () => {
    const piece = fc.constantFrom(
      ...['<', '>', '/', '"', "'", '=', ' ', '!', '-', '--', '<!--', '-->', 'script', 'p', 'a', '</', 'é', '&amp;'],
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
        const html = pieces.join('')
        let end = 0
        try {
          for (const {from, to} of partsOf(html)) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            end = to
          }
          expect(end).toBeLessThanOrEqual(html.length)
        } catch (error) {
          expect(error).toBeInstanceOf(MarkupError)
        }
      }),
      {numRuns: 2000},
    )
  })
})
