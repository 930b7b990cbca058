/**
 * Messages to staff. They say that there is something to read and where, and nothing else: no word of a question, no name,
 * no address to answer to. Mail is not sealed, and is kept in many places for a long time.
 *
 * Who sends and who gets them comes from the settings alone, never from anything a patient typed. A message that has to be
 * sent again carries the same Message-ID, by which mail programs know it.
 */
import nodemailer from 'nodemailer'
import type {EnquirySettings} from '../env.ts'
import {isError, problemFor, refusalOf} from './mail-problem.ts'
import {mailServerFrom} from './mail-server.ts'
import type {OutboxMessage} from './store.ts'

export type MailSettings = NonNullable<EnquirySettings['mail']>

export type StaffMessage = Readonly<{id: string; kind: OutboxMessage['kind'] | 'test'; reference: string | null}>

/** What became of a message. Who is in neither list may get it at the next attempt. */
export type Delivery = Readonly<{
  reached: readonly string[]
  /** Refused for good. */
  refused: readonly string[]
  /** In words for staff, without an address; null: everybody was reached. */
  problem: string | null
}>

export type Mailer = Readonly<{
  recipients: readonly string[]
  /** Never rejects: what went wrong is in the answer. @param to some of the recipients */
  send: (message: StaffMessage, to: readonly string[]) => Promise<Delivery>
}>

/** How long the mail server may take. Milliseconds. */
export type Patience = Readonly<{connect: number; silence: number; whole: number}>

/** All of it together is shorter than the lease of a message (`outbox.ts`). */
const usualPatience: Patience = {connect: 15_000, silence: 30_000, whole: 120_000}

const texts: Record<StaffMessage['kind'], {subject: string; opening: string}> = {
  new: {
    subject: 'A question was asked on the website',
    opening: 'Somebody has asked the clinic a question on the website.',
  },
  reminder: {
    subject: 'A question from the website waits to be read',
    opening: 'A question from the website has waited too long: nobody has opened it yet.',
  },
  test: {
    subject: 'Test: questions from the website',
    opening: 'This is a test. Messages about questions will look like this one.',
  },
}

/** @param siteUrl the site's public origin, for the link to the Studio */
export function mailerFor(settings: MailSettings, siteUrl: string, patience: Patience = usualPatience): Mailer {
  const {auth, ...server} = mailServerFrom(settings.server)
  const recipients = [...new Map(settings.to.map((address) => [address.toLowerCase(), address])).values()]
  const transport = nodemailer.createTransport({
    ...server,
    ...(auth ? {auth} : {}),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    recipients,
    async send(message, to) {
      const abort = AbortSignal.timeout(patience.whole)
      try {
        const {rejectedErrors = []} = await transport.sendMail({
          ...contentOf(message, settings.from, siteUrl),
          to: recipients,
          envelope: {from: settings.from, to: [...to]},
          signal: abort,
        })
        return deliveryOf(to, rejectedErrors, recipients)
      } catch (error) {
        const rejected = rejectionsIn(error)
        if (rejected.length > 0) return deliveryOf(to, rejected, recipients)
        return {reached: [], refused: [], problem: problemFor(error)}
      }
    },
  }
}

function contentOf({id, kind, reference}: StaffMessage, from: string, siteUrl: string) {
  const {subject, opening} = texts[kind]
  const lines = [
    opening,
    '',
    ...(reference ? [`Reference: ${reference}`] : []),
    'Read and answer questions in the Studio:',
    `${siteUrl}/studio/questions`,
    '',
    'For the privacy of whoever asked, this message says no more.',
    'Please do not answer it: nobody would read that.',
  ]
  return {
    from,
    subject,
    text: `${lines.join('\n')}\n`,
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    // Absence notices and other automatic answers stay away (RFC 3834, and the wish of Exchange servers).
    headers: {'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All'},
  }
}

/** The mail server's no to one recipient. */
type Rejection = Readonly<{recipient?: string | undefined; responseCode?: number | undefined}>

/** A refusal of the sender or of the message is none of a recipient, and not in this list. */
function rejectionsIn(error: unknown): readonly Rejection[] {
  if (!isError(error) || !('rejectedErrors' in error) || !Array.isArray(error.rejectedErrors)) return []
  return error.rejectedErrors
}

function deliveryOf(to: readonly string[], rejections: readonly Rejection[], recipients: readonly string[]): Delivery {
  const codes = new Map(rejections.map(({recipient = '', responseCode = 0}) => [recipient.toLowerCase(), responseCode]))
  const codeOf = (address: string): number | undefined => codes.get(address.toLowerCase())
  const refused = to.filter((address) => (codeOf(address) ?? 0) >= 500)
  const reached = to.filter((address) => codeOf(address) === undefined)
  const deferred = to.length - refused.length - reached.length
  if (refused.length > 0) {
    const places = refused.map((address) => recipients.indexOf(address) + 1)
    return {
      reached,
      refused,
      problem: refusalOf(
        places,
        recipients.length,
        refused.map((address) => codeOf(address) ?? 0),
      ),
    }
  }
  if (deferred === 0) return {reached, refused, problem: null}
  const code = [...codes.values()][0]
  return {reached, refused, problem: problemFor(Object.assign(new Error(), {code: 'EENVELOPE', responseCode: code}))}
}
