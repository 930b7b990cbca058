/**
 * Last-known-good answers: what each query last answered when the lake was well and the answer fitted its contract.
 * They stand behind every page, so that an outage of the lake is never seen by a patient, and they remember which
 * documents each answer shows, so that a publication refreshes exactly the pages that need it.
 */

import {createHash} from 'node:crypto'
import {atomically} from '../atomically.ts'
import {defaultLanguage} from '../language.ts'
import {siteStore} from './site-store.ts'

export type Params = Readonly<Record<string, string>>

/** A question the site asks: the name of its contract and the parameters, written as one stable key and cache tag. */
export type Question = {readonly contract: string; readonly params: Params}

/** A key holds no more than this: Next refuses cache tags of more than 256 characters. */
const longestTag = 256

export function keyOf({contract, params}: Question): string {
  const sorted = Object.keys(params)
    .sort()
    .map((name) => `${name}=${encodeURIComponent(params[name] ?? '')}`)
  const key = [contract, ...sorted].join(' ')
  return key.length <= longestTag ? key : `${contract} ${createHash('sha256').update(key).digest('base64url')}`
}

/** A short mark of one revision of an answer (48 bits of SHA-256 over its JSON). */
export const stampOf = (json: string): string => createHash('sha256').update(json).digest('base64url').slice(0, 8)

/**
 * The mark of a revision as it is shown until its next moment: what was made before a moment carries another mark than
 * what is made after it. Without a moment to come it is the stamp itself.
 */
export const markOf = (stamp: string, nextMoment: number | null): string =>
  nextMoment === null ? stamp : stampOf(`${stamp} until ${nextMoment}`)

export type KeptAnswer = {value: unknown; stamp: string}

export function keptAnswer(question: Question): KeptAnswer | null {
  const row = siteStore().prepare('select value, stamp from answer where key = ?').get(keyOf(question))
  return row ? {value: JSON.parse(String(row.value)), stamp: String(row.stamp)} : null
}

/**
 * Keeps an answer, or forgets it where it is null: the document is gone, and must not come back in an outage.
 * Unknown addresses are therefore never kept: asking for them cannot fill the disk.
 *
 * Whoever first reads another answer than the one before, be it a visitor's page just before the worker comes to the
 * publication: it is noted as unseen, because nothing else tells any more which pages showed the one before.
 * @param nextMoment when what pages show of it changes by the clock
 * @param onPages false for an answer that no page shows
 */
export function keepAnswer(
  question: Question,
  json: string,
  value: unknown,
  nextMoment: number | null,
  {onPages = true} = {},
): void {
  const store = siteStore()
  const key = keyOf(question)
  const before = store.prepare('select stamp, outdated, changes_at from answer where key = ?').get(key)
  if (value === null) {
    if (!before) return
    atomically(store, () => {
      store.prepare('delete from answer where key = ?').run(key)
      if (onPages) noteUnseen(question)
    })
    return
  }
  const stamp = stampOf(json)
  const changesAt = momentToCome(before?.changes_at, nextMoment)
  if (before?.stamp === stamp && before.outdated === 0 && before.changes_at === changesAt) return
  atomically(store, () => {
    store
      .prepare(
        `insert into answer (key, contract, params, value, stamp, read_at, changes_at) values (?, ?, ?, ?, ?, ?, ?)
         on conflict (key) do update set value = excluded.value, stamp = excluded.stamp, read_at = excluded.read_at,
           changes_at = excluded.changes_at, outdated = 0`,
      )
      .run(key, question.contract, JSON.stringify(question.params), json, stamp, Date.now(), changesAt)
    store.prepare('delete from answer_document where key = ?').run(key)
    const insert = store.prepare('insert or ignore into answer_document (key, document_id) values (?, ?)')
    for (const id of documentIdsIn(value)) insert.run(key, id)
    if (onPages && before && before.stamp !== stamp) noteUnseen(question)
  })
}

/** Marks an answer that was served from here because the lake could not be asked: it is to be asked again soon. */
export function markOutdated(question: Question): void {
  siteStore().prepare('update answer set outdated = 1 where key = ?').run(keyOf(question))
}

/** Not to be asked again for the time being: what is wrong with it is said by a webhook once it is mended. */
export function clearOutdated(question: Question): void {
  siteStore().prepare('update answer set outdated = 0 where key = ? and outdated = 1').run(keyOf(question))
}

function noteUnseen(question: Question): void {
  siteStore()
    .prepare('insert or ignore into unseen_answer (key, contract, params, since) values (?, ?, ?, ?)')
    .run(keyOf(question), question.contract, JSON.stringify(question.params), Date.now())
}

/** The questions whose answer became another, and whose pages were not yet seen to show it. @param before noted by then */
export const unseenQuestions = (before = Number.MAX_SAFE_INTEGER): Question[] =>
  questionsIn('unseen_answer', 'where since <= ?', before)

/** A moment that has come stays noted until the pages were seen to be right: reading the answer is not enough. */
function momentToCome(noted: unknown, next: number | null): number | null {
  return typeof noted === 'number' && noted <= Date.now() ? noted : next
}

/** Notes the next moment of a kept answer that could not be read anew: of one kept before moments were noted. */
export function noteMoment(question: Question, next: number | null): void {
  const store = siteStore()
  const key = keyOf(question)
  const noted = store.prepare('select changes_at from answer where key = ?').get(key)?.changes_at
  if (noted !== undefined && noted !== momentToCome(noted, next)) setMoment(question, next)
}

/**
 * The pages are right again: nothing of this answer is unseen, and this is when they change next. Unless it is another by
 * now than the one they were compared with: then all stays as it is noted, and comes once more.
 * @param mark of the answer that the pages carry (`markOf`)
 */
export function settle(question: Question, next: number | null, mark: string | null): boolean {
  const kept = keptAnswer(question)
  if ((kept && markOf(kept.stamp, next)) !== mark) return false
  setMoment(question, next)
  siteStore().prepare('delete from unseen_answer where key = ?').run(keyOf(question))
  return true
}

export function setMoment(question: Question, next: number | null): void {
  siteStore().prepare('update answer set changes_at = ? where key = ?').run(next, keyOf(question))
}

/** The questions whose kept answer shows something else since a moment came. */
export const questionsWhoseMomentCame = (now: number): Question[] => questionsIn('answer', 'where changes_at <= ?', now)

/** The next moment of all kept answers; null where none is to come. */
export function nextMoment(after: number): number | null {
  const {at} = siteStore().prepare('select min(changes_at) as at from answer where changes_at > ?').get(after) ?? {}
  return typeof at === 'number' ? at : null
}

/** The clinic's time zone, of the last good settings in this language, or of those in the default one. */
export function keptTimeZone(language: string | undefined): string | null {
  const zone = siteStore().prepare(`select json_extract(value, '$.timeZone') as zone from answer where key = ?`)
  for (const each of [language ?? defaultLanguage, defaultLanguage]) {
    const found = zone.get(keyOf({contract: 'site', params: {language: each}}))?.zone
    if (typeof found === 'string') return found
  }
  return null
}

export const outdatedQuestions = (): Question[] => questionsIn('answer', 'where outdated = 1')
export const keptQuestions = (): Question[] => questionsIn('answer', '')

/** The questions whose kept answer shows one of these documents. */
export function questionsShowing(documentIds: readonly string[]): Question[] {
  return questionsIn(
    'answer',
    'where key in (select key from answer_document where document_id in (select value from json_each(?)))',
    JSON.stringify(documentIds),
  )
}

function questionsIn(table: 'answer' | 'unseen_answer', where: string, ...values: (string | number)[]): Question[] {
  return siteStore()
    .prepare(`select contract, params from ${table} ${where}`)
    .all(...values)
    .map((row) => ({contract: String(row.contract), params: JSON.parse(String(row.params))}))
}

/** Every `_id` in an answer: each projection of a document carries its own, so these are the documents it shows. */
function documentIdsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) documentIdsIn(item, found)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === '_id' && typeof item === 'string') found.add(item)
      else documentIdsIn(item, found)
    }
  }
  return found
}
