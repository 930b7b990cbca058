/** The embedded Studio. Which lake it speaks to is read for each request: one build serves the embedded and the hosted. */
import {connection} from 'next/server'
import {env} from '@/lib/env'
import {Desk} from '@/sanity/studio/desk'

export default async function StudioPage() {
  await connection()
  return <Desk projectId={env.projectId} dataset={env.dataset} lakeUrl={env.publicLakeUrl} siteUrl={env.siteUrl} />
}
