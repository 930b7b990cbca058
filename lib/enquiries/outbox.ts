/**
 * The outbox: sees each message to staff through to the mail server, one at a time. A message is in it from the moment a
 * question is stored, so none is forgotten by a mail server that is away, nor by a kill −9: at worst it comes twice, under
 * the same Message-ID.
 *
 * What is refused for now, by a server that is down, full, greylisting, or does not like the password, is tried again after
 * 1, 5 and 15 minutes, an hour, and then each hour, until the message is 72 hours old. Then it is given up, and the Studio
 * and `npm run doctor` say so. An address that is refused for good holds up nobody else.
 */
import type {Delivery, Mailer} from './mail.ts'
import type {EnquiryStore, OutboxMessage} from './store.ts'

const minute = 60_000
const hour = 60 * minute

/** Until the next attempt, after the first, the second …; the last of them goes on. Milliseconds. */
const rests = [minute, 5 * minute, 15 * minute, hour]

/** Older messages are not sent: by then it says nothing that the Studio and a reminder have not said. Milliseconds. */
export const givenUpAfter = 72 * hour

/** Longer than the longest attempt (`mail.ts`): whoever took a message and is still at work keeps it. Milliseconds. */
const lease = 5 * minute

const tooOld =
  'A message was older than 72 hours before it could be sent: mail was not set up, or the site did not run.'

export type Outbox = Readonly<{
  /** Sends what is due, until nothing is. Rejects only where the store cannot be used. */
  sendDue: (store: EnquiryStore) => Promise<void>
}>

/** @param now the clock; milliseconds since 1970 */
export function outboxOver(mailer: Mailer, now: () => number = Date.now): Outbox {
  /** Who has a message already that others still wait for. A restart forgets it, and they get it once more. */
  const served = new Map<string, Set<string>>()

  /** What was wrong with the last attempt. */
  let last: string | null = null

  async function sendDue(store: EnquiryStore) {
    last = store.outbox().problem
    for (let next = take(store); next; next = take(store)) {
      const {reached, refused, problem} = await send(next)
      last = problem
      const had = new Set([...(served.get(next.id) ?? []), ...reached])
      const waiting = mailer.recipients.filter((address) => !had.has(address) && !refused.includes(address))
      if (had.size > 0 && waiting.length === 0) {
        done(store, next, problem)
      } else {
        served.set(next.id, had)
        postpone(store, next, problem ?? '')
        // What keeps a message from everybody keeps the others too: they are not each sent against the same wall.
        if (reached.length + refused.length === 0) {
          for (let other = take(store); other; other = take(store)) postpone(store, other, problem ?? '')
        }
      }
    }
  }

  const send = (message: OutboxMessage): Promise<Delivery> =>
    mailer.send(
      message,
      mailer.recipients.filter((address) => !served.get(message.id)?.has(address)),
    )

  /** The next that is due and still worth sending. */
  function take(store: EnquiryStore): OutboxMessage | null {
    for (;;) {
      const message = store.takeDue(now(), lease)
      if (!message) return null
      if (message.kind === 'reminder' && isRead(store, message.reference)) done(store, message, last)
      else if (now() - message.createdAt > givenUpAfter) store.failed(message.id, tooOld, null)
      else return message
    }
  }

  function done(store: EnquiryStore, {id}: OutboxMessage, problem: string | null) {
    store.sent(id, now(), problem)
    served.delete(id)
  }

  function postpone(store: EnquiryStore, {id, attempts, createdAt}: OutboxMessage, problem: string) {
    const nextAt = now() + (rests[attempts] ?? hour)
    const isLast = nextAt > createdAt + givenUpAfter
    store.failed(id, problem, isLast ? null : nextAt)
    if (isLast) served.delete(id)
  }

  return {sendDue}
}

/** Nobody needs to be reminded of a question that was opened meanwhile, or that is gone. */
const isRead = (store: EnquiryStore, reference: string): boolean =>
  store.records().find((record) => record.reference === reference)?.openedAt !== null
