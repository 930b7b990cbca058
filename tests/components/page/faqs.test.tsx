import {expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {faqs} from '@/components/examples/content/faq'
import {Faqs} from '@/components/page'

const draw = (count: number) =>
  render(<Faqs faqs={faqs.slice(0, count)} context={{language: 'en', phone: '(512) 555-0142'}} />)

const questions = () => screen.getAllByRole('group')

test('three questions or fewer are shown open', () => {
  draw(3)
  expect(questions()).toHaveLength(3)
  for (const question of questions()) expect(question).toHaveAttribute('open')
})

test('more than three are closed, and their answers are in the page all the same', () => {
  draw(4)
  for (const question of questions()) {
    expect(question).not.toHaveAttribute('open')
    expect(within(question).getByText('Yes, for most people.')).toBeInTheDocument()
  }
})

test('each question has a heading, a place on this page, and a link to its own', () => {
  draw(3)
  expect(screen.getByRole('heading', {level: 2, name: 'Frequently Asked Questions'})).toBeVisible()
  expect(screen.getByRole('heading', {level: 3, name: 'Should I stay in bed?'})).toBeVisible()
  expect(questions()[0]).toHaveAttribute('id', 'question-bed-rest')
  expect(screen.getByRole('link', {name: 'Link to this question: Should I stay in bed?'})).toHaveAttribute(
    'href',
    '/questions/bed-rest',
  )
})

test('an answer says where it comes from', () => {
  draw(3)
  expect(screen.getByRole('link', {name: 'Noninvasive treatments for low back pain'})).toBeVisible()
})

test('without questions there is no heading', () => {
  const {container} = draw(0)
  expect(container).toBeEmptyDOMElement()
})
