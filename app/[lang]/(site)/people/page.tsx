import type {Metadata} from 'next'
import {IndexPage} from '@/components/page/index-page'
import {CardList} from '@/components/ui/card-list'
import {personCards} from '@/components/ui/cards'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getPeopleElsewhere} from '@/sanity/content/elsewhere'
import {getPeople} from '@/sanity/content/people'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site} = await requireFrame(params)
  const [all, elsewhere] = await Promise.all([getPeople({language}), getPeopleElsewhere({language})])
  const people = requireSome(all, language)
  return {site, people, elsewhere, head: alsoIn(indexHead(language, 'people', site), elsewhere)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, people, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, people, elsewhere))
}

export default async function PeoplePage({params}: Props) {
  const {site, people, head} = await load(params)
  return (
    <IndexPage site={site} head={head} empty={people.length === 0}>
      <CardList items={personCards(people)} level={2} />
    </IndexPage>
  )
}
