import type {Metadata} from 'next'
import {GroupList, JumpLinks} from '@/components/page'
import {groupsByKind, jumpsTo} from '@/components/page/groups'
import {IndexPage} from '@/components/page/index-page'
import {labelsFor} from '@/lib/labels'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getTreatmentsElsewhere} from '@/sanity/content/elsewhere'
import {getTreatments} from '@/sanity/content/treatments'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site} = await requireFrame(params)
  const [all, elsewhere] = await Promise.all([getTreatments({language}), getTreatmentsElsewhere({language})])
  const treatments = requireSome(all, language)
  return {language, site, treatments, elsewhere, head: alsoIn(indexHead(language, 'treatments', site), elsewhere)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, treatments, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, treatments, elsewhere))
}

export default async function TreatmentsPage({params}: Props) {
  const {language, site, treatments, head} = await load(params)
  const groups = groupsByKind(treatments, language)
  return (
    <IndexPage site={site} head={head} empty={treatments.length === 0}>
      <JumpLinks to={jumpsTo(groups)} label={labelsFor(language).page.onThisPage} />
      <GroupList groups={groups} heading="h2" />
    </IndexPage>
  )
}
