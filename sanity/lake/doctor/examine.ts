/**
 * The examination of a store, with or without a lake running on it. It reads everything and changes nothing.
 * @module
 */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {faultIn} from '../backup/verify.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {openForReading} from '../reading.ts'
import {numberOf} from '../row.ts'
import {SCHEMA_VERSION} from '../schema.ts'
import {assetFindings} from './assets.ts'
import {backupFinding, diskFinding} from './disk.ts'
import type {Finding} from './finding.ts'
import {referenceFinding} from './references.ts'

export async function examineStore(folder: string): Promise<Finding[]> {
  const path = join(folder, 'lake.db')
  if (!existsSync(path)) {
    return [{state: 'attention', subject: 'Store', text: `${folder} holds none yet: the first start makes it`}]
  }
  const db = openForReading(path)
  try {
    const fault = faultIn(db)
    if (fault !== null) return [integrityFinding(fault), diskFinding(folder), backupFinding(folder)]
    const documents = documentsIn(db)
    return [
      integrityFinding(null),
      versionFinding(db),
      referenceFinding(documents),
      ...(await assetFindings(folder, documents)),
      diskFinding(folder),
      backupFinding(folder),
    ]
  } finally {
    db.close()
  }
}

function integrityFinding(fault: string | null): Finding {
  const subject = 'Store'
  return fault === null
    ? {state: 'ok', subject, text: 'is sound, by SQLite’s own checks'}
    : {state: 'broken', subject, text: `is damaged (${fault}): stop the lake, and restore the last backup with --force`}
}

function versionFinding(db: DatabaseSync): Finding {
  const subject = 'Versions'
  const schema = numberOf(db.prepare('pragma user_version').get() ?? {}, 'user_version')
  const {sqlite, node} = process.versions
  const text = `store ${schema}, lake ${SCHEMA_VERSION}, SQLite ${sqlite}, Node ${node}`
  if (schema > SCHEMA_VERSION) {
    return {state: 'broken', subject, text: `${text}: a newer lake wrote this store; start that version`}
  }
  return schema < SCHEMA_VERSION
    ? {state: 'attention', subject, text: `${text}: the next start brings the store up to date; back it up first`}
    : {state: 'ok', subject, text}
}

/** All documents as they are stored. One that is no JSON object would have stopped the lake's start, and counts as none. */
function documentsIn(db: DatabaseSync): JsonRecord[] {
  return db
    .prepare('select json from document')
    .all()
    .map(({json}): unknown => (typeof json === 'string' ? JSON.parse(json) : null))
    .filter(isRecord)
}
