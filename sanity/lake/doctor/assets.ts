/** Whether the bytes of every asset are there and are what they were, and what lies there without a document. */
import {existsSync, readdirSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import {isAsset, isAssetFile, sha1Of} from '../assets.ts'
import type {JsonRecord} from '../json.ts'
import {hashOfFile} from '../safe-file.ts'
import {type Finding, fewOf} from './finding.ts'

export async function assetFindings(folder: string, documents: readonly JsonRecord[]): Promise<Finding[]> {
  const blobs = join(folder, 'blobs')
  const named = new Set(
    documents.filter(isAsset).flatMap(({path}) => (typeof path === 'string' ? [basename(path)] : [])),
  )
  const there = (existsSync(blobs) ? readdirSync(blobs) : []).filter(isAssetFile)
  const missing = [...named].filter((file) => !there.includes(file))
  const damaged: string[] = []
  for (const file of there) {
    if (named.has(file) && (await hashOfFile(join(blobs, file), 'sha1')) !== sha1Of(file)) damaged.push(file)
  }
  const orphans = there.filter((file) => !named.has(file))
  return [filesFinding(named.size, missing, damaged), ...orphansFinding(blobs, orphans)]
}

function filesFinding(count: number, missing: readonly string[], damaged: readonly string[]): Finding {
  const subject = 'Assets'
  if (missing.length + damaged.length === 0) return {state: 'ok', subject, text: `${count}, all whole`}
  const faults = [
    ...(missing.length > 0 ? [`${missing.length} missing (${fewOf(missing)})`] : []),
    ...(damaged.length > 0 ? [`${damaged.length} damaged (${fewOf(damaged)})`] : []),
  ]
  return {
    state: 'broken',
    subject,
    text: `of ${count}, ${faults.join(', ')}: copy them from a backup’s blobs/ into the store’s, or upload the same files again`,
  }
}

/** Harmless: of an upload that was interrupted, or of a document that was deleted and may be restored from its history. */
function orphansFinding(blobs: string, orphans: readonly string[]): Finding[] {
  if (orphans.length === 0) return []
  const bytes = orphans.reduce((sum, file) => sum + statSync(join(blobs, file)).size, 0)
  const text = `${orphans.length} belong to no document (${(bytes / 1024 ** 2).toFixed(1)} MB): kept, because a deleted document may be restored`
  return [{state: 'ok', subject: 'Unused files', text}]
}
