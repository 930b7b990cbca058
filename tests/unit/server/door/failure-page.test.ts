/** The page for when nothing else works: its news are those of every other page. */
import {failurePage} from '@/server/door/whole-pages'

const notice = (_key: string, kind: string, endsAt: string | null = null) => ({
  _key,
  kind,
  text: `News: ${_key}.`,
  link: null,
  startsAt: null,
  endsAt,
})

let settings: object
jest.mock('@/lib/revalidation/answers', () => ({keptAnswer: () => ({value: settings, stamp: ''})}))

const newsOn = (path: string) => [...failurePage(path).matchAll(/News: ([a-z]+)\./g)].map(([, key]) => key)

describe('news on the failure page', () => {
  const english = [
    notice('elevator', 'information'),
    notice('flood', 'closure'),
    notice('past', 'urgent', '2020-01-01T00:00:00Z'),
  ]

  it('are those that are live, most urgent first', () => {
    settings = {language: 'en', notices: english, original: null}
    expect(newsOn('/conditions')).toEqual(['flood', 'elevator'])
  })

  it('are not said twice where they are translated, nor left out where they are not', () => {
    settings = {
      language: 'es',
      notices: [notice('elevator', 'information'), notice('feriado', 'closure')],
      original: {notices: english},
    }
    expect(newsOn('/es/conditions')).toEqual(['feriado', 'flood', 'elevator'])
  })

  it('are none where the settings cannot be read', () => {
    settings = {notices: 'none'}
    expect(newsOn('/')).toEqual([])
  })
})
