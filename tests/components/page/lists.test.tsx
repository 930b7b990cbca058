import {expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {conditions, treatments} from '@/components/examples/content/lists'
import {GroupList, JumpLinks, LetterList} from '@/components/page'
import {groupsByKind, groupsByRegion, jumpsTo, letterEntries} from '@/components/page/groups'

const headings = () => screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent)

test('conditions stand by part of the body from head to foot, those of no one part with the whole body', () => {
  render(<GroupList groups={groupsByRegion(conditions, 'en')} />)
  expect(headings()).toEqual(['Head', 'Lower back', 'Leg', 'Whole body'])
  expect(screen.getAllByRole('link').map(({textContent}) => textContent)).toEqual([
    'Migraine',
    'Back Pain',
    'Sciatica',
    'Sciatica',
    'Fibromyalgia',
    'Nerve pain',
  ])
})

test('each entry has a sentence on what it is', () => {
  render(<GroupList groups={groupsByKind(treatments, 'en')} />)
  expect(screen.getByRole('link', {name: 'Nerve block'}).closest('li')).toHaveTextContent(
    'Nerve blockMedicine near a nerve.',
  )
})

test('every group that shows something can be jumped to', () => {
  const groups = groupsByRegion(conditions, 'en')
  render(
    <>
      <JumpLinks to={jumpsTo(groups)} label="On this page" />
      <GroupList groups={groups} />
    </>,
  )
  const jumps = within(screen.getByRole('navigation', {name: 'On this page'})).getAllByRole('link')
  expect(jumps.map(({textContent}) => textContent)).toEqual(headings())
  for (const jump of jumps) {
    expect(document.querySelector(jump.getAttribute('href') ?? '')).toHaveTextContent(jump.textContent)
  }
})

test('treatments stand by kind, the others last', () => {
  render(<GroupList groups={groupsByKind(treatments, 'en')} />)
  expect(headings()).toEqual(['Injections', 'Other treatments'])
})

test('a condition is found from A to Z by every name it goes by', () => {
  render(<LetterList entries={letterEntries(conditions)} language="en" label="From A to Z" />)
  expect(headings()).toEqual(['B', 'F', 'L', 'M', 'N', 'S'])
  expect(screen.getByText(/Lumbago/)).toHaveTextContent('Lumbago: Back Pain')
  expect(screen.getByRole('navigation', {name: 'From A to Z'})).toBeVisible()
})
