import {describe, expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {ContactWays} from '@/components/clinic/contact-ways'
import {arrivalDetails, visitDetails} from '@/components/clinic/location-details'
import {OpeningHours} from '@/components/clinic/opening-hours'
import {Place} from '@/components/clinic/place'
import {location} from '@/components/examples/content/location'
import {site} from '@/components/examples/content/site'
import {Details} from '@/components/page'

describe('opening hours', () => {
  const rowOf = (day: string) => screen.getByRole('rowheader', {name: day}).closest('tr')

  test('are a table of the whole week', () => {
    render(<OpeningHours place={location} language="en" today="2026-11-23" />)
    expect(screen.getByRole('table', {name: 'Opening hours of Riverside'})).toBeVisible()
    expect(screen.getAllByRole('row')).toHaveLength(7)
    expect(rowOf('Monday')).toHaveTextContent('Monday8 am to noon1 pm to 5:30 pm')
    expect(rowOf('Sunday')).toHaveTextContent('Closed')
  })

  test('name the days that differ, and none that is over', () => {
    render(<OpeningHours place={location} language="en" today="2026-11-23" />)
    expect(screen.getAllByRole('listitem').map(({textContent}) => textContent)).toEqual([
      'Thursday, November 26, 2026: Closed (Thanksgiving)',
      'Thursday, December 24, 2026: 8\u00a0am to noon (Christmas Eve)',
    ])
  })

  test('never say whether it is open now: the page may be minutes old', () => {
    const {container} = render(<OpeningHours place={location} language="en" today="2026-11-23" />)
    expect(container).not.toHaveTextContent(/\b(today|now)\b/i)
  })
})

test('a place says where it is and leads to a map without loading one', () => {
  render(<Place place={location} language="en" today="2026-11-23" />)
  expect(screen.getByRole('link', {name: 'Riverside'})).toHaveAttribute('href', '/locations/riverside')
  expect(screen.getByText('Austin, TX 78701')).toBeVisible()
  expect(screen.getByRole('link', {name: /See it on a map.*opens in a new tab/})).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  )
  expect(document.querySelector('iframe, img')).toBeNull()
})

test('details that are not known are left out', () => {
  render(<Details details={[...arrivalDetails(location, 'en'), ...visitDetails(location, 'en')]} />)
  expect(screen.getByText('Parking')).toBeVisible()
  expect(screen.queryByText('Insurance we take')).toBeNull()
  expect(screen.getByText('Welcomes new patients')).toBeVisible()
})

test('contact begins with what to do in an emergency, and warns of e-mail', () => {
  render(<ContactWays site={site} language="en" />)
  const [first] = screen.getAllByRole('heading', {level: 2})
  expect(first).toHaveTextContent('In an emergency')
  expect(screen.getByText(/E-mail is not private/)).toBeVisible()
  const phone = screen.getByRole('heading', {level: 2, name: 'By phone'}).closest('section')
  expect(phone && within(phone).getByRole('link')).toHaveAttribute('href', 'tel:5125550142')
})
