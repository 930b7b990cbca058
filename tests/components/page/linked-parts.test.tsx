import {expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {linkedPhysician, linkedSciatica, linkedTherapy} from '@/components/examples/content/linked'
import {riverside} from '@/components/examples/content/lists'
import {ConditionsPart, PeoplePart, PlacesPart, TreatmentsPart} from '@/components/page'

const time = {at: Date.parse('2026-11-23T15:30:00Z'), timeZone: 'America/Chicago'}

test('a treatment is shown with its kind and one sentence', () => {
  render(<TreatmentsPart title="Treatments we offer" treatments={[linkedTherapy]} language="en" />)
  const entry = screen.getByRole('listitem')
  expect(within(entry).getByRole('link', {name: 'Physical therapy for the spine'})).toHaveAttribute(
    'href',
    '/treatments/physical-therapy',
  )
  expect(entry).toHaveTextContent('Physical therapy')
  expect(entry).toHaveTextContent('You learn exercises that ease pain and build strength.')
  expect(entry).not.toHaveTextContent('A therapist makes a plan')
})

test('a condition is shown with one sentence', () => {
  render(<ConditionsPart id="related" title="Related conditions" conditions={[linkedSciatica]} language="en" />)
  expect(screen.getByRole('link', {name: 'Sciatica'})).toHaveAttribute('href', '/conditions/sciatica')
  expect(screen.getByText('Sciatica is pain that runs down one leg.')).toBeVisible()
})

test('a person is shown with role and languages; that they take new patients goes without saying', () => {
  render(
    <PeoplePart
      title="Who you can see"
      people={[linkedPhysician, {...linkedPhysician, _id: 'full', title: 'Bo Full', acceptsNewPatients: false}]}
      language="en"
    />,
  )
  const [ada, bo] = screen.getAllByRole('listitem')
  expect(ada).toHaveTextContent('Ada Lane, MDPain physicianSpeaks English and Spanish')
  expect(bo).toHaveTextContent('Not taking new patients at the moment')
  expect(screen.getByRole('link', {name: 'Ada Lane'})).toHaveAttribute('href', '/people/ada-lane')
  // The name is right beside it.
  for (const image of document.querySelectorAll('img')) expect(image).toHaveAttribute('alt', '')
})

test('a place is shown with address and phone', () => {
  render(<PlacesPart title="Where to find us" places={[riverside]} time={time} language="en" />)
  expect(screen.getByText('12 River Road')).toBeVisible()
  expect(screen.getByRole('link', {name: '(512) 555-0142'})).toHaveAttribute('href', 'tel:5125550142')
})

test('a part without anything to show is not there', () => {
  const {container} = render(
    <>
      <TreatmentsPart title="a" treatments={[]} language="en" />
      <ConditionsPart id="b" title="b" conditions={[]} language="en" />
      <PeoplePart title="c" people={[]} language="en" />
      <PlacesPart title="d" places={[]} time={time} language="en" />
    </>,
  )
  expect(container).toBeEmptyDOMElement()
})
