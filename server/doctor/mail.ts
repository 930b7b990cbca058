/** Telling staff of questions by mail: is it set up, and does it go out? Changes nothing, and sends nothing. */
import {existsSync} from 'node:fs'
import {databaseFile} from '../../lib/enquiries/database.ts'
import {enquiryFolder} from '../../lib/enquiries/open-store.ts'
import {outboxStanding} from '../../lib/enquiries/outbox-table.ts'
import {type MailState, mailStanding} from '../../lib/enquiries/standing.ts'
import type {OutboxStanding} from '../../lib/enquiries/store.ts'
import type {Env} from '../../lib/env.ts'
import type {Finding} from './finding.ts'
import {readingFrom} from './questions.ts'

const states: Record<MailState, Finding['state']> = {
  well: 'ok',
  notSetUp: 'attention',
  partly: 'attention',
  failing: 'broken',
  givenUp: 'broken',
}

export function mailFinding({dataDir, enquiries}: Pick<Env, 'dataDir' | 'enquiries'>): Finding {
  const {state, text, oldest} = mailStanding(outboxIn(dataDir), enquiries)
  const since = state === 'failing' && oldest !== null ? ` The oldest is of ${new Date(oldest).toISOString()}.` : ''
  const test = state === 'failing' || state === 'partly' ? ' To try it out: npm run enquiries -- test-mail' : ''
  return {state: states[state], subject: 'Mail to staff', text: `${text}${since}${test}`}
}

/** Of a store that is not there, or that another finding calls broken, nothing is known. */
function outboxIn(dataDir: string): OutboxStanding {
  const quiet: OutboxStanding = {waiting: 0, oldest: null, givenUp: 0, problem: null}
  const file = databaseFile(enquiryFolder(dataDir))
  try {
    return existsSync(file) ? readingFrom(file, outboxStanding) : quiet
  } catch {
    return quiet
  }
}
