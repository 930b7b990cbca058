import {describe, expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {condition} from '@/components/examples/content/condition'
import {riverside} from '@/components/examples/content/lists'
import {contentsFor, headedSections, PageBody, partsAfterSections, Sections} from '@/components/page'
import {labelsFor} from '@/lib/labels'

const headed = headedSections(condition.sections, labelsFor('en').aspects)

describe('sections', () => {
  test('take their heading from the editor, else from their aspect; an overview needs none', () => {
    expect(headed.map(({label}) => label)).toEqual([null, 'Symptoms', 'When to call us', 'Other symptoms'])
  })

  test('have addresses that outlive a rewording, and never the same twice', () => {
    expect(headed.map(({id}) => id)).toEqual(['overview', 'symptoms', 'when-to-get-help', 'symptoms-2'])
  })

  test('are drawn under headings of the second level', () => {
    render(<Sections sections={headed} context={{language: 'en', phone: ''}} />)
    expect(screen.getAllByRole('heading', {level: 2}).map((heading) => heading.id)).toEqual([
      'symptoms',
      'when-to-get-help',
      'symptoms-2',
    ])
    expect(screen.getByText('What it is.')).toBeVisible()
  })
})

describe('on this page', () => {
  const contents = contentsFor(headed, partsAfterSections(condition, [riverside], 'en'))

  test('leads to every part that has a heading', () => {
    render(
      <PageBody language="en" contents={contents} aside={null}>
        <p>Text</p>
      </PageBody>,
    )
    expect(screen.getByRole('navigation', {name: 'On this page'})).toBeVisible()
    expect(screen.getAllByRole('link').map((link) => `${link.textContent} ${link.getAttribute('href')}`)).toEqual([
      'Symptoms #symptoms',
      'When to call us #when-to-get-help',
      'Other symptoms #symptoms-2',
      'Did you know… #did-you-know',
      'Frequently Asked Questions #questions',
      'Treatments we offer #treatments',
      'Who you can see #people',
      'Where to find us #locations',
      'Sources #sources',
    ])
  })

  test('names no part that the page does not have', () => {
    const bare = partsAfterSections({facts: [], faqs: [], sources: []}, [], 'en')
    expect(bare).toEqual([])
  })

  test('is left out of a short page', () => {
    render(
      <PageBody language="en" contents={contentsFor(headed.slice(0, 2), [])} aside={null}>
        <p>Text</p>
      </PageBody>,
    )
    expect(screen.queryByRole('navigation')).toBeNull()
  })
})
