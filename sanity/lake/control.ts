/**
 * How the command line speaks to a running lake: HTTP over a Unix socket in the store's folder, which only the owner
 * of the folder can open. One verb a request, JSON both ways.
 * @module
 */
import {createHash} from 'node:crypto'
import {chmodSync, lstatSync, mkdirSync, rmSync} from 'node:fs'
import {createServer, request as httpRequest} from 'node:http'
import {tmpdir, userInfo} from 'node:os'
import {join, resolve} from 'node:path'
import {ACCESS_VERBS} from './access-verbs.ts'
import {hookVerbs} from './hooks/verbs.ts'
import {json, KIB, readJson} from './http.ts'
import {isRecord, type JsonRecord} from './json.ts'
import type {LakeAdmin} from './lake.ts'
import {LakeError, refusal} from './lake-error.ts'
import {listen, listenerFor} from './server.ts'

/** Unix sockets have room for 104 to 108 bytes of path. */
const MAX_PATH = 100

/** Where the socket of a folder is: inside it, or, for a long path, in a private folder of the system's for temporary files. */
function socketPathFor(folder: string): {path: string; parent: string | null} {
  const inside = join(resolve(folder), 'lake.sock')
  if (Buffer.byteLength(inside) <= MAX_PATH) return {path: inside, parent: null}
  const hash = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  const parent = join(tmpdir(), `lake-${userInfo().uid}-${hash}`)
  return {path: join(parent, 'lake.sock'), parent}
}

/** What a verb does with what the command line says. */
export type Verb = (admin: LakeAdmin, body: JsonRecord) => unknown

const VERBS: Record<string, Verb> = {
  ...hookVerbs,
  ...ACCESS_VERBS,
  status: (admin) => admin.status(),
  undo: (admin, {author}) => admin.undo(String(author)),
}

/** Does what a verb says, for a caller who has the folder. */
export function command(admin: LakeAdmin, verb: string, body: JsonRecord): unknown {
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
  if (!run) throw refusal(501, `The lake knows no "${verb}".`)
  return run(admin, body)
}

export type Control = {close(): Promise<void>}

/** Opens the socket. The caller holds the folder's lock, so that a socket left by a killed process may be removed. */
export async function openControl(admin: LakeAdmin, folder: string): Promise<Control> {
  const {path, parent} = socketPathFor(folder)
  if (parent !== null) makePrivate(parent)
  rmSync(path, {force: true})
  const server = createServer(
    listenerFor(async (request) => {
      try {
        const verb = new URL(request.url).pathname.slice(1)
        return json(command(admin, verb, await readJson(request, 64 * KIB)))
      } catch (error) {
        if (error instanceof LakeError) return json(error.body, error.status)
        throw error
      }
    }),
  )
  await listen(server, {path})
  chmodSync(path, 0o600)
  return {
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      await closed
      rmSync(path, {force: true})
    },
  }
}

/** A folder of ours alone, also where anybody may make folders. */
function makePrivate(folder: string): void {
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const {uid} = lstatSync(folder)
  if (!lstatSync(folder).isDirectory() || uid !== userInfo().uid) {
    throw refusal(
      503,
      `${folder} belongs to somebody else: remove it, or put the store in a folder with a shorter path.`,
    )
  }
  chmodSync(folder, 0o700)
}

const isAbsent = (error: Error): boolean =>
  'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED')

/** Asks a running lake. @returns null where none runs on the folder */
export function ask(folder: string, verb: string, body: JsonRecord): Promise<JsonRecord | null> {
  return new Promise((done, fail) => {
    const outgoing = httpRequest(
      {socketPath: socketPathFor(folder).path, path: `/${verb}`, method: 'POST', timeout: 10_000},
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', fail)
        incoming.on('end', () => {
          try {
            const answer: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
            if (incoming.statusCode === 200 && isRecord(answer)) done(answer)
            else
              fail(
                refusal(503, isRecord(answer) ? String(answer.message) : 'The running lake gave no sensible answer.'),
              )
          } catch (error) {
            fail(refusal(503, 'The running lake gave no sensible answer.', {cause: error}))
          }
        })
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(refusal(503, 'The running lake does not answer: restart it.')))
    outgoing.on('error', (error) => (isAbsent(error) ? done(null) : fail(error)))
    outgoing.end(JSON.stringify(body))
  })
}
