/**
 * The manifest of a backup: what it holds, with the hash of every file, and which versions made it. It is written last,
 * so that a folder with one is a whole backup.
 * @module
 */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {isAssetFile} from '../assets.ts'
import {isRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'

export type BackupFile = {
  /** `lake.db`, `blobs/<name of an asset's file>`, or `extra/<name>`. */
  readonly name: string
  readonly bytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

export type Manifest = {
  /** Of this file: 1. */
  readonly format: number
  /** ISO 8601, in UTC. Everything acknowledged before this moment is in the backup. */
  readonly startedAt: string
  /** Of the store; a lake restores what is not newer than itself. */
  readonly schema: number
  readonly sqlite: string
  readonly node: string
  readonly documents: number
  readonly transactions: number
  readonly files: readonly BackupFile[]
}

export const MANIFEST = 'manifest.json'
export const FORMAT = 1

const EXTRA = /^extra\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const HASH = /^[0-9a-f]{64}$/

/** Names that a backup may hold: nothing that could lead out of its folder. */
const isSafeName = (name: string): boolean =>
  name === 'lake.db' || EXTRA.test(name) || (name.startsWith('blobs/') && isAssetFile(name.slice('blobs/'.length)))

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function isBackupFile(value: unknown): value is BackupFile {
  if (!isRecord(value)) return false
  const {name, bytes, sha256} = value
  return (
    typeof name === 'string' && isSafeName(name) && isCount(bytes) && typeof sha256 === 'string' && HASH.test(sha256)
  )
}

/** Reads the manifest of a backup. @throws LakeError where the folder is no whole backup, or one this lake cannot read */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(join(backup, MANIFEST), 'utf8').catch((error: unknown) => {
    throw refusal(
      404,
      `${backup} holds no backup: there is no ${MANIFEST} in it. Name the folder that "backup" made.`,
      {
        cause: error,
      },
    )
  })
  const manifest = manifestFrom(text)
  if (!manifest) throw refusal(400, `The ${MANIFEST} of ${backup} is damaged or not ours: use another backup.`)
  if (manifest.format > FORMAT) {
    throw refusal(503, `A newer lake made the backup ${backup}: restore it with that version.`)
  }
  return manifest
}

function manifestFrom(text: string): Manifest | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(value)) return null
  const {format, startedAt, schema, sqlite, node, documents, transactions, files} = value
  if (!isCount(format) || !isCount(schema) || !isCount(documents) || !isCount(transactions)) return null
  if (typeof startedAt !== 'string' || Number.isNaN(Date.parse(startedAt))) return null
  if (!Array.isArray(files) || !files.every(isBackupFile)) return null
  const names = new Set(files.map(({name}) => name))
  if (names.size !== files.length || !names.has('lake.db')) return null
  return {format, startedAt, schema, sqlite: String(sqlite), node: String(node), documents, transactions, files}
}
