import {expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {site} from '@/components/examples/content/site'
import {CallBar} from '@/components/layout/call-bar'

const linksIn = () =>
  within(screen.getByRole('navigation', {name: 'Call or ask'}))
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')])

test('the call bar calls, and books where the clinic can be booked online', () => {
  render(<CallBar site={site} language="en" />)
  expect(linksIn()).toEqual([
    ['Call (512) 555-0142', 'tel:5125550142'],
    ['Book', 'https://booking.example/riverside'],
  ])
})

test('without a booking page, or with an unsafe one, it leads to the ways to reach the clinic', () => {
  for (const bookingUrl of [null, 'javascript:alert(1)']) {
    const {unmount} = render(<CallBar site={{...site, bookingUrl}} language="es" />)
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'tel:5125550142',
      '/es/contact',
    ])
    unmount()
  }
})

test('a clinic that has not said its number has no call bar', () => {
  const {container} = render(<CallBar site={{...site, phone: ''}} language="en" />)
  expect(container).toBeEmptyDOMElement()
})
