/**
 * The power-cut drill of questions: patients send questions to what stores them in the site, and the clinic's key is
 * changed in between, while `strace` notes what happens to the files. The notes are played back to a disk that loses its
 * power; whatever was acknowledged by then must be there, and everything that is there must open with the keys that are
 * there.
 */
import {randomUUID} from 'node:crypto'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {auditChain} from '../../../lib/enquiries/audit-trail'
import {databaseFile} from '../../../lib/enquiries/database'
import {identitiesAtHand} from '../../../lib/enquiries/keys'
import {unseal} from '../../../lib/enquiries/seal'
import type {SqliteEnquiryStore} from '../../../lib/enquiries/sqlite-store'
import {noon, storeIn} from '../enquiry'
import type {Chance} from '../random'
import {type CutOptions, powerCuts} from './cuts'

export type QuestionCutReport = {
  readonly cuts: number
  /** Acknowledged in the recording. */
  readonly acknowledged: number
  /** Cuts after which an acknowledged question was missing. */
  readonly cutsWithLoss: number
  /** Cuts after which a question that is there could not be opened with the keys that are there. */
  readonly cutsWithClosed: number
  /** Stores that SQLite calls damaged, with half a transaction, or with a broken audit trail. */
  readonly damaged: number
  /** The first few things that were wrong, in words. */
  readonly complaints: readonly string[]
}

const patients = ['first', 'second', 'third'] as const

export async function questionCutDrill(options: CutOptions & {questions: number}): Promise<QuestionCutReport> {
  const {cuts, questions, onProgress = () => {}} = options
  const told: string[] = []
  const complaints: string[] = []
  let [made, cutsWithLoss, cutsWithClosed, damaged] = [0, 0, 0, 0]
  await powerCuts(options, {
    program: (folder) => ['tests/support/enquiry-receiver.ts', folder],
    async work(child, _folder, chance) {
      if (!child.stdout) throw new Error('The receiver has no output.')
      const [url] = await once(createInterface(child.stdout), 'line')
      const each = Math.ceil(questions / patients.length / 3)
      for (let part = 0; part < 3; part++) {
        const changing = part > 0 ? sent(url, 'PUT') : null
        await Promise.all(patients.map((name) => ask(url, `${name} ${part}`, each, chance)))
        await changing
      }
      onProgress(`recorded ${questions} questions and two changes of the key`)
    },
    hear(text) {
      told.push(...[...text.matchAll(/\{"reference":"([\w-]+)"/g)].map(([, one = '']) => one))
    },
    async look(place, {step, done}) {
      const {missing, closed, faults} = await examine(place, told)
      made = done
      if (missing.length > 0) cutsWithLoss++
      if (closed.length > 0) cutsWithClosed++
      if (faults.length > 0) damaged++
      const wrong = [...missing.slice(0, 1), ...closed.slice(0, 1), ...faults]
      if (complaints.length < 5) complaints.push(...wrong.map((what) => `step ${step}: ${what}`))
      if (done % 250 === 0) {
        onProgress(
          `${done} of ${cuts} cuts, ${cutsWithLoss} with a loss, ${cutsWithClosed} with one closed, ${damaged} damaged`,
        )
      }
    },
  })
  return {cuts: made, acknowledged: told.length, cutsWithLoss, cutsWithClosed, damaged, complaints}
}

async function ask(url: string, name: string, count: number, chance: Chance): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const question = `Question ${number} of ${name}? ${'word '.repeat(chance.whole(0, 390))}`
    await sent(
      url,
      'POST',
      JSON.stringify({id: randomUUID(), receivedAt: noon + number, differences: {name, question}}),
    )
  }
}

async function sent(url: string, method: string, body?: string): Promise<void> {
  const answer = await fetch(url, {method, ...(body !== undefined && {body})})
  if (!answer.ok) throw new Error(`${method} was answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

type Found = {missing: string[]; closed: string[]; faults: string[]}

/** What is missing of what was acknowledged, what nobody can open, and what is wrong with the rest. */
async function examine(folder: string, told: readonly string[]): Promise<Found> {
  const found: Found = {missing: [], closed: [], faults: []}
  if (!existsSync(databaseFile(path.join(folder, 'enquiries')))) return {...found, missing: [...told]}
  let store: SqliteEnquiryStore | null = null
  try {
    store = storeIn(folder)
    found.faults.push(...faultsOf(store))
    const rows = store.sealedRows()
    const there = new Set(rows.map(({reference}) => reference))
    found.missing.push(...told.filter((reference) => !there.has(reference)).map((one) => `${one} is missing`))
    // As they are: a look must not make keys.
    const identities = identitiesAtHand(store.keyPlace)
    for (const row of rows) {
      await unseal(row, row.sealed, identities).catch(() => found.closed.push(`${row.reference} cannot be opened`))
    }
  } catch (error) {
    found.faults.push(error instanceof Error ? error.message : String(error))
  } finally {
    store?.close()
  }
  return found
}

function faultsOf(store: SqliteEnquiryStore): string[] {
  const integrity = String(store.db.prepare('pragma integrity_check').get()?.integrity_check)
  const {length} = store.records()
  const counted = store.months().reduce((sum, {asked}) => sum + asked, 0)
  return [
    integrity === 'ok' ? '' : `SQLite says ${integrity}`,
    store.outbox().waiting === length ? '' : `${length} questions, ${store.outbox().waiting} messages`,
    counted === length ? '' : `${length} questions, ${counted} counted`,
    auditChain(store.db).brokenAt === null ? '' : 'the audit trail is broken',
  ].filter(Boolean)
}
