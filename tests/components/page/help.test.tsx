import {describe, expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {condition} from '@/components/examples/content/condition'
import * as Page from '@/components/page'
import {labelsFor} from '@/lib/labels'
import type {UrgentHelp} from '@/sanity/content/blocks'

const card = (level: UrgentHelp['level']): UrgentHelp => ({
  _type: 'urgentHelp',
  _key: level,
  level,
  heading: `This is ${level}:`,
  items: ['A sign'],
  note: null,
})
const cards = [card('emergency'), card('urgent'), card('routine')]
const help = {cards, language: 'en', phone: '(512) 555-0142'} as const
const headings = () => screen.getAllByRole('heading').map(({tagName, textContent}) => `${tagName} ${textContent}`)
const written = Page.headedSections(condition.sections, labelsFor('en').aspects)
const context = {language: 'en', phone: help.phone} as const

describe('on a condition page', () => {
  test('what may not wait stands ahead of the text, what may wait does not', () => {
    render(<Page.HelpNow {...help} />)
    expect(headings()).toEqual([
      'H2 Immediate action required: This is emergency:',
      'H2 Urgent advice: This is urgent:',
    ])
  })

  test('the section on getting help leads back up to the signs, and has the card for an appointment', () => {
    const sections = Page.withPlaceForHelp(written, cards, 'en')
    expect(sections).toBe(written)
    render(<Page.Sections sections={sections} context={context} extras={Page.helpInText(help)} />)
    const section = screen.getByRole('heading', {level: 2, name: 'When to call us'}).closest('section')
    if (!section) throw new Error('There is no section on getting help.')
    expect(within(section).getByRole('link', {name: 'See the signs that need help now'})).toHaveAttribute(
      'href',
      '#signs',
    )
    expect(within(section).getByRole('heading', {level: 3, name: /This is routine/})).toBeVisible()
    expect(screen.queryByText(/This is emergency/)).toBeNull()
  })

  test('where the editor wrote no such section, one is made for the card', () => {
    const overview = written.slice(0, 1)
    const sections = Page.withPlaceForHelp(overview, cards, 'en')
    render(<Page.Sections sections={sections} context={context} extras={Page.helpInText(help)} />)
    expect(headings()).toEqual(['H2 When to get help', 'H3 Non-urgent advice: This is routine:'])
    expect(Page.withPlaceForHelp(overview, cards.slice(0, 2), 'en')).toBe(overview)
  })

  test('nothing leads to signs that are not there', () => {
    const routine = {...help, cards: [card('routine')]}
    const {container} = render(
      <>
        <Page.HelpNow {...routine} />
        <Page.Sections sections={written} context={context} extras={Page.helpInText(routine)} />
      </>,
    )
    expect(container.querySelector('#signs, [href="#signs"]')).toBeNull()
  })
})

test('on a treatment page, what to watch for stands with what happens afterward', () => {
  render(Page.helpAfterward(help).after)
  expect(headings()).toHaveLength(3)
  expect(headings().every((heading) => heading.startsWith('H3'))).toBe(true)
})

test('a treatment without a section on afterward has a place for its cards all the same', () => {
  const [overview] = written
  if (!overview) throw new Error('There is no section.')
  expect(Page.withPlaceAfterward([overview], cards, 'en').map(({id, label}) => [id, label])).toEqual([
    ['overview', null],
    ['after', 'After your treatment'],
  ])
  expect(Page.withPlaceAfterward([overview], [], 'en')).toEqual([overview])
})

test('the contents list of a treatment leads to the signs, right after what happens afterward', () => {
  const contents = ['before', 'after', 'risks'].map((id) => ({id, label: id}))
  expect(Page.withSigns(contents, cards, 'en').map(({id}) => id)).toEqual(['before', 'after', 'signs', 'risks'])
  expect(Page.withSigns(contents, [card('routine')], 'en')).toEqual(contents)
})
