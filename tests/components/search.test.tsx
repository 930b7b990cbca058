/** The search page as a reader meets it: the form, the results, and what there is without them. */
import {describe, expect, it} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {home} from '@/components/examples/content/home'
import {found, nothing} from '@/components/examples/content/search'
import {site} from '@/components/examples/content/site'
import {SearchPage} from '@/components/search/search-page'

const shared = {site, home, language: 'en', redFlags: [], most: 20} as const

describe('results', () => {
  it('are counted in a heading, and are a list in their order', () => {
    render(<SearchPage {...shared} query="slipped disc" answer={found} />)
    expect(screen.getByRole('heading', {level: 2, name: '2 results for “slipped disc”'})).toBeInTheDocument()
    const items = screen.getByRole('heading', {name: 'Herniated disk'}).closest('ol')?.querySelectorAll(':scope > li')
    expect(items).toHaveLength(2)
    expect(items?.[0]).toHaveTextContent(/^ConditionHerniated diskAlso known as: Slipped disc/)
  })

  it('mark words as text, whatever they hold', () => {
    const result = found.results[0]
    if (!result) throw new Error('There is no example.')
    const pieces = [
      {text: '<img src=x onerror=alert(1)>', hit: true},
      {text: ' & more', hit: false},
    ]
    const answer = {...found, results: [{...result, extract: {pieces, cutBefore: false, cutAfter: true}}]}
    const {container} = render(<SearchPage {...shared} query="<script>" answer={answer} />)
    expect(container.querySelector('main img, script, [onerror]')).toBeNull()
    expect(screen.getByText('<img src=x onerror=alert(1)>').tagName).toBe('MARK')
    expect(screen.getByRole('heading', {name: '2 results for “<script>”'})).toBeInTheDocument()
  })

  it('lead to the page, and to the section under a name of its own', () => {
    render(<SearchPage {...shared} query="disc" answer={found} />)
    expect(screen.getByRole('link', {name: 'Physical therapy'})).toHaveAttribute('href', '/treatments/physical-therapy')
    expect(screen.getByRole('link', {name: 'Who it is for: Physical therapy'})).toHaveAttribute(
      'href',
      '/treatments/physical-therapy#who-it-is-for',
    )
  })

  it('say what was looked for instead of a word that is on no page', () => {
    render(<SearchPage {...shared} query="slipped dics" answer={found} />)
    expect(screen.getByText(/No page has the word “dics”/)).toHaveTextContent('“disc”')
  })

  it('have ways to those before and after, which keep the question', () => {
    render(<SearchPage {...shared} query="back & neck" answer={{...found, total: 61, from: 20}} />)
    const more = within(screen.getByRole('navigation', {name: 'More results'}))
    expect(more.getByText('Results 21 to 40 of 61')).toBeInTheDocument()
    expect(more.getByRole('link', {name: 'Next results'})).toHaveAttribute('href', '/search?q=back+%26+neck&page=3')
    expect(more.getByRole('link', {name: 'Previous results'})).toHaveAttribute('href', '/search?q=back+%26+neck')
  })

  it('need no further pages where these are all', () => {
    render(<SearchPage {...shared} query="disc" answer={found} />)
    expect(screen.queryByRole('navigation', {name: 'More results'})).toBeNull()
  })
})

describe('the form', () => {
  it('asks /search with what is typed, and keeps what was asked', () => {
    render(<SearchPage {...shared} query="slipped disc" answer={found} />)
    const field = screen.getByRole('searchbox', {name: 'Search this website'})
    expect(field).toHaveValue('slipped disc')
    expect(field).toHaveAttribute('name', 'q')
    expect(field).toHaveAttribute('maxlength', '120')
    expect(field.closest('form')).toHaveAttribute('action', '/search')
    expect(field.closest('form')?.method).toBe('get')
    expect(field).toHaveAccessibleDescription(/condition/)
    // A shared device must not tell the next person what was looked for.
    expect(field).toHaveAttribute('autocomplete', 'off')
  })

  it('asks in the language of the page', () => {
    render(<SearchPage {...shared} language="es" query="" answer={nothing} />)
    expect(screen.getByRole('searchbox').closest('form')).toHaveAttribute('action', '/es/search')
  })
})

describe('without results', () => {
  it.each([
    ['nothing found', 'xyzzy', nothing, 'We found nothing for “xyzzy”'],
    ['the search not working', 'disc', null, 'The search is not working right now'],
  ] as const)('the page helps: %s', (_what, query, answer, heading) => {
    render(<SearchPage {...shared} query={query} answer={answer} />)
    expect(screen.getByRole('heading', {level: 2, name: heading})).toBeInTheDocument()
    expect(screen.getByRole('link', {name: /All conditions from A to Z/})).toHaveAttribute('href', '/conditions#a-to-z')
    expect(screen.getByRole('link', {name: `Call ${site.phone}`})).toHaveAttribute(
      'href',
      expect.stringContaining('tel:'),
    )
    expect(screen.getByRole('heading', {name: 'Pages that many people read'})).toBeInTheDocument()
  })

  it('an empty question shows ways to begin, and complains of nothing', () => {
    render(<SearchPage {...shared} query="" answer={nothing} />)
    expect(screen.queryByText(/found nothing|0 results/)).toBeNull()
    expect(screen.getByRole('heading', {name: 'Pages that many people read'})).toBeInTheDocument()
  })
})

describe('words that cannot wait', () => {
  it('put 911 ahead of the results', () => {
    render(<SearchPage {...shared} query="chest pain" answer={found} redFlags={['emergency']} />)
    const card = screen.getByRole('heading', {name: /Call 911 now if:/})
    const results = screen.getByRole('heading', {name: /results for/})
    expect(card.compareDocumentPosition(results) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(screen.getByRole('link', {name: 'Call 911'})).toHaveAttribute('href', 'tel:911')
    expect(screen.getByText(site.emergencyText)).toBeInTheDocument()
  })

  it('put the crisis line ahead of everything, also where nothing is found', () => {
    render(<SearchPage {...shared} query="suicide" answer={nothing} redFlags={['crisis']} />)
    expect(screen.getByRole('heading', {name: /You are not alone/})).toBeInTheDocument()
    expect(screen.getByRole('link', {name: 'Call 988'})).toHaveAttribute('href', 'tel:988')
    expect(screen.getByRole('link', {name: 'Text 988'})).toHaveAttribute('href', 'sms:988')
    expect(screen.getByRole('link', {name: 'Call 911'})).toHaveAttribute('href', 'tel:911')
  })

  it('in Spanish say how to reach somebody who speaks it', () => {
    render(<SearchPage {...shared} language="es" query="suicidio" answer={nothing} redFlags={['crisis']} />)
    expect(screen.getByText(/presione 2/)).toHaveTextContent('AYUDA')
  })
})
