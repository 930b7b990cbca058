import type {Metadata} from 'next'
import {FactCards} from '@/components/page'
import {IndexPage} from '@/components/page/index-page'
import {factStanding} from '@/lib/fact-standing'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getFactsElsewhere} from '@/sanity/content/elsewhere'
import {getFacts} from '@/sanity/content/facts'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site, today} = await requireFrame(params)
  const [all, elsewhere] = await Promise.all([getFacts({language}), getFactsElsewhere({language})])
  const facts = requireSome(all, language)
  return {site, today, facts, elsewhere, head: alsoIn(indexHead(language, 'facts', site), elsewhere)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, facts, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, facts, elsewhere))
}

/** Only what may be passed on: facts that are out of date or being checked keep their own pages. */
export default async function FactsPage({params}: Props) {
  const {site, today, facts, head} = await load(params)
  const sourced = facts.filter((fact) => factStanding(fact, today) === 'sourced')
  return (
    <IndexPage site={site} head={head} empty={sourced.length === 0}>
      <FactCards facts={sourced} />
    </IndexPage>
  )
}
