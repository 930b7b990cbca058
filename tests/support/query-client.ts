import {createClient, type SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'

/** The real client, whose queries are answered from these documents instead of over a network. */
export function queryClient(documents: readonly object[]): SanityClient {
  const answer: typeof fetch = async (input) => {
    const {searchParams} = new URL(input instanceof Request ? input.url : input)
    const query = searchParams.get('query') ?? ''
    const params = Object.fromEntries(
      [...searchParams]
        .filter(([name]) => name.startsWith('$'))
        .map(([name, json]) => [name.slice(1), JSON.parse(json)]),
    )
    const value = await evaluate(parse(query, {params}), {dataset: [...documents], params})
    return Response.json({query, ms: 0, result: await value.get()})
  }
  return createClient({
    projectId: 'clinic',
    dataset: 'production',
    apiVersion: '2025-09-01',
    useCdn: false,
    resolveFetch: () => answer,
  })
}
