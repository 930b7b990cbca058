import {describe, expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {ContactWays} from '@/components/clinic/contact-ways'
import {arrivalDetails, visitDetails} from '@/components/clinic/location-details'
import {OpeningHours} from '@/components/clinic/opening-hours'
import {Place} from '@/components/clinic/place'
import {TodayHours} from '@/components/clinic/today-hours'
import {location} from '@/components/examples/content/location'
import {site} from '@/components/examples/content/site'
import {Details} from '@/components/page'

/** Half past nine in the morning in Chicago. */
const monday = {at: Date.parse('2026-11-23T15:30:00Z'), timeZone: 'America/Chicago'}
const thanksgiving = {...monday, at: Date.parse('2026-11-26T15:30:00Z')}

describe('opening hours', () => {
  const rowOf = (day: string) => screen.getByRole('rowheader', {name: day}).closest('tr')

  test('are a table of the whole week', () => {
    render(<OpeningHours place={location} language="en" time={monday} />)
    expect(screen.getByRole('table', {name: 'Opening hours of Riverside'})).toBeVisible()
    expect(screen.getAllByRole('row')).toHaveLength(7)
    expect(rowOf('Monday Today')).toHaveTextContent('Monday Today8 am to noon1 pm to 5:30 pm')
    expect(rowOf('Sunday')).toHaveTextContent('Closed')
  })

  test('name the days that differ, and none that is over', () => {
    render(<OpeningHours place={location} language="en" time={monday} />)
    expect(screen.getAllByRole('listitem').map(({textContent}) => textContent)).toEqual([
      'Thursday, November 26, 2026: Closed (Thanksgiving)',
      'Thursday, December 24, 2026: 8\u00a0am to noon (Christmas Eve)',
    ])
  })

  test('mark today in words, not by colour alone', () => {
    render(<OpeningHours place={location} language="en" time={monday} />)
    expect(rowOf('Monday Today')).toHaveAttribute('aria-current', 'date')
    expect(document.querySelectorAll('[aria-current]')).toHaveLength(1)
  })

  test('on a special day have its hours in today’s row, with the usual ones below', () => {
    render(<OpeningHours place={location} language="en" time={thanksgiving} />)
    expect(rowOf('Thursday Today')).toHaveTextContent('Thursday TodayClosed(Thanksgiving)Usually:Closed')
  })

  test('that nobody has entered are not called closed', () => {
    render(<OpeningHours place={{...location, hours: [], specialHours: []}} language="en" time={monday} />)
    expect(screen.queryByText('Closed')).toBeNull()
    expect(screen.getByText('Please call us to ask when we are open.')).toBeVisible()
  })
})

describe('the line about today', () => {
  test('says until when it is open, in words', () => {
    render(<TodayHours place={location} time={monday} language="en" />)
    expect(screen.getByText('Open now until noon')).toBeVisible()
  })

  test('says why it is closed and when it opens next', () => {
    const {container} = render(<TodayHours place={location} time={thanksgiving} language="en" />)
    expect(container).toHaveTextContent('Closed today (Thanksgiving). Opens Monday at 8 am')
  })

  test('is not there where no hours are known', () => {
    const {container} = render(<TodayHours place={{hours: [], specialHours: []}} time={monday} language="en" />)
    expect(container).toBeEmptyDOMElement()
  })
})

test('a place says where it is and leads to a map without loading one', () => {
  render(<Place place={location} language="en" time={monday} />)
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

test('the ways to reach the clinic begin with the phone, and warn of e-mail', () => {
  render(<ContactWays site={site} language="en" />)
  expect(screen.getByText(/E-mail is not private/)).toBeVisible()
  const phone = screen.getAllByRole('heading', {level: 3})[0]?.closest('section')
  expect(phone && within(phone).getByRole('link')).toHaveAttribute('href', 'tel:5125550142')
})
