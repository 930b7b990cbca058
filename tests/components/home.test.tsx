import {describe, expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {home} from '@/components/examples/content/home'
import {conditions} from '@/components/examples/content/lists'
import {location} from '@/components/examples/content/location'
import {person} from '@/components/examples/content/person'
import {site} from '@/components/examples/content/site'
import {HomePage} from '@/components/home/home-page'

const time = {at: Date.parse('2026-11-23T15:30:00Z'), timeZone: 'America/Chicago'}
const clinic = {site, home, conditions, people: [person], locations: [location], time, language: 'en'} as const

const parts = () => screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)

describe('home', () => {
  test('asks where it hurts, then says what we treat and how, who and where we are, and how to reach us', () => {
    render(<HomePage {...clinic} />)
    expect(screen.getByRole('heading', {level: 1, name: home.heading})).toBeVisible()
    expect(parts()).toEqual([
      'Where does it hurt?',
      'What we often treat',
      'How we can help',
      'Who will look after you',
      'Where to find us',
      'Have a question?',
    ])
    expect(screen.getByRole('link', {name: 'Back Pain'})).toHaveAttribute('href', '/conditions/back-pain')
    expect(screen.getByRole('link', {name: 'All conditions'})).toHaveAttribute('href', '/conditions')
    expect(screen.getByRole('link', {name: 'Ada Lane, MD'})).toHaveAttribute('href', '/people/ada-lane')
    expect(screen.getByRole('link', {name: 'All our people'})).toHaveAttribute('href', '/people')
  })

  test('begins with how to call, ahead of where it hurts, and calls again at the end', () => {
    render(<HomePage {...clinic} />)
    const calls = screen.getAllByRole('link', {name: 'Call (512) 555-0142'})
    expect(calls).toHaveLength(2)
    const question = screen.getByRole('heading', {name: 'Where does it hurt?'})
    expect(calls[0]?.compareDocumentPosition(question)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  test('finds a condition by name: a plain form that leads to the search page', () => {
    render(<HomePage {...clinic} />)
    const field = screen.getByRole('searchbox', {name: 'Search this website'})
    expect(field).toHaveAttribute('name', 'q')
    expect(field.closest('form')).toHaveAttribute('action', '/search')
    expect(screen.getByRole('button', {name: 'Search'})).toHaveAttribute('type', 'submit')
  })

  test('welcomes new patients where a place takes them', () => {
    const {rerender} = render(<HomePage {...clinic} />)
    expect(screen.getByText('New patients are welcome')).toBeVisible()
    rerender(<HomePage {...clinic} locations={[{...location, acceptsNewPatients: false}]} />)
    expect(screen.queryByText('New patients are welcome')).toBeNull()
  })

  test('says of each place whether it is open', () => {
    render(<HomePage {...clinic} />)
    const place = screen.getByRole('link', {name: location.title}).closest('section')
    expect(place).toHaveTextContent('Open now until noon')
  })

  test('leads to the same page in other languages', () => {
    render(<HomePage {...clinic} translations={[{language: 'es', path: '/es'}]} />)
    expect(screen.getByRole('link', {name: 'Español'})).toHaveAttribute('href', '/es')
  })

  test('leaves out what the clinic has not published', () => {
    render(<HomePage {...clinic} home={{...home, conditions: [], treatments: []}} people={[]} locations={[]} />)
    expect(parts()).toEqual(['Where does it hurt?', 'Have a question?'])
  })

  test('shows four people at most; the link leads to all', () => {
    const people = Array.from({length: 6}, (_, i) => ({...person, _id: `person-${i}`, name: `Person ${i}`}))
    render(<HomePage {...clinic} people={people} />)
    expect(screen.getAllByRole('heading', {level: 3, name: /^Person/})).toHaveLength(4)
  })

  test('before anything is published, says that it is being prepared', () => {
    render(<HomePage {...clinic} home={null} />)
    expect(screen.getByRole('heading', {level: 1, name: 'This website is being prepared'})).toBeVisible()
  })
})
