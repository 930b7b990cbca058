import type {QuestionListItem, QuestionTopic} from '@/sanity/content/questions'
import {faqs} from './faq'

export const questions: QuestionListItem[] = faqs.map(({_id, question, slug, language}) => ({
  _id,
  question,
  slug,
  language,
  answerText: 'Yes, for most people. Ask us if you are not sure.',
}))

export const questionTopics: QuestionTopic[] = [
  {
    _id: 'condition-back-pain',
    _type: 'condition',
    title: 'Back Pain',
    slug: 'back-pain',
    language: 'en',
    questions: ['faq-bed-rest', 'faq-work'],
  },
]
