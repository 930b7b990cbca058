import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {site} from '@/components/examples/content/site'
import {ShareLinks} from '@/components/share/share-links'
import {absoluteUrl} from '@/lib/site'

const head = {language: 'en', path: '/conditions/back-pain', title: 'Back Pain'} as const
const url = absoluteUrl(head.path)

test('every network is a plain link with a name that says what it does', () => {
  render(<ShareLinks site={site} head={head} />)
  expect(screen.getByRole('heading', {level: 2, name: 'Share This Page'})).toBeVisible()
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Share on Facebook (opens in a new tab)',
    'Share on X (opens in a new tab)',
    'Share on LinkedIn (opens in a new tab)',
    'Share on WhatsApp (opens in a new tab)',
    'Share by E-mail',
    'Share by Text message',
  ])
})

test('other sites learn nothing of this one', () => {
  render(<ShareLinks site={site} head={head} />)
  expect(screen.getByRole('link', {name: /Facebook/})).toHaveAttribute('rel', 'noopener noreferrer external')
})

test('what needs a script is hidden until there is one, and knows what to copy and what to say', () => {
  const {container} = render(<ShareLinks site={site} head={head} />)
  expect(screen.queryByRole('button')).toBeNull()
  const copy = container.querySelector('[data-copy]')
  expect(copy).toHaveAttribute('data-copy', url)
  expect(copy).toHaveAttribute('data-done', 'Link copied')
  expect(copy?.closest('li')).toHaveAttribute('hidden')
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('only the networks that the clinic has switched on are offered', () => {
  render(<ShareLinks site={{...site, shareNetworks: ['email']}} head={head} />)
  expect(screen.getAllByRole('link')).toHaveLength(1)
})

test('with none switched on there is no part at all', () => {
  const {container} = render(<ShareLinks site={{...site, shareNetworks: []}} head={head} />)
  expect(container).toBeEmptyDOMElement()
})
