import {expect, test} from '@jest/globals'
import {renderToStaticMarkup} from 'react-dom/server'
import {JsonLd, jsonForHtml} from '@/components/json-ld'
import {graphOf} from '@/lib/seo/graph'

const hostile = '</script><script>alert(1)</script><!-- \u2028'
const html = renderToStaticMarkup(<JsonLd graph={graphOf({'@type': 'Thing', name: hostile})} />)

test('no content can leave the element it stands in', () => {
  expect(html.match(/<\/?script/g)).toHaveLength(2)
  expect(html).not.toContain('<!--')
})

test('a parser reads exactly what was meant', () => {
  const inside = html.replace(/^<script[^>]*>/, '').replace(/<\/script>$/, '')
  expect(JSON.parse(inside)).toEqual({'@context': 'https://schema.org', '@graph': [{'@type': 'Thing', name: hostile}]})
  expect(jsonForHtml({a: '\u2029'})).toBe('{"a":"\\u2029"}')
})
