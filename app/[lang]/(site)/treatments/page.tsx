import type {Metadata} from 'next'
import {GroupList} from '@/components/page'
import {groupsByKind} from '@/components/page/groups'
import {IndexPage} from '@/components/page/index-page'
import {indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getTreatments} from '@/sanity/content/treatments'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site} = await requireFrame(params)
  const treatments = requireSome(await getTreatments({language}), language)
  return {language, site, treatments, head: indexHead(language, 'treatments', site)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, treatments, head} = await load(params)
  return metadataFor(head, site, stampFor(site, treatments))
}

export default async function TreatmentsPage({params}: Props) {
  const {language, site, treatments, head} = await load(params)
  return (
    <IndexPage site={site} head={head} empty={treatments.length === 0}>
      <GroupList groups={groupsByKind(treatments, language)} heading="h2" />
    </IndexPage>
  )
}
