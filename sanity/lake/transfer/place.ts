/**
 * Where content comes from or goes to: the lake on a folder, running or not, or a hosted project of Sanity's.
 * @module
 */
import {createClient, type SanityClient} from '@sanity/client'
import {ask, command} from '../control.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {createLake} from '../lake.ts'
import {serveLake} from '../server.ts'
import {type Settings, UsageError} from '../settings.ts'
import {openDoor} from './door.ts'

export type Place = {
  /** For people: what it is. */
  readonly name: string
  readonly dataset: string
  readonly client: SanityClient
  /** What @sanity/export asks, which is where documents and pictures come from. */
  readonly source: {getUrl(path: string): string; config(): {token?: string}}
  /** Fetches a picture of this place by the address in its document. */
  readonly assetFetch: typeof fetch | undefined
  /** Takes back everything that came; null where only the place itself could. */
  readonly undo: (() => Promise<JsonRecord>) | null
  close(): Promise<void>
}

const API_VERSION = '2025-02-19'
/** A move of a large clinic takes minutes; a token that is forgotten ends by itself. */
const LIFETIME_SECONDS = 6 * 3600

/** Hears of every request that the client makes, and of what was answered. */
export type Witness = (request: {url: string; method: string}, response: Response) => Promise<void>

/** A fetch that lets a witness see what it does. */
const witnessed =
  (witness: Witness): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    const url = input instanceof Request ? input.url : String(input)
    await witness({url, method: init?.method ?? 'GET'}, response.clone())
    return response
  }

export async function openHosted({hosted}: Settings, witness: Witness): Promise<Place> {
  const {projectId, dataset, token, apiHost} = hosted
  if (projectId === null || token === null) {
    throw new UsageError(
      'A hosted project is named by SANITY_PROJECT_ID and SANITY_DATASET, with a token that may write in SANITY_API_TOKEN: set them for this command.',
    )
  }
  const resolveFetch = () => witnessed(witness)
  const client = createClient({
    ...{projectId, dataset, token, apiVersion: API_VERSION, useCdn: false, perspective: 'raw', resolveFetch},
    ...(apiHost === null ? {} : {apiHost, useProjectHostname: false}),
  })
  return {
    name: `the hosted project ${projectId}/${dataset}`,
    ...{dataset, client, source: client, assetFetch: undefined, undo: null},
    close: async () => {},
  }
}

/** Asks the running lake, or one that runs for this alone. */
async function askingLake(settings: Settings): Promise<{ask: Ask; close(): Promise<void>}> {
  const {folder, projectId, dataset, publicUrl} = settings
  const running = await ask(folder, 'status', {})
  if (running) {
    return {
      ask: async (verb, body) => (await ask(folder, verb, body)) ?? {},
      close: async () => {},
    }
  }
  const lake = await createLake({
    ...{folder, projectId, dataset, publicUrl: publicUrl === '' ? undefined : publicUrl, sendsWebhooks: false},
  })
  const {close} = await serveLake(lake, {host: '127.0.0.1', port: 0})
  return {
    ask: async (verb, body) => {
      const answer: unknown = await command(lake.admin, verb, body)
      return isRecord(answer) ? answer : {}
    },
    async close() {
      await close()
      await lake.close()
    },
  }
}

type Ask = (verb: string, body: JsonRecord) => Promise<JsonRecord>

export async function openEmbedded(settings: Settings, name: string, witness: Witness): Promise<Place> {
  const lake = await askingLake(settings)
  const status = await lake.ask('status', {})
  const {token, id} = await lake.ask('token-create', {role: 'editor', name, lifetimeSeconds: LIFETIME_SECONDS})
  const door = await openDoor(String(status.listensAt), String(token))
  const [projectId, dataset, publicUrl] = [String(status.projectId), String(status.dataset), String(status.url)]
  const resolveFetch = () => witnessed(witness)
  const client = createClient({
    ...{projectId, dataset, apiVersion: API_VERSION, useCdn: false, perspective: 'raw', resolveFetch},
    ...{apiHost: door.url, useProjectHostname: false, token: String(token)},
  })
  const throughDoor = (url: string): string =>
    url.startsWith(publicUrl) ? door.url + url.slice(publicUrl.length) : url
  return {
    name: `the lake in ${settings.folder}`,
    dataset,
    client,
    source: {
      config: () => client.config(),
      getUrl: (path) => `${client.getUrl(path)}?assetsAt=${encodeURIComponent(door.url)}`,
    },
    assetFetch: (input, init) => fetch(input instanceof Request ? input : throughDoor(String(input)), init),
    async undo() {
      // Without its token, nothing more of the import arrives from here on.
      await lake.ask('token-revoke', {id})
      return lake.ask('undo', {author: id})
    },
    async close() {
      await door.close()
      await lake.ask('token-revoke', {id})
      await lake.close()
    },
  }
}
