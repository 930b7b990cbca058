/** The index of questions, and the topics they are sorted by. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {isAnswered} from './faq'
import {DocumentLink} from './link'

const QUESTIONS_QUERY = defineQuery(`
  *[_type == "faq" && language == $language && defined(slug.current) && ${isAnswered}]
    | order(lower(question) asc){
      _id,
      question,
      "slug": slug.current,
      language,
      "answerText": coalesce(pt::text(answer), "")
    }
`)

export const QuestionListItem = z.strictObject({
  _id: z.string(),
  question: z.string(),
  slug: z.string(),
  language: choice(languages),
  answerText: z.string(),
})
export type QuestionListItem = z.infer<typeof QuestionListItem>

export const questionsContract = contract('questions', QUESTIONS_QUERY, z.array(QuestionListItem), {lists: ['faq']})

/** All published questions in `{language}`, from A to Z. */
export const getQuestions = reader(questionsContract)

const TOPICS_QUERY = defineQuery(`
  *[_type in ["condition", "treatment"] && language == $language && defined(slug.current) && count(faqs) > 0]
    | order(_type asc, lower(title) asc){
      _id,
      _type,
      title,
      "slug": slug.current,
      language,
      "questions": coalesce(faqs[]._ref, [])
    }
`)

export const QuestionTopic = DocumentLink.extend({
  _type: z.enum(['condition', 'treatment']),
  /** The `_id` of each question its page shows, published or not, in the editor's order. */
  questions: z.array(z.string()),
})
export type QuestionTopic = z.infer<typeof QuestionTopic>

export const questionTopicsContract = contract('questionTopics', TOPICS_QUERY, z.array(QuestionTopic), {
  lists: ['condition', 'treatment'],
})

/** The conditions, then the treatments, in `{language}` that show questions, each kind from A to Z. */
export const getQuestionTopics = reader(questionTopicsContract)
