/**
 * A real lake for a test: on a free port, in a folder of its own below the system's temporary one.
 * @module
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {createLake, type Lake, type LakeOptions} from '../../sanity/lake/lake.ts'
import {serveLake} from '../../sanity/lake/server.ts'
import type {Role} from '../../sanity/lake/user.ts'

export type StartedLake = {
  /** Where it listens, e.g. `http://127.0.0.1:40123`. */
  readonly url: string
  readonly folder: string
  readonly lake: Lake
  /** A new API token. */
  token(role: Role): string
  /** The real client, with a token of the role or, for null, without one. Asks in the perspective `raw` with a token. */
  client(role: Role | null): SanityClient
  /** Stops it and removes its folder. */
  close(): Promise<void>
  /** Stops it and leaves the folder, for a start with `{folder}`. */
  stop(): Promise<void>
}

/** The real @sanity/client against a lake, as the site and the Studio make it. */
export const clientFor = (url: string, token?: string): SanityClient =>
  createClient({
    projectId: 'clinic',
    dataset: 'production',
    apiVersion: '2025-09-01',
    useCdn: false,
    apiHost: url,
    useProjectHostname: false,
    perspective: token === undefined ? 'published' : 'raw',
    maxRetries: 0,
    token,
  })

/** @param options those of the lake, and the port, free where none is given */
export async function startLake({
  port = 0,
  ...options
}: Partial<LakeOptions> & {port?: number} = {}): Promise<StartedLake> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'lake-')))
  const lake = await createLake({...options, folder})
  const {url, close} = await serveLake(lake, {host: '127.0.0.1', port})
  const token = (role: Role): string =>
    lake.admin.createToken({role, name: `test ${role}`, lifetimeSeconds: null}).token
  const stop = async (): Promise<void> => {
    await close()
    await lake.close()
  }
  return {
    url,
    folder,
    lake,
    token,
    client: (role) => clientFor(url, role === null ? undefined : token(role)),
    stop,
    async close() {
      await stop()
      await rm(folder, {recursive: true, force: true})
    },
  }
}
