/**
 * `POST /api/revalidate/refresh`: the publishing worker's own door. Only a route handler may invalidate pages, and the
 * worker is a timer; so it asks here, with a key that nobody outside the process tree has.
 */
import {timingSafeEqual} from 'node:crypto'
import {RefreshRequest, refreshKeyHeader} from '@/lib/revalidation/refresh-plan'
import {keyFor} from '@/lib/secrets'
import {LakeUnavailableError, refresh} from '@/sanity/publishing/refresh'

export async function POST(request: Request): Promise<Response> {
  if (!isWorker(request.headers.get(refreshKeyHeader))) return Response.json({message: 'Not found.'}, {status: 404})
  const parsed = RefreshRequest.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return Response.json({message: parsed.error.message}, {status: 400})
  try {
    return Response.json(await refresh(parsed.data))
  } catch (error) {
    if (error instanceof LakeUnavailableError) return Response.json({message: error.message}, {status: 503})
    throw error
  }
}

function isWorker(given: string | null): boolean {
  const expected = keyFor('internal-work')
  if (!expected || !given) return false
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
