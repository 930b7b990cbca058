import type {Metadata} from 'next'
import {QuestionGroups} from '@/components/page'
import {IndexPage} from '@/components/page/index-page'
import {questionGroups} from '@/components/page/question-groups'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getQuestionsElsewhere} from '@/sanity/content/elsewhere'
import {getQuestions, getQuestionTopics} from '@/sanity/content/questions'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site} = await requireFrame(params)
  const [questions, topics, elsewhere] = await Promise.all([
    getQuestions({language}),
    getQuestionTopics({language}),
    getQuestionsElsewhere({language}),
  ])
  return {
    language,
    site,
    questions: requireSome(questions, language),
    topics,
    elsewhere,
    head: alsoIn(indexHead(language, 'questions', site), elsewhere),
  }
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, questions, topics, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, questions, topics, elsewhere))
}

export default async function QuestionsPage({params}: Props) {
  const {language, site, questions, topics, head} = await load(params)
  return (
    <IndexPage site={site} head={head} empty={questions.length === 0}>
      <QuestionGroups groups={questionGroups(questions, topics, language)} language={language} />
    </IndexPage>
  )
}
