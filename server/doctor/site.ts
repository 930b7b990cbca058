/** The site, by its own account: `GET /api/health`. */
import {z} from 'zod'
import {ownAddress} from '../../lib/revalidation/served-page.ts'
import type {Finding} from './finding.ts'

/** Longer than the health check itself waits for the lake. Milliseconds. */
const patience = 5000

const subject = 'Site'

const Health = z.object({
  site: z.string(),
  lake: z.string(),
  publishing: z.string(),
  pending: z.number().nullable(),
  pages: z.object({warm: z.number(), known: z.number()}),
})
type Health = z.infer<typeof Health>

export async function siteFinding(): Promise<Finding> {
  const address = ownAddress('/api/health')
  try {
    const response = await fetch(address, {signal: AbortSignal.timeout(patience)})
    const health = Health.safeParse(await response.json())
    if (health.success) return findingFor(health.data)
    return {state: 'broken', subject, text: `something else answers at ${address}: choose another PORT`}
  } catch {
    return {state: 'broken', subject, text: `does not answer at ${new URL(address).origin}: "npm start" starts it`}
  }
}

/** Parts that are `ready` need no word; what is pending is a matter of seconds, unless the lake is away. */
export function findingFor({site, lake, publishing, pending, pages}: Health): Finding {
  const broken = [site, lake].filter((part) => part !== 'ready')
  if (broken.length > 0) return {state: 'broken', subject, text: broken.join('; ')}
  const open = [
    ...(publishing === 'ready' ? [] : [publishing]),
    ...(pending
      ? [
          `${pending} ${pending === 1 ? 'publication is' : 'publications are'} on the way to their pages; look again in a minute`,
        ]
      : []),
  ]
  if (open.length > 0) return {state: 'attention', subject, text: open.join('; ')}
  return {state: 'ok', subject, text: `is ready: ${pages.warm} of ${pages.known} pages warm, no publication pending`}
}
