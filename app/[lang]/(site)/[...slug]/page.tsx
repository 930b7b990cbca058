import type {Metadata} from 'next'
import {JsonLd} from '@/components/json-ld'
import * as Page from '@/components/page'
import {Prose} from '@/components/prose'
import {crumbsFor} from '@/lib/breadcrumb'
import {pathFor} from '@/lib/paths'
import {documentHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {studioPageGraph} from '@/lib/seo/page-graph'
import {changedAt} from '@/sanity/changes'
import {getPage} from '@/sanity/content/page'
import {stampFor} from '@/sanity/read'
import {readSlug, requireFrame} from '../frame'
import {missingPage} from '../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Params = Promise<{lang: string; slug: string[]}>
type Props = {params: Params}

async function load(params: Params) {
  const {language, site, today} = await requireFrame(params)
  const slug = (await params).slug.map(readSlug).join('/')
  const page = (await getPage({language, slug})) ?? (await missingPage(pathFor({_type: 'page', language, slug})))
  return {language, site, today, page, head: documentHead('page', page)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, page, head} = await load(params)
  return metadataFor(head, site, stampFor(site, page))
}

/** A page made in the Studio; where there is none, the redirect from this address, or the 404. */
export default async function StudioPage({params}: Props) {
  const {language, site, today, page, head} = await load(params)
  const crumbs = crumbsFor(language, null, head)
  const modified = await changedAt(page)
  return (
    <article>
      <JsonLd graph={studioPageGraph({site, head, crumbs, modified}, page)} />
      <Page.PageHead head={head} crumbs={crumbs} about={page} />
      <Page.PageBody
        language={language}
        aside={<Page.GoOn site={site} head={head} />}
        closing={<Page.Closing document={page} today={today} language={language} onlyIfReviewed />}
      >
        <Prose value={page.body} context={Page.wholePageContext(site, language)} />
      </Page.PageBody>
    </article>
  )
}
