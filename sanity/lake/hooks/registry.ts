/**
 * The webhooks of a lake, kept in the store. A secret is shown by nobody once it is set: signing needs it in plain, so
 * it is as safe as the folder, which only its owner can read.
 * @module
 */

import type {DatabaseSync} from 'node:sqlite'
import {newId} from '../document.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'
import type {Log} from '../log.ts'
import {numberOf, type Row, textOf} from '../row.ts'
import {newSecret} from '../secret.ts'
import {type HookConfig, hookFrom} from './hook.ts'

export type Hook = HookConfig & {
  readonly id: string
  readonly secret: string
  readonly isEnabled: boolean
  readonly cursor: number
}

/** A webhook as it may be shown: without its secret, and without the values of its headers. */
export type HookSummary = Omit<HookConfig, 'headers'> & {
  readonly id: string
  readonly isEnabled: boolean
  readonly headers: readonly string[]
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly pending: number
  readonly failed: number
}

const MAX_HOOKS = 50
const MIN_SECRET = 16

function configIn(row: Row): HookConfig {
  const config: unknown = JSON.parse(textOf(row, 'config'))
  if (!isRecord(config)) throw new Error('The store holds a webhook that is none. Restore a backup.')
  return hookFrom(config, null)
}

const hookIn = (row: Row): Hook => ({
  ...configIn(row),
  id: textOf(row, 'id'),
  secret: textOf(row, 'secret'),
  isEnabled: numberOf(row, 'enabled') === 1,
  cursor: numberOf(row, 'cursor'),
})

function checkedSecret(secret: unknown): string {
  if (typeof secret === 'string' && secret.length >= MIN_SECRET && secret.length <= 1000) return secret
  throw refusal(400, `A webhook's secret has at least ${MIN_SECRET} letters.`)
}

export class HookRegistry {
  readonly #db: DatabaseSync
  readonly #lastSeq: () => number
  readonly #log: Log
  /** Ids of damaged ones that have been told of. */
  readonly #told = new Set<string>()
  #enabled: readonly Hook[] | null = null

  /** @param lastSeq the place of the newest commit: a hook hears of what comes after it was made or enabled */
  constructor(db: DatabaseSync, lastSeq: () => number, log: Log) {
    this.#db = db
    this.#lastSeq = lastSeq
    this.#log = log
  }

  /** That no hook is enabled is known without asking the store: it may be asked within a commit. */
  get isKnownEmpty(): boolean {
    return this.#enabled?.length === 0
  }

  /** Those that hear of changes. Read from the store when something was changed, not for each commit. */
  get enabled(): readonly Hook[] {
    this.#enabled ??= this.#db
      .prepare('select * from hook where enabled = 1 order by created_at, id')
      .all()
      .flatMap((row) => this.#whole(row) ?? [])
    return this.#enabled
  }

  /** A hook as it is stored; null, and a line in the log, for a damaged one: the others are heard all the same. */
  #whole(row: Row): Hook | null {
    try {
      return hookIn(row)
    } catch (error) {
      const id = textOf(row, 'id')
      if (!this.#told.has(id)) {
        this.#told.add(id)
        const reason = error instanceof Error ? error.message : String(error)
        const message = `The webhook "${id}" is damaged and hears of nothing (${reason}). Take it away with "webhook delete ${id}", and make it anew.`
        this.#log({level: 'error', event: 'webhook damaged', message})
      }
      return null
    }
  }

  list(): HookSummary[] {
    const rows = this.#db
      .prepare(
        `select hook.*, (select count(*) from hook_delivery where hook = hook.id and state = 'pending') as pending,
           (select count(*) from hook_delivery where hook = hook.id and state = 'failed') as failed
         from hook order by created_at, id`,
      )
      .all()
    return rows.flatMap((row) => {
      const whole = this.#whole(row)
      if (!whole) return []
      const {secret, cursor, headers, ...hook} = whole
      return {
        ...hook,
        headers: Object.keys(headers),
        createdAt: numberOf(row, 'created_at'),
        pending: numberOf(row, 'pending'),
        failed: numberOf(row, 'failed'),
      }
    })
  }

  /** @returns the secret as well, which is never shown again */
  create(given: JsonRecord, givenSecret: unknown): {id: string; secret: string} {
    const config = hookFrom(given, null)
    const secret = givenSecret === undefined ? newSecret() : checkedSecret(givenSecret)
    const row = this.#db.prepare('select count(*) as n from hook').get()
    if (row && numberOf(row, 'n') >= MAX_HOOKS) throw refusal(409, `There are ${MAX_HOOKS} webhooks already.`)
    const id = newId()
    this.#db
      .prepare('insert into hook (id, config, secret, enabled, cursor, created_at) values (?, ?, ?, 1, ?, ?)')
      .run(id, JSON.stringify(config), secret, this.#lastSeq(), Date.now())
    this.#enabled = null
    return {id, secret}
  }

  update(id: string, given: JsonRecord, secret: unknown): void {
    const {secret: old, isEnabled, cursor, id: _, ...current} = this.require(id)
    const config = hookFrom(given, current)
    this.#db
      .prepare('update hook set config = ?, secret = ? where id = ?')
      .run(JSON.stringify(config), secret === undefined ? old : checkedSecret(secret), id)
    this.#enabled = null
  }

  /** A hook that is enabled again hears of nothing that happened meanwhile. */
  enable(id: string, isEnabled: boolean): void {
    const hook = this.require(id)
    if (hook.isEnabled === isEnabled) return
    this.#db.prepare('update hook set enabled = ?, cursor = ? where id = ?').run(isEnabled ? 1 : 0, this.#lastSeq(), id)
    this.#enabled = null
  }

  /** Takes the hook away, and what it has not delivered with it. */
  remove(id: string): void {
    // A damaged one, too.
    const {changes} = this.#db.prepare('delete from hook where id = ?').run(id)
    if (changes === 0) throw unknownHook(id)
    this.#enabled = null
  }

  /** Notes that all enabled hooks have looked at everything up to a commit. */
  advance(seq: number): void {
    this.#db.prepare('update hook set cursor = ? where enabled = 1 and cursor < ?').run(seq, seq)
    this.#enabled = null
  }

  require(id: string): Hook {
    const row = this.#db.prepare('select * from hook where id = ?').get(id)
    if (row) return hookIn(row)
    throw unknownHook(id)
  }
}

const unknownHook = (id: string) => refusal(404, `There is no webhook "${id}"; "webhook list" shows the ids.`)
