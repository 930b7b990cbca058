/** The verbs that are about questions: how they stand, whose they are, what became of them. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {auditChain, entryWithHash} from '../../lib/enquiries/audit-trail.ts'
import {StoreError} from '../../lib/enquiries/database.ts'
import {enquiryStates, type OpenedEnquiry} from '../../lib/enquiries/enquiry.ts'
import {presentKeys, unshownRecoveryKey} from '../../lib/enquiries/keys.ts'
import {isBy} from '../../lib/enquiries/person.ts'
import {referenceFrom} from '../../lib/enquiries/reference.ts'
import {purgeDue} from '../../lib/enquiries/retention.ts'
import type {SqliteEnquiryStore} from '../../lib/enquiries/sqlite-store.ts'
import type {AuditEntry} from '../../lib/enquiries/store.ts'
import {countOf, numberFrom, print, printed, requirePerson, requireReference, type Verb} from './verb.ts'

const questionsOf = async (store: SqliteEnquiryStore, person: string): Promise<OpenedEnquiry[]> =>
  (await store.openAll()).filter(({asked}) => isBy(asked, person))

/** Everything that is kept about a person, with times that people can read. */
const told = ({receivedAt, openedAt, answeredAt, handling, ...rest}: OpenedEnquiry, trail: readonly AuditEntry[]) => ({
  ...rest,
  receivedAt: timeOf(receivedAt),
  openedAt: openedAt && timeOf(openedAt),
  answeredAt: answeredAt && timeOf(answeredAt),
  handling: {...handling, notes: handling.notes.map((note) => ({...note, at: timeOf(note.at)}))},
  history: trail.map(({at, actor, action, detail}) => ({at: timeOf(at), by: actor.name, action, detail})),
})

const timeOf = (at: number): string => new Date(at).toISOString()

const lineOf = ({at, actor, action, reference, detail}: AuditEntry): string =>
  [timeOf(at), action.padEnd(8), reference ?? '         ', `${actor.name} (${actor.id})`, detail]
    .filter(Boolean)
    .join('  ')

export const questionVerbs: Record<string, Verb> = {
  status: async ({open, folder, keyPlace}) => {
    const store = open()
    await presentKeys(keyPlace)
    print(folder)
    for (const state of enquiryStates) print(`  ${state}: ${store.records([state]).length}`)
    const {waiting, givenUp, problem} = store.outbox()
    print(
      `  messages to staff: ${waiting} waiting, ${givenUp} given up${problem ? `; the last attempt: ${problem}` : ''}`,
    )
    print(
      unshownRecoveryKey(keyPlace) === null
        ? '  recovery key: on paper'
        : '  recovery key: not shown yet. Print it: npm run enquiries -- recovery-key',
    )
    return 0
  },

  export: async ({given, open, actor, now}) => {
    const person = requirePerson(given.person)
    const store = open()
    const found = await questionsOf(store, person)
    const whole = found.map((enquiry) => told(enquiry, store.auditTrail({reference: enquiry.reference})))
    for (const {reference} of found) store.audit({at: now, actor, action: 'exported', reference, detail: 'by person'})
    const text = `${JSON.stringify({exportedAt: timeOf(now), questions: whole}, null, 2)}\n`
    if (given.out === undefined) await printed(text)
    else {
      writeFileSync(path.resolve(given.out), text, {mode: 0o600, flag: 'wx'})
      print(`${countOf(found.length)} in ${path.resolve(given.out)}, readable by everybody who gets the file.`)
    }
    return 0
  },

  delete: async ({given, open, actor, now}) => {
    if (given.person === undefined) {
      const reference = requireReference(given.words[0])
      if (!open().delete(reference, actor, now)) throw new StoreError(`There is no question ${reference}.`)
      print(`${reference} is deleted for good. Backups made before now still hold it.`)
      return 0
    }
    const store = open()
    const found = await questionsOf(store, requirePerson(given.person))
    for (const {reference, receivedAt, asked} of found) print(`${reference}  ${timeOf(receivedAt)}  ${asked.name}`)
    if (!given.yes) {
      for (const {reference} of found) store.audit({at: now, actor, action: 'searched', reference, detail: 'by person'})
      print(`${countOf(found.length)}. Nothing was deleted; to delete them for good, add --yes.`)
      return 0
    }
    for (const {reference} of found) store.delete(reference, actor, now)
    print(`${countOf(found.length)} deleted for good. Backups made before now still hold them.`)
    return 0
  },

  purge: async ({open, now, limits}) => {
    print(`${countOf(purgeDue(open(), now, limits))} deleted: their time was over.`)
    return 0
  },

  audit: async ({given, open}) => {
    const store = open()
    const reference = given.reference === undefined ? undefined : (referenceFrom(given.reference) ?? given.reference)
    const most = numberFrom('most', given.most)
    const entries = store.auditTrail({...(reference && {reference}), ...(most && {most})})
    const chain = auditChain(store.db)
    if (given.json) print(JSON.stringify({...chain, trail: entries}, null, 2))
    else {
      for (const entry of entries) print(lineOf(entry))
      print(
        chain.brokenAt === null
          ? `The trail is whole: ${chain.entries} ${chain.entries === 1 ? 'entry' : 'entries'}${chain.lastHash ? `, the last with the hash ${chain.lastHash}` : ''}.`
          : `The trail is broken at entry ${chain.brokenAt} of ${chain.entries}: it was changed by another program.`,
      )
    }
    const isCut = given.hash !== undefined && entryWithHash(store.db, given.hash) === null
    if (given.hash !== undefined) {
      print(isCut ? 'That hash is not in it any more: entries were cut off its end.' : 'That hash is in it.')
    }
    return chain.brokenAt === null && !isCut ? 0 : 1
  },
}
