import type {Metadata} from 'next'
import {ThanksPage} from '@/components/enquiry/thanks-page'
import {labelsFor} from '@/lib/labels'
import {unlistedMetadata} from '@/lib/seo/metadata'
import {answerFromMemory, stampFor} from '@/sanity/read'
import {type LangParams, requireFrame} from '../../../(site)/frame'

// Made for each visitor and kept by nobody.
export const dynamic = 'force-dynamic'

type Props = {params: LangParams; searchParams: Promise<Record<string, unknown>>}

/** As `newReference` makes them: nothing else in an address gets onto this page. */
const referenceIn = (value: unknown): string | null =>
  typeof value === 'string' && /^[\dA-Z]{4}-[\dA-Z]{4}$/.test(value) ? value : null

export async function generateMetadata({params, searchParams}: Props): Promise<Metadata> {
  answerFromMemory()
  const {language, site} = await requireFrame(params)
  const {thanks} = labelsFor(language).enquiry
  const title = referenceIn((await searchParams).ref) ? thanks.title : thanks.unknownTitle
  return {...unlistedMetadata(title, site, stampFor(site)), referrer: 'no-referrer'}
}

export default async function Thanks({params, searchParams}: Props) {
  answerFromMemory()
  const {language, site} = await requireFrame(params)
  return <ThanksPage site={site} language={language} reference={referenceIn((await searchParams).ref)} />
}
