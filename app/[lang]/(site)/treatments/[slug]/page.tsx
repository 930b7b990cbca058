import type {Metadata} from 'next'
import {JsonLd} from '@/components/json-ld'
import * as Page from '@/components/page'
import {crumbsFor} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import {documentHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {treatmentGraph} from '@/lib/seo/page-graph'
import {changedAt} from '@/sanity/changes'
import {getTreatment} from '@/sanity/content/treatment'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, slug} = await requireSlugFrame(params)
  const treatment =
    (await getTreatment({language, slug})) ?? (await missingPage(pathFor({_type: 'treatment', language, slug})))
  return {language, site, treatment, head: documentHead('treatment', treatment)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, treatment, head} = await load(params)
  return metadataFor(head, site, stampFor(site, treatment))
}

export default async function TreatmentPage({params}: Props) {
  const {language, site, treatment, head} = await load(params)
  const labels = labelsFor(language)
  const crumbs = crumbsFor(language, 'treatments', head)
  const sections = Page.headedSections(treatment.sections, labels.treatmentAspects)
  const context = Page.proseContext(site, language, treatment)
  const contents = Page.contentsFor(sections, Page.partsAfterSections(treatment, language))
  const {kind} = treatment
  const modified = await changedAt(treatment)
  return (
    <article>
      <JsonLd graph={treatmentGraph({site, head, crumbs, modified}, treatment)} />
      <Page.PageHead head={head} crumbs={crumbs} about={treatment} eyebrow={kind && labels.treatmentKinds[kind]} />
      <Page.PageBody
        language={language}
        urgent={<Page.UrgentHelpCards cards={treatment.urgentHelp} language={language} phone={site.phone} />}
        contents={contents}
        aside={<Page.GoOn site={site} head={head} />}
        closing={<Page.Closing document={treatment} language={language} policy={site.editorialPolicy} />}
      >
        <Page.Sections sections={sections} context={context} />
        <Page.Facts facts={treatment.facts} language={language} />
        <Page.Faqs faqs={treatment.faqs} context={context} />
      </Page.PageBody>
    </article>
  )
}
