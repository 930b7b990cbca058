/** The client through which the sample goes in: the lake's own HTTP API, as for any import. */
import {createClient, type SanityClient} from '@sanity/client'

export const seedClient = (place: {url: string; projectId: string; dataset: string; token: string}): SanityClient =>
  createClient({
    projectId: place.projectId,
    dataset: place.dataset,
    apiVersion: '2025-09-01',
    apiHost: place.url,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    token: place.token,
  })
