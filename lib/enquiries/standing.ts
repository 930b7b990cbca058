/** How telling staff by mail stands, in words: for the Studio, and for `npm run doctor`. */
import type {EnquirySettings} from '../env.ts'
import type {OutboxStanding} from './store.ts'

/** What staff have to know of it, the worst first. */
export type MailState = 'givenUp' | 'failing' | 'notSetUp' | 'partly' | 'well'

export type MailStanding = OutboxStanding &
  Readonly<{
    state: MailState
    /** One or two sentences for staff, without an address. */
    text: string
  }>

export function mailStanding(
  outbox: OutboxStanding,
  {mail, mailLacks}: Pick<EnquirySettings, 'mail' | 'mailLacks'>,
): MailStanding {
  const state = stateOf(outbox, mail !== null)
  return {...outbox, state, text: textFor[state](outbox, mailLacks)}
}

function stateOf({waiting, givenUp, problem}: OutboxStanding, isSetUp: boolean): MailState {
  if (!isSetUp) return 'notSetUp'
  if (givenUp > 0) return 'givenUp'
  if (problem === null) return 'well'
  return waiting > 0 ? 'failing' : 'partly'
}

const textFor: Record<MailState, (outbox: OutboxStanding, lacks: readonly string[]) => string> = {
  well: ({waiting}) => (waiting > 0 ? `${messages(waiting)} on the way.` : 'Staff are told of questions by mail.'),
  partly: ({problem}) => problem ?? '',
  notSetUp: (_outbox, lacks) =>
    `Nobody is told of questions by mail: look into the Studio each day, or set ${lacks.join(', ')} (docs/operating.md, “Mail to staff”).`,
  failing: ({waiting, problem}) =>
    `${messages(waiting)} to staff ${waiting === 1 ? 'waits' : 'wait'} to be sent. ${problem}`,
  givenUp: ({givenUp, problem}) =>
    `${messages(givenUp)} to staff ${givenUp === 1 ? 'was' : 'were'} given up after 72 hours: read the questions in the Studio. ${problem ?? ''}`.trim(),
}

const messages = (count: number): string => (count === 1 ? '1 message' : `${count} messages`)
