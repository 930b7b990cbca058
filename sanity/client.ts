/** The only `createClient` of the site: embedded lake or hosted project is a matter of environment, not of code. */
import {createClient, type SanityClient} from '@sanity/client'
import {createNodeFetch} from 'get-it/node'
import {env} from '@/lib/env'
import {readToken} from '@/lib/secrets'

/** Fixed, so that an answer's shape changes only by a decision of ours. */
export const apiVersion = '2025-09-01'

/** A patient never waits for the lake longer than this; behind it stands the last good answer. Milliseconds. */
const patience = 2000

let client: SanityClient | undefined

/**
 * The client that reads for the site. One try, two seconds: the client's own defaults (five minutes, five retries)
 * would let a hanging lake hold up a page.
 */
export function lakeClient(): SanityClient {
  client ??= createClient({
    projectId: env.projectId,
    dataset: env.dataset,
    apiVersion,
    // Next's page cache is the CDN; Sanity's would answer a webhook's question with yesterday's content.
    useCdn: false,
    perspective: 'published',
    token: readToken() ?? undefined,
    timeout: patience,
    maxRetries: 0,
    ignoreBrowserTokenWarning: true,
    resolveFetch: () => uncachedFetch,
    ...(env.lakeUrl && {apiHost: env.lakeUrl, useProjectHostname: false}),
  })
  return client
}

/**
 * Next wraps the global fetch in a cache that one malformed answer poisons for good (measured): this is the transport the
 * client uses in Node anyway, asked for by name because bundlers pick the browser's.
 */
const uncachedFetch = createNodeFetch()
