/** `GET /api/health`: 200 when site and lake can do their work, 503 naming what cannot. For launchers and monitors. */
import {pendingPublications} from '@/lib/revalidation/journal'
import {publisherState} from '@/lib/revalidation/publisher'
import {revalidateSecrets} from '@/lib/secrets'
import {lakeHealth} from '@/sanity/health'

export const dynamic = 'force-dynamic'

/** `ready`, or one sentence that says what is wrong. */
type Part = string

export async function GET(): Promise<Response> {
  const parts: Record<'site' | 'lake' | 'publishing', Part> = {
    site: siteState(),
    lake: await lakeHealth(),
    publishing: revalidateSecrets().length > 0 ? 'ready' : 'no webhook secret is set: see SANITY_REVALIDATE_SECRET',
  }
  const ready = parts.site === 'ready' && parts.lake === 'ready'
  return Response.json(
    {status: ready ? 'ready' : 'not ready', ...parts, pending: countPending(), pages: publisherState()},
    {status: ready ? 200 : 503, headers: {'cache-control': 'no-store'}},
  )
}

function siteState(): Part {
  try {
    pendingPublications()
    return 'ready'
  } catch (error) {
    return `the store in DATA_DIR/site cannot be used: ${error instanceof Error ? error.message : String(error)}`
  }
}

const countPending = (): number | null => {
  try {
    return pendingPublications().length
  } catch {
    return null
  }
}
