import {describe, expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {condition} from '@/components/examples/content/condition'
import {sciatica} from '@/components/examples/content/link'
import {picture} from '@/components/examples/content/picture'
import {site} from '@/components/examples/content/site'
import {guideline} from '@/components/examples/content/source'
import {HaveAQuestion, PageHead, Sources} from '@/components/page'
import {LinkList} from '@/components/ui/link-list'
import {crumbsFor} from '@/lib/breadcrumb'
import {documentHead} from '@/lib/seo/head'

const head = documentHead('condition', condition)

test('the head says where we are, what this is, and its other names', () => {
  render(<PageHead head={head} crumbs={crumbsFor('en', 'conditions', head)} about={condition} />)
  expect(screen.getByRole('heading', {level: 1, name: 'Back Pain'})).toBeVisible()
  expect(screen.getByText('Also known as: Lumbago, Backache')).toBeVisible()
  expect(screen.getByText(condition.summary)).toBeVisible()
  expect(screen.getByRole('img', {name: picture.alt})).toHaveAttribute('loading', 'eager')
  const trail = screen.getByRole('navigation', {name: 'You are here'})
  expect(within(trail).getByRole('link', {name: 'Conditions we treat'})).toHaveAttribute('href', '/conditions')
  expect(within(trail).getByText('Back Pain')).toHaveAttribute('aria-current', 'page')
  expect(screen.queryByText(/Sample content/)).toBeNull()
})

test('sample content says so', () => {
  render(<PageHead head={{...head, sample: true}} about={condition} />)
  expect(screen.getByText('Sample content.')).toBeVisible()
})

test('a question leads to the phone and to the form, which knows the page, and not in an emergency', () => {
  render(<HaveAQuestion site={site} language="en" from="/conditions/back-pain" />)
  expect(screen.getByRole('heading', {level: 2, name: 'Have a question?'})).toBeVisible()
  expect(screen.getByRole('link', {name: 'Call (512) 555-0142'})).toHaveAttribute('href', 'tel:5125550142')
  expect(screen.getByRole('link', {name: 'Ask us a question'})).toHaveAttribute(
    'href',
    '/contact?from=/conditions/back-pain',
  )
  expect(screen.getByText(/This is not for emergencies\. Call 911/)).toBeVisible()
})

test('sources are named with publisher, year and kind', () => {
  render(<Sources sources={[guideline]} language="en" />)
  expect(screen.getByRole('listitem')).toHaveTextContent(
    'Noninvasive treatments for low back pain. A college of physicians, 2017. Guideline.',
  )
})

describe('a page that exists in two languages', () => {
  const translations = [{language: 'en' as const, path: '/conditions/sciatica'}]
  const spanish = {language: 'es' as const, title: 'Ciática', sample: false}

  test('leads to itself in the other one, named and marked in that language', () => {
    render(<PageHead head={{...spanish, translations}} />)
    const link = screen.getByRole('link', {name: 'English'})
    expect(link).toHaveAttribute('href', '/conditions/sciatica')
    expect(link).toHaveAttribute('lang', 'en')
    expect(link).toHaveAttribute('hreflang', 'en-US')
    expect(screen.getByRole('navigation', {name: 'Esta página en otros idiomas'})).toContainElement(link)
    expect(screen.queryByText(/más nueva/)).toBeNull()
  })

  test('says so where the original is newer, with the way there', () => {
    render(<PageHead head={{...spanish, translations}} about={{lagsBehind: true}} />)
    expect(screen.getByText(/La versión en inglés de esta página es más nueva/)).toBeVisible()
    expect(screen.getByRole('link', {name: 'Leerla en inglés'})).toHaveAttribute('href', '/conditions/sciatica')
  })

  test('has no switch where it does not', () => {
    render(<PageHead head={spanish} about={{lagsBehind: true}} />)
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.queryByText(/más nueva/)).toBeNull()
  })
})

test('a link into another language says so, and its title is pronounced in it', () => {
  render(<LinkList links={[sciatica]} language="es" />)
  const link = screen.getByRole('link', {name: 'Sciatica (en inglés)'})
  expect(link).toHaveAttribute('hreflang', 'en')
  expect(screen.getByText('Sciatica')).toHaveAttribute('lang', 'en')
})
