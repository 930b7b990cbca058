/**
 * `POST /api/revalidate`: the webhook that announces a publication, signed by Sanity or by the embedded lake.
 *
 * Verify → parse → journal → answer; the worker does the rest. It fails closed, and it tells the sender the truth:
 * Sanity drops a delivery for good on 4xx and repeats it for half an hour on 5xx.
 */
import {createHash} from 'node:crypto'
import {z} from 'zod'
import {bytesOf, jsonOf} from '@/lib/request-body'
import {recordPublication} from '@/lib/revalidation/journal'
import {wakePublisher} from '@/lib/revalidation/publisher'
import {isSigned} from '@/lib/revalidation/signature'
import {revalidateSecrets} from '@/lib/secrets'

/** A whole document fits; more is no webhook of ours. Bytes. */
const largest = 1024 * 1024

const Body = z.object({_id: z.string().min(1).max(256), _type: z.string().max(128).nullish()})

export async function POST(request: Request): Promise<Response> {
  const secrets = revalidateSecrets()
  if (secrets.length === 0)
    return answer(503, 'No webhook secret is set up here. See SANITY_REVALIDATE_SECRET in .env.example.')
  const bytes = await bytesOf(request, largest)
  if (bytes === 'tooLarge') return answer(413, `A webhook may hold ${largest} bytes.`)
  if (typeof bytes === 'string') return answer(503, 'The webhook did not arrive whole; please send it again.')
  const body = bytes.toString('utf8')
  if (!isSigned(body, request.headers.get('sanity-webhook-signature'), secrets)) {
    return answer(401, 'The signature is missing, wrong or too old.')
  }
  const parsed = Body.safeParse(jsonOf(body))
  const documentId = parsed.data?._id ?? request.headers.get('sanity-document-id')
  if (!documentId) return answer(400, "The body names no document: let the webhook's projection hold _id and _type.")
  const key = request.headers.get('idempotency-key') ?? createHash('sha256').update(body).digest('base64url')
  try {
    const fresh = recordPublication(key, {documentId, documentType: parsed.data?._type ?? null})
    wakePublisher()
    return answer(200, fresh ? 'Recorded.' : 'Known already.')
  } catch (error) {
    console.error('[publishing] A webhook could not be journalled:', error)
    return answer(503, 'The publication could not be recorded; please send it again.')
  }
}

const answer = (status: number, message: string) =>
  Response.json({message}, {status, headers: {'cache-control': 'no-store'}})
