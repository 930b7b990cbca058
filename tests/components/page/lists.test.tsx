import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {conditions, treatments} from '@/components/examples/content/lists'
import {GroupList, LetterList} from '@/components/page'
import {groupsByKind, groupsByRegion, letterEntries} from '@/components/page/groups'

const headings = () => screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent)

test('conditions stand by part of the body from head to foot, those of no one part with the whole body', () => {
  render(<GroupList groups={groupsByRegion(conditions, 'en')} />)
  expect(headings()).toEqual(['Head', 'Lower back', 'Whole body'])
  expect(screen.getAllByRole('link').map(({textContent}) => textContent)).toEqual([
    'Migraine',
    'Back Pain',
    'Fibromyalgia',
    'Nerve pain',
  ])
})

test('treatments stand by kind, the others last', () => {
  render(<GroupList groups={groupsByKind(treatments, 'en')} />)
  expect(headings()).toEqual(['Injections', 'Other treatments'])
})

test('a condition is found from A to Z by every name it goes by', () => {
  render(<LetterList entries={letterEntries(conditions)} language="en" label="From A to Z" />)
  expect(headings()).toEqual(['B', 'F', 'L', 'M', 'N'])
  expect(screen.getByText(/Lumbago/)).toHaveTextContent('Lumbago: Back Pain')
  expect(screen.getByRole('navigation', {name: 'From A to Z'})).toBeVisible()
})
