import type {Metadata} from 'next'
import {IndexPage} from '@/components/page/index-page'
import {CardList} from '@/components/ui/card-list'
import {personCards} from '@/components/ui/cards'
import {indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getPeople} from '@/sanity/content/people'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site} = await requireFrame(params)
  const people = requireSome(await getPeople({language}), language)
  return {site, people, head: indexHead(language, 'people', site)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, people, head} = await load(params)
  return metadataFor(head, site, stampFor(site, people))
}

export default async function PeoplePage({params}: Props) {
  const {site, people, head} = await load(params)
  return (
    <IndexPage site={site} head={head} empty={people.length === 0}>
      <CardList items={personCards(people)} level={2} />
    </IndexPage>
  )
}
