/** What browsers may fetch ahead, read as a browser reads it (https://wicg.github.io/nav-speculation/). */
import {readFileSync} from 'node:fs'

type Where = {and: Where[]} | {not: Where} | {href_matches: string | string[]} | {selector_matches: string | string[]}
type Rule = {source: string; where: Where; eagerness: string}

const rules: {prefetch: Rule[]; prerender: Rule[]} = JSON.parse(readFileSync('public/speculation-rules.json', 'utf8'))
const everyRule = Object.values(rules).flat()
const site = 'https://clinic.example'

/** Does a plain link to this address fit? */
function fits(where: Where, href: string): boolean {
  if ('and' in where) return where.and.every((part) => fits(part, href))
  if ('not' in where) return !fits(where.not, href)
  if ('selector_matches' in where) return false
  return [where.href_matches].flat().some((pattern) => new URLPattern(pattern, `${site}/conditions`).test(href))
}

const isFetchedAhead = (href: string) => everyRule.map(({where}) => fits(where, new URL(href, site).href))

describe('links that are fetched ahead', () => {
  it.each(['/', '/conditions', '/conditions/back-pain', '/es', '/es/conditions/ciatica', '/about', '/facts/a#b'])(
    'are those to pages: %s',
    (href) => {
      expect(isFetchedAhead(href)).toEqual([true, true])
    },
  )

  it.each([
    ...[
      '/studio',
      '/studio/structure',
      '/api/draft-mode/disable',
      '/api/health',
      '/media/image-a?w=320',
      '/card/a.png',
      '/download/0123abcd/new-patient-form.pdf',
    ],
    ...['/search', '/search?q=back', '/es/search', '/es/search?q=a', '/conditions?a=b', '/conditions/back-pain.md'],
    ...['/feed.xml', '/llms.txt', '/_next/static/a.js', 'https://elsewhere.example/', 'https://maps.example/?q=a'],
    ...['tel:2155550142', 'mailto:a@clinic.example', 'http://clinic.example/conditions'],
  ])('are not those to anything else: %s', (href) => {
    expect(isFetchedAhead(href)).toEqual([false, false])
  })

  it('are fetched when the reader points at them, not before', () => {
    expect(everyRule.map(({source, eagerness}) => [source, eagerness])).toEqual([
      ['document', 'moderate'],
      ['document', 'moderate'],
    ])
  })
})
