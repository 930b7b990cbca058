/** What the clock of the releases does, through the same actions as everybody. */

import type {World} from './action.ts'
import {applyActions} from './actions.ts'
import {newId} from './document.ts'
import {documentIdFor} from './release-actions.ts'
import type {ReleaseRunner} from './release-clock.ts'
import type {Store} from './store.ts'
import {Transaction} from './transaction.ts'

/** Whose the changes are where the release does not say who scheduled it. */
const NOBODY = 'release-clock'

export function releaseRunner(store: Store, world: World): ReleaseRunner {
  const begin = (name: string): Transaction => {
    const userId = store.get(documentIdFor(name))?.userId
    const author = typeof userId === 'string' ? userId : NOBODY
    return new Transaction(store, {id: newId(), author, timestamp: new Date().toISOString()})
  }
  return {
    publish(name) {
      const transaction = begin(name)
      const events = applyActions([{actionType: 'sanity.action.release.publish', releaseId: name}], transaction, world)
      store.commit(transaction, events)
    },
    fail(name, message) {
      const transaction = begin(name)
      const patch = {set: {state: 'active', error: {message}}, unset: ['publishAt']}
      transaction.patch(documentIdFor(name), patch)
      store.commit(transaction)
    },
  }
}
