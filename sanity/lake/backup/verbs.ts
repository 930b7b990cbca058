/**
 * `backup` and `restore` on the command line.
 * @module
 */
import {dirname, join, resolve} from 'node:path'
import {type Settings, UsageError} from '../settings.ts'
import {makeBackup} from './make.ts'
import {restoreBackup} from './restore.ts'

type Print = (line: string) => void

/** Where backups go when nobody says: beside the store, and so on its disk. */
const shelfFor = (folder: string): string => join(dirname(resolve(folder)), 'backups')

const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`

function keepFrom(text: string | undefined): number | null {
  if (text === undefined) return null
  const keep = Number(text)
  if (Number.isInteger(keep) && keep > 0) return keep
  throw new UsageError(`"${text}" is not how many backups to keep: give --keep a whole number above 0.`)
}

export async function backup({verb, folder, given}: Settings, print: Print): Promise<void> {
  const shelf = verb[1] ?? shelfFor(folder)
  const {path, manifest, complaints, removed} = await makeBackup(folder, shelf, keepFrom(given.keep))
  const {files, documents, transactions} = manifest
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const assets = files.filter(({name}) => name.startsWith('blobs/')).length
  print(`${documents} documents, ${transactions} transactions and ${assets} files (${megabytes(bytes)}), verified.`)
  for (const complaint of complaints) print(`Look at this: ${complaint}`)
  for (const old of removed) print(`Removed ${old}.`)
  if (verb[1] === undefined) print('It lies on the disk of the store: copy it to another machine too.')
  print(path)
}

export async function restore({verb, folder, given}: Settings, print: Print): Promise<void> {
  const [, source] = verb
  if (source === undefined) throw new UsageError('Say which backup: restore <folder>, as "backup" printed it.')
  const {manifest, movedTo} = await restoreBackup(source, folder, given.force ?? false)
  if (movedTo !== null) print(`What stood there is in ${movedTo}; remove it when you are sure.`)
  print(`${manifest.documents} documents as of ${manifest.startedAt} are in ${folder}. Start the lake.`)
}
