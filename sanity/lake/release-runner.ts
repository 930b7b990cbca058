/** What the clock of the releases does, through the same actions as everybody. */

import type {World} from './action.ts'
import {applyActions} from './actions.ts'
import {newId} from './document.ts'
import type {ReleaseRunner} from './release-clock.ts'
import type {Store} from './store.ts'
import {Transaction} from './transaction.ts'

/** Whose the changes are that nobody makes in person. */
const AUTHOR = 'release-clock'

export function releaseRunner(store: Store, world: World): ReleaseRunner {
  const begin = () => new Transaction(store, {id: newId(), author: AUTHOR, timestamp: new Date().toISOString()})
  return {
    publish(name) {
      const transaction = begin()
      const events = applyActions([{actionType: 'sanity.action.release.publish', releaseId: name}], transaction, world)
      store.commit(transaction, events)
    },
    fail(name, message) {
      const transaction = begin()
      const patch = {set: {state: 'active', error: {message}}, unset: ['publishAt']}
      transaction.patch(`_.releases.${name}`, patch)
      store.commit(transaction)
    },
  }
}
