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
import {getLocations} from '@/sanity/content/locations'
import {getTreatment} from '@/sanity/content/treatment'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, time, today, slug} = await requireSlugFrame(params)
  const treatment =
    (await getTreatment({language, slug})) ?? (await missingPage(pathFor({_type: 'treatment', language, slug})))
  const places = await getLocations({language})
  return {language, site, time, today, treatment, places, head: documentHead('treatment', treatment)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, treatment, places, head} = await load(params)
  return metadataFor(head, site, stampFor(site, treatment, places))
}

export default async function TreatmentPage({params}: Props) {
  const {language, site, time, today, treatment, places, head} = await load(params)
  const labels = labelsFor(language)
  const help = {cards: treatment.urgentHelp, language, phone: site.phone}
  const crumbs = crumbsFor(language, 'treatments', head)
  const texts = Page.headedSections(treatment.sections, labels.treatmentAspects)
  const sections = Page.withPlaceAfterward(texts, treatment.urgentHelp, language)
  const context = Page.proseContext(site, language, treatment)
  const contents = Page.contentsFor(sections, Page.partsAfterSections(treatment, places, language))
  const {kind} = treatment
  const modified = await changedAt(treatment)
  return (
    <article>
      <JsonLd graph={treatmentGraph({site, head, crumbs, modified}, treatment)} />
      <Page.PageHead head={head} crumbs={crumbs} about={treatment} eyebrow={kind && labels.treatmentKinds[kind]} />
      <Page.PageBody
        language={language}
        first={<Page.AtGlance facts={treatment.atGlance} language={language} />}
        contents={Page.withSigns(contents, treatment.urgentHelp, language)}
        aside={<Page.GoOn site={site} head={head} />}
        closing={<Page.Closing document={treatment} today={today} language={language} policy={site.editorialPolicy} />}
      >
        <Page.Visit sections={sections} context={context} extras={Page.helpAfterward(help)} />
        <Page.Facts facts={treatment.facts} language={language} />
        <Page.Faqs faqs={treatment.faqs} context={context} />
        <Page.ConditionsPart
          id="conditions"
          title={labels.page.conditions}
          conditions={treatment.conditions}
          language={language}
        />
        <Page.PeoplePart title={labels.page.people} people={treatment.people} language={language} />
        <Page.PlacesPart title={labels.page.places} places={places} time={time} language={language} />
      </Page.PageBody>
    </article>
  )
}
