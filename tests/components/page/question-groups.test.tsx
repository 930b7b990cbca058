import {expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {QuestionGroups} from '@/components/page'
import {questionGroups} from '@/components/page/question-groups'
import type {QuestionListItem, QuestionTopic} from '@/sanity/content/questions'

const question = (slug: string): QuestionListItem => ({
  _id: `faq-${slug}`,
  question: `About ${slug}?`,
  slug,
  language: 'en',
  answerText: `Yes. More on ${slug}.`,
})

const topic = (_type: QuestionTopic['_type'], slug: string, ...questions: string[]): QuestionTopic => ({
  _id: `${_type}-${slug}`,
  _type,
  title: slug.toUpperCase(),
  slug,
  language: 'en',
  questions: questions.map((each) => `faq-${each}`),
})

const topics = [
  topic('condition', 'back', 'rest', 'scan'),
  topic('condition', 'neck', 'scan', 'shot'),
  topic('treatment', 'injection', 'shot', 'drive', 'twice'),
  topic('treatment', 'block', 'twice'),
]
const questions = ['drive', 'free', 'rest', 'scan', 'shot', 'twice'].map(question)
const groups = questionGroups(questions, topics, 'en')

test('each question stands once: under the one condition that shows it, else the one treatment, else with the others', () => {
  expect(groups.map(({title, questions: own}) => [title, ...own.map(({slug}) => slug)])).toEqual([
    ['BACK', 'rest'],
    ['NECK', 'shot'],
    ['INJECTION', 'drive'],
    ['Other questions', 'free', 'scan', 'twice'],
  ])
  const shown = groups.flatMap((group) => group.questions.map(({_id}) => _id))
  expect(new Set(shown).size).toBe(shown.length)
  expect(shown).toHaveLength(questions.length)
})

test('a question leads to its page, a topic to its own, and the list of topics to each', () => {
  render(<QuestionGroups groups={groups} language="en" />)
  expect(screen.getByRole('link', {name: 'About rest?'})).toHaveAttribute('href', '/questions/rest')
  expect(screen.getByText('Yes. More on rest.')).toBeVisible()
  const heading = screen.getByRole('heading', {level: 2, name: 'NECK'})
  expect(within(heading).getByRole('link')).toHaveAttribute('href', '/conditions/neck')
  const links = within(screen.getByRole('navigation', {name: 'Topics'})).getAllByRole('link')
  for (const link of links) {
    expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
  }
  expect(links).toHaveLength(4)
})

test('a few topics need no list of topics', () => {
  render(<QuestionGroups groups={groups.slice(0, 2)} language="en" />)
  expect(screen.queryByRole('navigation')).toBeNull()
})
