import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {condition} from '@/components/examples/content/condition'
import {site} from '@/components/examples/content/site'
import {ShareLinks} from '@/components/share/share-links'
import {documentHead} from '@/lib/seo/head'
import {absoluteUrl} from '@/lib/site'

const head = documentHead('condition', condition)
const url = absoluteUrl(head.path)

const names = () => screen.getAllByRole('link').map((link) => link.textContent)
const personal = ['Share by E-mail', 'Share by Text message']

test('every way is a plain link with a name that says what it does', () => {
  render(<ShareLinks site={site} head={head} />)
  expect(screen.getByRole('heading', {level: 2, name: 'Share This Page'})).toBeVisible()
  expect(names()).toEqual([
    ...personal,
    'Share on Facebook (opens in a new tab)',
    'Share on WhatsApp (opens in a new tab)',
    'Share on X (opens in a new tab)',
    'Share on LinkedIn (opens in a new tab)',
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

test('networks are those the clinic has switched on; a person can be written to in any case', () => {
  render(<ShareLinks site={{...site, shareNetworks: ['bluesky']}} head={head} />)
  expect(names()).toEqual([...personal, 'Share on Bluesky (opens in a new tab)'])
})

test('a page that its editor keeps off the networks has none of their buttons', () => {
  const social = {...condition.social, hideNetworks: true}
  render(<ShareLinks site={site} head={documentHead('condition', {...condition, social})} />)
  expect(names()).toEqual(personal)
})
