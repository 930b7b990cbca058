import type {Metadata} from 'next'
import {JsonLd} from '@/components/json-ld'
import * as Page from '@/components/page'
import {crumbsFor} from '@/lib/breadcrumb'
import {factStanding} from '@/lib/fact-standing'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import {factHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {factGraph} from '@/lib/seo/page-graph'
import {changedAt} from '@/sanity/changes'
import {getFact} from '@/sanity/content/fact'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, today, slug} = await requireSlugFrame(params)
  const fact = (await getFact({language, slug})) ?? (await missingPage(pathFor({_type: 'fact', language, slug})))
  return {language, site, fact, standing: factStanding(fact, today), head: factHead(fact, today)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, fact, head} = await load(params)
  return metadataFor(head, site, stampFor(site, fact))
}

export default async function FactPage({params}: Props) {
  const {language, site, fact, standing, head} = await load(params)
  const crumbs = crumbsFor(language, 'facts', head)
  const modified = await changedAt(fact)
  return (
    <article>
      <JsonLd graph={factGraph({site, head, crumbs, modified}, fact, standing)} />
      <Page.FactHead head={head} crumbs={crumbs} fact={fact} standing={standing} />
      <Page.PageBody language={language} aside={<Page.GoOn site={site} head={head} />}>
        <Page.FactEvidence fact={fact} language={language} />
        <Page.LinksPart
          id="read-more"
          title={labelsFor(language).page.readMore}
          links={fact.about}
          language={language}
        />
      </Page.PageBody>
    </article>
  )
}
