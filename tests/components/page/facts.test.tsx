import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {factBeingChecked, sourcedFact} from '@/components/examples/content/fact'
import {factsMarkdown} from '@/components/markdown/parts'
import {Facts} from '@/components/page'

test('a fact shows its figure, its statement and its source', () => {
  render(<Facts facts={[sourcedFact]} language="en" />)
  expect(screen.getByRole('heading', {level: 2, name: 'Did you know…'})).toBeVisible()
  expect(screen.getByText('4 in 5')).toBeVisible()
  expect(screen.getByText(sourcedFact.statement)).toBeVisible()
  expect(screen.getByRole('link', {name: 'Noninvasive treatments for low back pain'})).toHaveAttribute(
    'href',
    'https://guideline.example/back-pain',
  )
  expect(screen.getByText('Adults in the U.S. · Figure from 2019 · Checked July 1, 2026')).toBeVisible()
  expect(screen.queryByText('Source being checked')).toBeNull()
})

test('a fact whose source is being checked says so', () => {
  render(<Facts facts={[factBeingChecked]} language="en" />)
  expect(screen.getByText('Source being checked')).toBeVisible()
})

test('a fact that lost its source says the same', () => {
  render(<Facts facts={[{...sourcedFact, sources: []}]} language="en" />)
  expect(screen.getByText('Source being checked')).toBeVisible()
})

test('each fact has a place on this page, and a link to its own', () => {
  render(<Facts facts={[sourcedFact]} language="en" />)
  expect(screen.getByRole('listitem')).toHaveAttribute('id', 'fact-most-people')
  expect(screen.getByRole('link', {name: /^Link to this fact: Most people/})).toHaveAttribute(
    'href',
    '/facts/most-people',
  )
})

test.each([
  ['sourced', sourcedFact],
  ['being checked', {...sourcedFact, sourceState: 'checking' as const}],
  ['without its source', {...sourcedFact, sources: []}],
  ['being checked, without a figure', factBeingChecked],
])('the Markdown of a fact says neither more nor less: %s', (_what, fact) => {
  const {container} = render(<Facts facts={[fact]} language="en" />)
  container.querySelector('[data-screen-only]')?.remove()
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)
  const shown = [...container.querySelectorAll('h2, p')].map(({textContent}) => textContent).join('\n')
  const markdown = factsMarkdown([fact], 'en')?.replace(/\]\([^)]*\)/g, '') ?? ''
  expect(words(markdown)).toEqual(words(shown))
})
