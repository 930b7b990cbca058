import type {Metadata} from 'next'
import {JsonLd} from '@/components/json-ld'
import * as Page from '@/components/page'
import {Prose} from '@/components/prose'
import {crumbsFor} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import {questionHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {questionGraph} from '@/lib/seo/page-graph'
import {changedAt} from '@/sanity/changes'
import {getFaq} from '@/sanity/content/faq'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, today, slug} = await requireSlugFrame(params)
  const faq = (await getFaq({language, slug})) ?? (await missingPage(pathFor({_type: 'faq', language, slug})))
  return {language, site, today, faq, head: questionHead(faq)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, faq, head} = await load(params)
  return metadataFor(head, site, stampFor(site, faq))
}

export default async function QuestionPage({params}: Props) {
  const {language, site, today, faq, head} = await load(params)
  const labels = labelsFor(language)
  const crumbs = crumbsFor(language, 'questions', head)
  const modified = await changedAt(faq)
  return (
    <article>
      <JsonLd graph={questionGraph({site, head, crumbs, modified}, faq)} />
      <Page.PageHead head={head} crumbs={crumbs} about={{lagsBehind: faq.lagsBehind}} eyebrow={labels.kinds.faq} />
      <Page.PageBody
        language={language}
        aside={<Page.GoOn site={site} head={head} />}
        closing={<Page.Closing document={faq} today={today} language={language} policy={site.editorialPolicy} />}
      >
        <Prose value={faq.answer} context={Page.wholePageContext(site, language)} />
        <Page.LinksPart id="read-more" title={labels.page.readMore} links={faq.about} language={language} />
      </Page.PageBody>
    </article>
  )
}
