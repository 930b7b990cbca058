import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {UrgentHelpCard} from '@/components/blocks/urgent-help'
import type {UrgentHelp} from '@/sanity/content/blocks'

const help = (level: UrgentHelp['level']): UrgentHelp => ({
  _type: 'urgentHelp',
  _key: level,
  level,
  heading: 'Get help if you have:',
  items: ['Numbness', 'Numbness'],
  note: 'Do not wait.',
})

const draw = (level: UrgentHelp['level'], headingLevel: 2 | 3 = 2) =>
  render(<UrgentHelpCard help={help(level)} language="en" phone="(512) 555-0142" level={headingLevel} />)

test.each([
  ['emergency', 'Immediate action required: ', 'Call 911', 'tel:911'],
  ['urgent', 'Urgent advice: ', 'Call us today: (512) 555-0142', 'tel:5125550142'],
  ['routine', 'Non-urgent advice: ', 'Call us: (512) 555-0142', 'tel:5125550142'],
] as const)('%s says how soon in words, and whom to call', (level, prefix, call, href) => {
  draw(level)
  expect(screen.getByRole('heading', {level: 2, name: `${prefix}Get help if you have:`})).toBeVisible()
  expect(screen.getByRole('link', {name: call})).toHaveAttribute('href', href)
  expect(screen.getAllByRole('link')).toHaveLength(1)
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByText('Do not wait.')).toBeVisible()
})

test('within a section its heading is one level lower', () => {
  draw('emergency', 3)
  expect(screen.getByRole('heading', {level: 3})).toBeVisible()
})
