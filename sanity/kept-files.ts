/** Files of the lake, or of Sanity's CDN, and the folders of the site's own disk that keep them within bounds. */
import {mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {env} from '@/lib/env'
import {readToken} from '@/lib/secrets'

/** What a folder may hold; the longest unused go first. */
export type Bound = {readonly bytes: number; readonly files: number}

/** A folder of kept files, all of which could be fetched again. */
export const keptFolder = (name: string): string => path.join(/* turbopackIgnore: true */ env.dataDir, 'site', name)

/** Asks for a file of the project's own dataset: `<kind>/<project>/<dataset>/<name>` of the lake or the CDN. */
export const fetchFile = (kind: 'images' | 'files', name: string, accept: string): Promise<Response> =>
  fetch(addressOf(kind, name), {
    cache: 'no-store',
    headers: {accept, ...credentials()},
    signal: AbortSignal.timeout(10_000),
  })

export const addressOf = (kind: 'images' | 'files', name: string): string =>
  `${env.lakeUrl ?? 'https://cdn.sanity.io'}/${kind}/${env.projectId}/${env.dataset}/${name}`

/** A private dataset of the embedded lake shows its files to who has a token; Sanity's CDN wants none. */
function credentials(): Record<string, string> {
  const token = env.lakeUrl === null ? null : readToken()
  return token === null ? {} : {authorization: `Bearer ${token}`}
}

/** Writes a file so that a reader sees the whole of it or nothing. Throws where the disk does not take it. */
export async function keepFile(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), {recursive: true, mode: 0o700})
  const draft = `${file}.${process.pid}`
  await writeFile(draft, bytes, {mode: 0o600})
  await rename(draft, file)
}

/** Removes what a folder and the folders in it hold beyond their bound. */
export async function trim(folder: string, most: Bound): Promise<void> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const found = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => measured(path.join(entry.parentPath, entry.name))),
  )
  const files = found.filter((file) => file !== null).sort((a, b) => a.mtimeMs - b.mtimeMs)
  let total = files.reduce((sum, {size}) => sum + size, 0)
  for (const [index, {file, size}] of files.entries()) {
    if (total <= most.bytes && files.length - index <= most.files) break
    await rm(file, {force: true})
    total -= size
  }
}

/** Null where it has gone meanwhile: several trim at once. */
async function measured(file: string): Promise<{file: string; size: number; mtimeMs: number} | null> {
  try {
    const {size, mtimeMs} = await stat(file)
    return {file, size, mtimeMs}
  } catch {
    return null
  }
}
