import {describe, expect, test} from '@jest/globals'
import {cleanup, render, screen, within} from '@testing-library/react'
import {picture} from '@/components/examples/content/picture'
import {site} from '@/components/examples/content/site'
import {DraftBanner} from '@/components/layout/draft-banner'
import {NotFoundMessage} from '@/components/layout/not-found-message'
import {SiteFooter} from '@/components/layout/site-footer'
import {SiteHeader} from '@/components/layout/site-header'
import type {Site} from '@/sanity/content/site'

test('the header leads home, to the menu, to the phone and to the booking', () => {
  render(<SiteHeader site={site} language="en" />)
  expect(screen.getByRole('link', {name: site.name})).toHaveAttribute('href', '/')
  expect(screen.getByRole('link', {name: `${site.phone} Call us`})).toHaveAttribute('href', 'tel:5125550142')
  expect(screen.getByRole('link', {name: 'Book an appointment'})).toHaveAttribute('href', site.bookingUrl)
  const menu = within(screen.getByRole('navigation', {name: 'Main menu'}))
  expect(menu.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/conditions',
    '/conditions/sciatica',
    'https://group.example/',
  ])
})

test('before the clinic has a phone number, nothing leads to an empty one', () => {
  const unknown = {...site, phone: ''}
  const {container} = render(
    <>
      <SiteHeader site={unknown} language="en" />
      <SiteFooter site={unknown} language="en" />
    </>,
  )
  expect(container.querySelectorAll('a[href^="tel:"]')).toHaveLength(0)
})

describe('the logo', () => {
  const logo = {...picture, assetId: 'image-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-512x512-png'}
  const logoOf = (settings: Partial<Site>) => {
    cleanup()
    render(<SiteHeader site={{...site, logo, ...settings}} language="en" />)
    return document.querySelector('header img')
  }

  test('is decoration beside the name', () => {
    expect(logoOf({})).toHaveAttribute('alt', '')
    expect(logoOf({})?.closest('picture')).toBeNull()
  })

  test('gives way to the one for dark pages there', () => {
    logoOf({logoDark: {...picture, assetId: 'image-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-512x512-png'}})
    const source = document.querySelector('header source')
    expect(source).toHaveAttribute('media', '(prefers-color-scheme: dark)')
    expect(source?.getAttribute('srcset')).toContain('bbbb')
  })

  test('stands on a plate where it could hardly be seen, unless there is another for there', () => {
    expect(logoOf({logoTone: '#101820'})).toHaveClass('plateOnDark')
    expect(logoOf({logoTone: '#ffffff'})).toHaveClass('plateOnLight')
  })

  test('needs no plate where there is one for dark pages, or where it can be seen', () => {
    expect(logoOf({logoTone: '#101820', logoDark: logo})).not.toHaveClass('plateOnDark')
  })
})

test('in a further language the built-in pages are those of that language', () => {
  render(<SiteHeader site={site} language="es" />)
  expect(screen.getByRole('link', {name: site.name})).toHaveAttribute('href', '/es')
  expect(screen.getByRole('link', {name: 'Conditions'})).toHaveAttribute('href', '/es/conditions')
})

test('the footer says what to do in an emergency', () => {
  render(<SiteFooter site={site} language="en" />)
  expect(screen.getByText(site.emergencyText)).toBeVisible()
  expect(screen.getByRole('link', {name: 'Contact'})).toHaveAttribute('href', '/contact')
  expect(screen.getByText('General information; it does not replace a visit.')).toBeVisible()
})

test('the footer leads to every notice, and names the language of one that is not translated', () => {
  render(<SiteFooter site={site} language="en" />)
  const notices = within(screen.getByRole('navigation', {name: 'Notices and your rights'}))
  expect(notices.getByRole('link', {name: 'Privacy'})).not.toHaveAttribute('lang')
  const spanish = notices.getByRole('link', {name: 'Ayuda en su idioma'})
  expect(spanish).toHaveAttribute('href', '/es/ayuda-idioma')
  expect(spanish).toHaveAttribute('lang', 'es')
  expect(spanish).toHaveAttribute('hreflang', 'es')
})

test('settings with nothing optional in them still make a frame', () => {
  const bare = {
    ...site,
    tagline: null,
    email: null,
    bookingUrl: null,
    portalUrl: null,
    headerMenu: [],
    footerMenu: [],
    legalNotices: [],
  }
  render(<SiteHeader site={bare} language="en" />)
  render(<SiteFooter site={bare} language="en" />)
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('an editor is told that this is a draft, and how to leave', () => {
  render(<DraftBanner language="en" />)
  expect(screen.getByRole('link', {name: 'Stop looking at drafts'})).toHaveAttribute('href', '/api/draft-mode/disable')
})

test('who is lost finds ways on', () => {
  render(<NotFoundMessage site={site} language="es" />)
  expect(screen.getByRole('heading', {level: 1, name: 'No encontramos esa página'})).toBeVisible()
  expect(screen.getByRole('link', {name: 'Contacto'})).toHaveAttribute('href', '/es/contact')
  expect(screen.getByRole('link', {name: 'Llame al (512) 555-0142'})).toBeVisible()
})
