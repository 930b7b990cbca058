import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {home} from '@/components/examples/content/home'
import {location} from '@/components/examples/content/location'
import {site} from '@/components/examples/content/site'
import {HomePage} from '@/components/home/home-page'

const time = {at: Date.parse('2026-11-23T15:30:00Z'), timeZone: 'America/Chicago'}

test('home says what hurts, what we do, where we are and how to reach us', () => {
  render(<HomePage site={site} home={home} locations={[location]} time={time} language="en" />)
  expect(screen.getByRole('heading', {level: 1, name: home.heading})).toBeVisible()
  expect(screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)).toEqual([
    'What hurts?',
    'How we can help',
    'Where to find us',
    'Have a question?',
  ])
  expect(screen.getByRole('link', {name: 'Back Pain'})).toHaveAttribute('href', '/conditions/back-pain')
  expect(screen.getByRole('link', {name: 'All conditions'})).toHaveAttribute('href', '/conditions')
  expect(screen.getAllByRole('link', {name: 'Call (512) 555-0142'})).toHaveLength(2)
})

test('before anything is published, it says that it is being prepared', () => {
  render(<HomePage site={site} home={null} locations={[]} time={time} language="en" />)
  expect(screen.getByRole('heading', {level: 1, name: 'This website is being prepared'})).toBeVisible()
})
