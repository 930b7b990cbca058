import type {Metadata} from 'next'
import {JsonLd} from '@/components/json-ld'
import * as Page from '@/components/page'
import {crumbsFor} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import {documentHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {conditionGraph} from '@/lib/seo/page-graph'
import {changedAt} from '@/sanity/changes'
import {getCondition} from '@/sanity/content/condition'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, slug} = await requireSlugFrame(params)
  const condition =
    (await getCondition({language, slug})) ?? (await missingPage(pathFor({_type: 'condition', language, slug})))
  return {language, site, condition, head: documentHead('condition', condition)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, condition, head} = await load(params)
  return metadataFor(head, site, stampFor(site, condition))
}

export default async function ConditionPage({params}: Props) {
  const {language, site, condition, head} = await load(params)
  const labels = labelsFor(language)
  const crumbs = crumbsFor(language, 'conditions', head)
  const sections = Page.headedSections(condition.sections, labels.aspects)
  const context = Page.proseContext(site, language, condition)
  const contents = Page.contentsFor(sections, Page.partsAfterSections(condition, language))
  const modified = await changedAt(condition)
  return (
    <article>
      <JsonLd graph={conditionGraph({site, head, crumbs, modified}, condition)} />
      <Page.PageHead head={head} crumbs={crumbs} about={condition} />
      <Page.PageBody
        language={language}
        urgent={<Page.UrgentHelpCards cards={condition.urgentHelp} language={language} phone={site.phone} />}
        contents={contents}
        aside={<Page.GoOn site={site} head={head} />}
        closing={<Page.Closing document={condition} language={language} policy={site.editorialPolicy} />}
      >
        <Page.Sections sections={sections} context={context} />
        <Page.Facts facts={condition.facts} language={language} />
        <Page.Faqs faqs={condition.faqs} context={context} />
        <Page.LinksPart id="treatments" title={labels.page.treatments} links={condition.treatments} />
      </Page.PageBody>
    </article>
  )
}
