import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {treatment} from '@/components/examples/content/treatment'
import {AtGlance, headedSections, Visit} from '@/components/page'
import {labelsFor} from '@/lib/labels'

const sections = headedSections(treatment.sections, labelsFor('en').treatmentAspects)
const context = {language: 'en', phone: ''} as const

test('before, during and after are the steps of one visit; what stands around them is not', () => {
  render(<Visit sections={sections} context={context} />)
  const steps = screen.getAllByRole('listitem')
  expect(steps.map((step) => step.querySelector('h2')?.textContent)).toEqual([
    'Before your treatment',
    'On the day',
    'After your treatment',
  ])
  expect(screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)).toEqual([
    'What it is',
    'Before your treatment',
    'On the day',
    'After your treatment',
    'Risks',
  ])
})

test('a step that stands alone is an ordinary section, and the editor’s order is kept', () => {
  const {unmount} = render(
    <Visit sections={sections.filter(({aspect}) => aspect !== 'during').toReversed()} context={context} />,
  )
  expect(screen.getAllByRole('listitem').map(({textContent}) => textContent)).toEqual([
    'After your treatmentRest for an hour.',
    'Before your treatmentEat as usual.',
  ])
  unmount()
  render(<Visit sections={sections.filter(({aspect}) => aspect === 'before')} context={context} />)
  expect(screen.queryByRole('list')).toBeNull()
})

test('at a glance says what the editor says, and nothing else', () => {
  render(<AtGlance facts={treatment.atGlance} language="en" />)
  expect(screen.getByRole('region', {name: 'At a glance'})).toBeVisible()
  expect(screen.getAllByRole('term').map(({textContent}) => textContent)).toEqual([
    'How long it takes',
    'Numbing',
    'Afterward',
  ])
})

test('at a glance is not there where nothing is said', () => {
  const nothing = {duration: null, numbing: null, gettingHome: null, recovery: null}
  const {container} = render(<AtGlance facts={nothing} language="en" />)
  expect(container).toBeEmptyDOMElement()
})
