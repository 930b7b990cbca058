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
import {getLocations} from '@/sanity/content/locations'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, time, today, slug} = await requireSlugFrame(params)
  const condition =
    (await getCondition({language, slug})) ?? (await missingPage(pathFor({_type: 'condition', language, slug})))
  const places = await getLocations({language})
  return {language, site, time, today, condition, places, head: documentHead('condition', condition)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, condition, places, head} = await load(params)
  return metadataFor(head, site, stampFor(site, condition, places))
}

export default async function ConditionPage({params}: Props) {
  const {language, site, time, today, condition, places, head} = await load(params)
  const labels = labelsFor(language)
  const help = {cards: condition.urgentHelp, language, phone: site.phone}
  const crumbs = crumbsFor(language, 'conditions', head)
  const texts = Page.headedSections(condition.sections, labels.aspects)
  const sections = Page.withPlaceForHelp(texts, condition.urgentHelp, language)
  const context = Page.proseContext(site, language, condition)
  const contents = Page.contentsFor(sections, Page.partsAfterSections(condition, places, language))
  const modified = await changedAt(condition)
  return (
    <article>
      <JsonLd graph={conditionGraph({site, head, crumbs, modified}, condition, today)} />
      <Page.PageHead head={head} crumbs={crumbs} about={condition} />
      <Page.PageBody
        language={language}
        first={<Page.HelpNow {...help} />}
        contents={contents}
        aside={<Page.GoOn site={site} head={head} />}
        closing={<Page.Closing document={condition} today={today} language={language} policy={site.editorialPolicy} />}
      >
        <Page.Sections sections={sections} context={context} extras={Page.helpInText(help)} />
        <Page.Facts facts={condition.facts} language={language} />
        <Page.Faqs faqs={condition.faqs} context={context} />
        <Page.TreatmentsPart title={labels.page.treatments} treatments={condition.treatments} language={language} />
        <Page.PeoplePart title={labels.page.people} people={condition.people} language={language} />
        <Page.PlacesPart title={labels.page.places} places={places} time={time} language={language} />
      </Page.PageBody>
    </article>
  )
}
