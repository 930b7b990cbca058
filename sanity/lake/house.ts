/**
 * What the routes share: the rooms of the running lake, and the checks that most of them begin with.
 * @module
 */

import type {DatabaseSync} from 'node:sqlite'
import type {Access} from './access.ts'
import type {Accounts} from './account.ts'
import type {World} from './action.ts'
import type {Assets} from './assets.ts'
import type {Cors} from './cors.ts'
import type {DatasetVisibility} from './dataset-visibility.ts'
import {refusal, unauthorized} from './lake-error.ts'
import type {Listeners} from './listeners.ts'
import type {LiveEvents} from './live.ts'
import type {Log} from './log.ts'
import type {Audience} from './perspective.ts'
import type {Queries} from './query.ts'
import type {QueryAnswers} from './query-answers.ts'
import type {Call} from './router.ts'
import type {Store} from './store.ts'
import type {Tethers} from './tether.ts'
import {canWrite, type Identity} from './user.ts'

export type House = {
  readonly projectId: string
  readonly dataset: string
  readonly studioUrl: string
  publicUrl(): string
  readonly db: DatabaseSync
  readonly store: Store
  readonly world: World
  readonly queries: Queries
  readonly answers: QueryAnswers
  readonly access: Access
  readonly accounts: Accounts
  readonly visibility: DatasetVisibility
  readonly tethers: Tethers
  readonly cors: Cors
  readonly listeners: Listeners
  readonly live: LiveEvents
  readonly assets: Assets
  readonly log: Log
}

export const audienceOf = (call: Call): Audience => (call.identity ? 'member' : 'public')

export const nameOf = (call: Call): string => call.identity?.userId ?? ''

export function requireIdentity(call: Call): Identity {
  if (!call.identity) throw unauthorized()
  return call.identity
}

export function requireWriter(call: Call): Identity {
  const identity = requireIdentity(call)
  if (!canWrite(identity.role)) {
    throw refusal(403, `Insufficient permissions: the role "${identity.role}" reads and does not write.`)
  }
  return identity
}

/** There is one dataset in one project; a request for another is a mistake worth hearing of. */
export function assertDataset(house: House, {path}: Call): void {
  if (path.dataset !== undefined && path.dataset !== house.dataset) {
    throw refusal(404, `Dataset "${path.dataset}" not found for project ID "${house.projectId}"`)
  }
  if (path.project !== undefined && path.project !== house.projectId) {
    throw refusal(404, `Project "${path.project}" not found: this lake holds "${house.projectId}"`)
  }
}
