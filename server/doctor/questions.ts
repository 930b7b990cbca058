/** The questions of patients: is their store sound, do the keys open it, and is the recovery key on paper? Changes nothing. */
import {existsSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {auditChain} from '../../lib/enquiries/audit-trail.ts'
import {inspect} from '../../lib/enquiries/copy.ts'
import {databaseFile} from '../../lib/enquiries/database.ts'
import {
  hasRecoveryKey,
  identitiesAtHand,
  type KeyPlace,
  ownKeyPlace,
  unshownRecoveryKey,
} from '../../lib/enquiries/keys.ts'
import {enquiryFolder} from '../../lib/enquiries/open-store.ts'
import {unseal} from '../../lib/enquiries/seal.ts'
import type {Finding} from './finding.ts'

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const countOf = (number: number): string => `${number} ${number === 1 ? 'question' : 'questions'}`

export async function questionFindings(dataDir: string, place: KeyPlace = ownKeyPlace(dataDir)): Promise<Finding[]> {
  const file = databaseFile(enquiryFolder(dataDir))
  if (!existsSync(file)) {
    return [{state: 'ok', subject: 'Questions', text: 'there was none yet'}, recoveryFinding(place)]
  }
  const store = storeFinding(file)
  return [store, ...(store.state === 'broken' ? [] : await keyFindings(file, place)), recoveryFinding(place)]
}

function storeFinding(file: string): Finding {
  const subject = 'Questions'
  try {
    const {questions, version} = inspect(file)
    const {entries, brokenAt} = readingFrom(file, auditChain)
    if (brokenAt === null) {
      const text = `${questions} in a sound store (version ${version}); audit trail of ${entries}, whole`
      return {state: 'ok', subject, text}
    }
    const text = `the audit trail was changed by another program, from entry ${brokenAt} on: npm run enquiries -- audit`
    return {state: 'broken', subject, text}
  } catch (error) {
    const text = `${textOf(error)} Stop the site, then: npm run enquiries -- restore <backup> --force`
    return {state: 'broken', subject, text}
  }
}

/** Opens every question. Where there is none, keys are made with the first. */
async function keyFindings(file: string, place: KeyPlace): Promise<Finding[]> {
  const subject = 'Question keys'
  const rows = readingFrom(file, (db) => db.prepare('select id, reference, received_at, sealed from enquiry').all())
  try {
    const identities = identitiesAtHand(place)
    const closed: string[] = []
    for (const {id, reference, received_at, sealed} of rows) {
      const label = {id: String(id), reference: String(reference), receivedAt: Number(received_at)}
      const bytes = sealed instanceof Uint8Array ? sealed : new Uint8Array()
      await unseal(label, bytes, identities).catch(() => closed.push(label.reference))
    }
    if (closed.length > 0) return [{state: 'broken', subject, text: closedText(closed, rows.length, place)}]
    if (identities.length > 1 && place.identity === null) {
      const text = 'a change of the key was cut short: npm run enquiries -- rotate goes on with it'
      return [{state: 'attention', subject, text}]
    }
    return rows.length > 0 ? [{state: 'ok', subject, text: `open all ${countOf(rows.length)}`}] : []
  } catch (error) {
    return [{state: 'broken', subject, text: textOf(error)}]
  }
}

const closedText = (closed: readonly string[], all: number, {folder}: KeyPlace): string =>
  `${closed.length} of ${countOf(all)} cannot be opened (${closed.slice(0, 5).join(', ')}${closed.length > 5 ? ' …' : ''}): put ` +
  `enquiry-identity back into ${folder}, or use the recovery key: npm run enquiries -- recover. One that stays closed is damaged; delete it`

function recoveryFinding(place: KeyPlace): Finding {
  const subject = 'Recovery key'
  if (place.recoveryRecipient !== null)
    return {state: 'ok', subject, text: 'its public half comes from the environment'}
  if (hasRecoveryKey(place) && unshownRecoveryKey(place) === null) {
    return {state: 'ok', subject, text: 'was shown, and is kept nowhere on this machine: it should be on paper'}
  }
  const text = 'is not on paper yet. Without it a lost server means lost questions: npm run enquiries -- recovery-key'
  return {state: 'attention', subject, text}
}

/** Looks into the store without being able to change it. */
export function readingFrom<T>(file: string, read: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file, {readOnly: true})
  try {
    return read(db)
  } finally {
    db.close()
  }
}
