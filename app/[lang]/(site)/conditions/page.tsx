import type {Metadata} from 'next'
import {WhereItHurts} from '@/components/body-map/where-it-hurts'
import {GroupList, JumpLinks, LetterList, Part} from '@/components/page'
import {groupsByRegion, letterEntries} from '@/components/page/groups'
import {IndexPage} from '@/components/page/index-page'
import {labelsFor} from '@/lib/labels'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getConditions} from '@/sanity/content/conditions'
import {getConditionsElsewhere} from '@/sanity/content/elsewhere'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site} = await requireFrame(params)
  const [all, elsewhere] = await Promise.all([getConditions({language}), getConditionsElsewhere({language})])
  const conditions = requireSome(all, language)
  return {language, site, conditions, elsewhere, head: alsoIn(indexHead(language, 'conditions', site), elsewhere)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, conditions, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, conditions, elsewhere))
}

export default async function ConditionsPage({params}: Props) {
  const {language, site, conditions, head} = await load(params)
  const labels = labelsFor(language).conditions
  const parts = [
    {id: 'by-region', label: labels.byRegion},
    {id: 'a-to-z', label: labels.byLetter},
  ]
  return (
    <IndexPage site={site} head={head} empty={conditions.length === 0}>
      <JumpLinks to={parts} label={labelsFor(language).page.onThisPage} />
      <WhereItHurts conditions={conditions} language={language} />
      <Part id="by-region" title={labels.byRegion}>
        <GroupList groups={groupsByRegion(conditions, language)} />
      </Part>
      <Part id="a-to-z" title={labels.byLetter}>
        <LetterList entries={letterEntries(conditions)} language={language} label={labels.byLetter} />
      </Part>
    </IndexPage>
  )
}
