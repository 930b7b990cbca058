import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import {excerpt} from '@/lib/seo/excerpt'
import type {QuestionListItem, QuestionTopic} from '@/sanity/content/questions'
import styles from './questions.module.css'

export type QuestionGroup = Readonly<{
  id: string
  title: string
  /** The topic's own page; null for the questions that belong to no one topic. */
  href: string | null
  questions: readonly QuestionListItem[]
}>

/** The page a question is sorted under: the one condition that shows it, else the one treatment, else none. */
function topicOf(question: QuestionListItem, topics: readonly QuestionTopic[]): QuestionTopic | null {
  const showing = topics.filter(({questions}) => questions.includes(question._id))
  for (const kind of ['condition', 'treatment'] as const) {
    const [topic, ...others] = showing.filter(({_type}) => _type === kind)
    if (topic && others.length === 0) return topic
  }
  return null
}

/** Every question once, under its topic; topics in the order given, then what belongs to several of them or to none. */
export function questionGroups(
  questions: readonly QuestionListItem[],
  topics: readonly QuestionTopic[],
  language: Language,
): QuestionGroup[] {
  const groups = [...topics, null].map((topic): QuestionGroup => {
    const own = questions.filter((question) => topicOf(question, topics) === topic)
    if (!topic) return {id: 'other', title: labelsFor(language).questions.others, href: null, questions: own}
    return {id: `${topic._type}-${topic.slug}`, title: topic.title, href: pathFor(topic), questions: own}
  })
  return groups.filter((group) => group.questions.length > 0)
}

/** Fewer groups than this are found faster by looking. */
const contentsFrom = 4

/** Questions under their topics, each with the beginning of its answer; the question leads to its own page. */
export function QuestionGroups({groups, language}: {groups: readonly QuestionGroup[]; language: Language}) {
  const labels = labelsFor(language).questions
  return (
    <>
      {groups.length >= contentsFrom && (
        <nav className={styles.topics} aria-label={labels.topics}>
          <ul>
            {groups.map(({id, title}) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={styles.groups}>
        {groups.map(({id, title, href, questions}) => (
          <section key={id} className={styles.group}>
            <h2 id={id}>{href ? <a href={href}>{title}</a> : title}</h2>
            <ul className={styles.questions}>
              {questions.map((question) => (
                <li key={question._id}>
                  <a href={pathFor({_type: 'faq', slug: question.slug, language: question.language})}>
                    {question.question}
                  </a>
                  <p>{excerpt(question.answerText, 140)}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
