import {describe, expect, test} from '@jest/globals'
import {crawlers, defaultSwitches} from '@/lib/seo/crawlers'
import {robotsText} from '@/lib/seo/robots'
import {absoluteUrl} from '@/lib/site'

/** What a crawler may do that keeps to the rules (RFC 9309): the group that names it, otherwise the one for all. */
function rulesFor(agent: string, text: string): string[] {
  const groups = text.split(/\n\n/).map((block) => block.split('\n').filter((line) => !line.startsWith('#')))
  const names = (lines: string[], name: string) => lines.some((line) => line.toLowerCase() === `user-agent: ${name}`)
  const own = groups.find((lines) => names(lines, agent.toLowerCase())) ?? groups.find((lines) => names(lines, '*'))
  return (own ?? []).filter((line) => !/^user-agent:/i.test(line))
}

const open = ['Disallow: /studio', 'Disallow: /api/']

describe('robots.txt', () => {
  test('lets everybody read all but the Studio and the inner doors, and tells of the sitemap', () => {
    const text = robotsText(defaultSwitches)
    for (const agent of ['Googlebot', 'Bingbot', 'Applebot', 'facebookexternalhit']) {
      expect(rulesFor(agent, text)).toEqual(open)
    }
    expect(text).toContain(`\nSitemap: ${absoluteUrl('/sitemap.xml')}\n`)
  })

  test('lets AI search read and asks training to stay away, until the clinic decides', () => {
    const text = robotsText(defaultSwitches)
    for (const agent of ['OAI-SearchBot', 'ChatGPT-User', 'Claude-SearchBot', 'PerplexityBot']) {
      expect([agent, rulesFor(agent, text)]).toEqual([agent, open])
    }
    for (const agent of ['GPTBot', 'ClaudeBot', 'Google-Extended', 'Applebot-Extended', 'CCBot', 'Bytespider']) {
      expect([agent, rulesFor(agent, text)]).toEqual([agent, ['Disallow: /']])
    }
  })

  test.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('has a switch for each: search %s, training %s', (aiSearch, aiTraining) => {
    const text = robotsText({aiSearch, aiTraining})
    for (const {agent, purpose} of crawlers) {
      const allowed = purpose === 'search' ? aiSearch : aiTraining
      expect([agent, rulesFor(agent, text)]).toEqual([agent, allowed ? open : ['Disallow: /']])
    }
    expect(rulesFor('Googlebot', text)).toEqual(open)
  })
})

test('each crawler is on the list once, with where its purpose was read', () => {
  const names = crawlers.map(({agent}) => agent.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  for (const {agent, source} of crawlers) expect([agent, URL.canParse(source)]).toEqual([agent, true])
})
