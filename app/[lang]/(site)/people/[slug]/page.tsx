import type {Metadata} from 'next'
import {personDetails} from '@/components/clinic/person-details'
import {Welcome} from '@/components/clinic/welcome'
import {JsonLd} from '@/components/json-ld'
import * as Page from '@/components/page'
import {Prose} from '@/components/prose'
import {crumbsFor} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import {personHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {personGraph} from '@/lib/seo/page-graph'
import {changedAt} from '@/sanity/changes'
import {getLocations} from '@/sanity/content/locations'
import {getPerson} from '@/sanity/content/person'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, time, slug} = await requireSlugFrame(params)
  const person = (await getPerson({language, slug})) ?? (await missingPage(pathFor({_type: 'person', language, slug})))
  const places = await getLocations({language})
  return {language, site, time, person, places, head: personHead(person)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, person, places, head} = await load(params)
  return metadataFor(head, site, stampFor(site, person, places))
}

export default async function PersonPage({params}: Props) {
  const {language, site, time, person, places, head} = await load(params)
  const labels = labelsFor(language).people
  const crumbs = crumbsFor(language, 'people', head)
  const modified = await changedAt(person)
  const worksAt = places.filter(({_id}) => person.locations.some((location) => location._id === _id))
  return (
    <article>
      <JsonLd graph={personGraph({site, head, crumbs, modified}, person)} />
      <Page.PageHead
        head={head}
        crumbs={crumbs}
        about={{summary: person.role, portrait: person.photo, lagsBehind: person.lagsBehind}}
      >
        <Welcome site={site} language={language} newPatients={person.acceptsNewPatients} />
      </Page.PageHead>
      <Page.PageBody language={language} aside={<Page.GoOn site={site} head={head} />}>
        <Prose value={person.bio} context={Page.wholePageContext(site, language)} />
        <Page.Details details={personDetails(person, language)} />
        <Page.LinksPart id="conditions" title={labels.conditions} links={person.conditions} language={language} />
        <Page.TreatmentsPart title={labels.treatments} treatments={person.treatments} language={language} />
        <Page.PlacesPart title={labels.locations} places={worksAt} time={time} language={language} />
      </Page.PageBody>
    </article>
  )
}
