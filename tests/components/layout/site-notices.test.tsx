import {expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {site} from '@/components/examples/content/site'
import {SiteNotices} from '@/components/layout/site-notices'
import type {Notice} from '@/sanity/content/notice'

const snow: Notice = {
  _key: 'snow',
  kind: 'weather',
  text: 'We close at noon on Friday, December 11.',
  link: {label: 'What to do', page: null, path: '/contact', url: null},
  startsAt: null,
  endsAt: null,
}

test('a site without news shows no place for it', () => {
  const {container} = render(<SiteNotices site={site} language="en" />)
  expect(container).toBeEmptyDOMElement()
})

test('a notice stands in a place with a name, says what kind it is, and leads on', () => {
  render(<SiteNotices site={{...site, notices: [snow]}} language="en" />)
  const news = within(screen.getByRole('complementary', {name: 'News from the clinic'}))
  expect(news.getByText('Weather:').closest('p')).toHaveTextContent('Weather: We close at noon on Friday, December 11.')
  expect(news.getByRole('link', {name: 'What to do'})).toHaveAttribute('href', '/contact')
  // It was there when the page opened: nothing interrupts the reader.
  expect(document.querySelector('[role=alert], [aria-live]')).toBeNull()
})

test('a notice without a link, or whose link leads nowhere safe, is words alone', () => {
  const unsafe = {...snow, link: {label: 'Click', page: null, path: null, url: 'javascript:alert(1)'}}
  render(
    <SiteNotices
      site={{
        ...site,
        notices: [
          {...snow, link: null},
          {...unsafe, _key: 'u'},
        ],
      }}
      language="en"
    />,
  )
  expect(screen.queryByRole('link')).toBeNull()
})

test('news in another language than the page says so, kind and all, and leads to pages in that language', () => {
  const {container} = render(
    <SiteNotices
      site={{...site, language: 'es', notices: [], original: {_id: 'siteSettings', notices: [snow]}}}
      language="es"
    />,
  )
  expect(screen.getByRole('complementary', {name: 'Noticias de la clínica'})).toBeVisible()
  expect(container.querySelector('[lang=en]')).toHaveTextContent('Weather: We close at noon')
  expect(screen.getByRole('link')).toHaveAttribute('href', '/contact')
})
