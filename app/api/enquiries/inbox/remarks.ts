/** What staff have to know about the inbox itself: told above the lists, so that nothing pretends to work. */
import type {Desk} from '@/lib/enquiries/inbox'
import type {Remark} from '@/lib/enquiries/inbox-shape'
import {ownKeyPlace, unshownRecoveryKey} from '@/lib/enquiries/keys'
import {type MailState, mailStanding} from '@/lib/enquiries/standing'
import {env} from '@/lib/env'

const tones: Record<MailState, Remark['tone'] | null> = {
  well: null,
  partly: 'caution',
  notSetUp: 'caution',
  failing: 'critical',
  givenUp: 'critical',
}

export function remarks({store}: Pick<Desk, 'store'>): Remark[] {
  const {state, text} = mailStanding(store.outbox(), env.enquiries)
  const tone = tones[state]
  return [...(tone ? [{tone, text}] : []), ...(unshownRecoveryKey(ownKeyPlace()) === null ? [] : [printRecoveryKey])]
}

const printRecoveryKey: Remark = {
  tone: 'caution',
  text: 'The recovery key was not printed yet. If this server is lost, so are the questions: ask whoever runs the website to run “npm run enquiries -- recovery-key” and to keep the paper in a safe.',
}
