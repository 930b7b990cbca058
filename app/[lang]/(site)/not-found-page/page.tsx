import type {Metadata} from 'next'
import {NotFoundMessage} from '@/components/layout/not-found-message'
import {labelsFor} from '@/lib/labels'
import {unlistedMetadata} from '@/lib/seo/metadata'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {language, site} = await requireFrame(params)
  return unlistedMetadata(labelsFor(language).notFound.title, site, stampFor(site))
}

/**
 * The whole 404 page. Next answers an unknown address with an empty shell that only a script can fill; the door
 * (`server/site.ts`) answers with this page in its place, and answers 404 for its own address.
 */
export default async function NotFoundPage({params}: Props) {
  const {language, site} = await requireFrame(params)
  return <NotFoundMessage site={site} language={language} />
}
