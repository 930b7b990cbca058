import {describe, expect, test} from '@jest/globals'
import {site} from '@/components/examples/content/site'
import {llmsText} from '@/lib/seo/llms'
import {twinPath} from '@/lib/seo/twin'
import {absoluteUrl} from '@/lib/site'

const page = {
  _type: 'condition',
  language: 'en',
  slug: 'back-pain',
  title: 'Back pain',
  summary: 'Pain in the back.',
} as const

describe('llms.txt', () => {
  const text = llmsText('en', site, [
    page,
    {...page, _type: 'page', slug: 'about', title: 'About [us]', summary: 'Who\nwe are.'},
    {...page, _type: 'faq', slug: 'bed-rest', title: 'Should I rest?', summary: ''},
  ])
  const lines = text.split('\n').filter((line) => line !== '')

  test('begins with one title and a summary in a quote', () => {
    expect(lines[0]).toBe('# Riverside Pain Clinic')
    expect(lines[1]).toMatch(/^> Care for people in pain\. /)
    expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1)
  })

  test('lists the pages below headings, each with its address as Markdown and a note', () => {
    expect(lines).toContain(`- [Back pain](${absoluteUrl('/conditions/back-pain.md')}): Pain in the back.`)
    expect(lines).toContain(`- [Should I rest?](${absoluteUrl('/questions/bed-rest.md')})`)
    expect(lines).toContain(`- [About \\[us\\]](${absoluteUrl('/about.md')}): Who we are.`)
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Conditions we treat',
      '## Questions and answers',
      '## Our locations',
      '## Optional',
    ])
  })

  test('has nothing but titles, quotes, sentences and links', () => {
    const links = lines.slice(lines.findIndex((line) => line.startsWith('## ')))
    for (const line of links) expect(line).toMatch(/^## \S|^- \[.+\]\(https?:\/\/\S+\.md\)(?:: .+)?$/)
  })

  test('says so where nothing is published', () => {
    expect(llmsText('en', site, [])).toContain('No pages are published yet.')
  })
})

test.each([
  ['/', '/index.md'],
  ['/es', '/es/index.md'],
  ['/conditions', '/conditions.md'],
  ['/es/conditions/dolor', '/es/conditions/dolor.md'],
  ['/about/our-history', '/about/our-history.md'],
])('the twin of %s is %s', (path, twin) => {
  expect(twinPath(path)).toBe(twin)
})
