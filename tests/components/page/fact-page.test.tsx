import {describe, expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {factBeingChecked, sourcedFact} from '@/components/examples/content/fact'
import {FactCards, FactEvidence, FactHead} from '@/components/page'
import {crumbsFor} from '@/lib/breadcrumb'
import {factStanding} from '@/lib/fact-standing'
import {factHead} from '@/lib/seo/head'
import type {Fact} from '@/sanity/content/fact'

const today = '2026-11-25'

function draw(fact: Fact) {
  const head = factHead(fact, today)
  const crumbs = crumbsFor('en', 'facts', head)
  return render(<FactHead head={head} fact={fact} standing={factStanding(fact, today)} crumbs={crumbs} />)
}

describe('the page of a fact', () => {
  test('has its statement as the title and its number beside it', () => {
    draw(sourcedFact)
    expect(screen.getByRole('heading', {level: 1, name: sourcedFact.statement})).toBeVisible()
    expect(screen.getByText('4 in 5')).toBeVisible()
    expect(screen.getByRole('link', {name: 'Did you know…'})).toHaveAttribute('href', '/facts')
    expect(screen.queryByText(/do not rely/i)).toBeNull()
  })

  test('says plainly that a figure is out of date, and does not draw it large', () => {
    draw({...sourcedFact, expiresOn: '2026-11-24'})
    expect(screen.getByText(/This figure is out of date/)).toBeVisible()
    expect(screen.getByText(/Please do not rely on it/)).toBeVisible()
    expect(screen.queryByText('4 in 5')).toBeNull()
  })

  test('says that the source is being checked', () => {
    draw(factBeingChecked)
    expect(screen.getByText(/Source being checked/)).toBeVisible()
  })

  test('shows what a reader needs to judge it', () => {
    render(<FactEvidence fact={sourcedFact} language="en" />)
    expect(screen.getByRole('heading', {level: 2, name: 'Where this comes from'})).toBeVisible()
    expect(screen.getByRole('link', {name: 'Noninvasive treatments for low back pain'})).toBeVisible()
    for (const words of ['Adults in the U.S.', '2019', 'July 1, 2026']) expect(screen.getByText(words)).toBeVisible()
  })

  test('has no heading over nothing', () => {
    const {container} = render(<FactEvidence fact={factBeingChecked} language="en" />)
    expect(container).toBeEmptyDOMElement()
  })
})

test('the list of facts leads to the page of each', () => {
  render(<FactCards facts={[sourcedFact]} />)
  expect(screen.getByRole('link', {name: sourcedFact.statement})).toHaveAttribute('href', '/facts/most-people')
  expect(screen.getByText('A college of physicians, 2017')).toBeVisible()
})
