/** A real mail server that keeps what it is given, and is as unhelpful as a test tells it to be. */
import {once} from 'node:events'
import type {Socket} from 'node:net'
import {SMTPServer, type SMTPServerOptions} from 'smtp-server'
import type {Certificate} from './certificate'
import {type Collector, collector} from './events'

export type Mail = {
  readonly from: string
  readonly to: readonly string[]
  /** As it came over the line. */
  readonly raw: string
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  /** Was the line encrypted? */
  readonly secure: boolean
  readonly user: string | null
}

/** `drop` ends the connection in place of an answer, `silence` never answers. */
type Refusal = number | 'drop' | 'silence'

export type Faults = {
  /** To the connection, before the greeting. */
  connection?: Refusal
  login?: Refusal
  sender?: Refusal
  /** To recipients, by address. */
  recipients: Record<string, Refusal>
  /** After the whole message has arrived: it is kept all the same. */
  message?: Refusal
}

export type MailSink = {
  readonly port: number
  /** Everything that arrived whole, with or without an answer. */
  readonly mails: Collector<Mail>
  /** Set and taken back while it runs. */
  readonly faults: Faults
  /** Connections so far. */
  readonly calls: () => number
  close(): Promise<void>
}

export type SinkOptions = {
  readonly port?: number
  /** With one, it offers STARTTLS, or speaks TLS from the first byte. */
  readonly certificate?: Certificate
  readonly secure?: boolean
  /** Wants this login. */
  readonly login?: {readonly user: string; readonly pass: string}
}

export async function startMailSink({
  port = 0,
  certificate,
  secure = false,
  login,
}: SinkOptions = {}): Promise<MailSink> {
  const mails = collector<Mail>()
  const faults: Faults = {recipients: {}}
  const sockets = new Map<number, Socket>()
  let calls = 0

  /** Answers as a fault says, or with yes. */
  function answer(fault: Refusal | undefined, remotePort: number, done: (error?: Error | null) => void) {
    if (fault === 'silence') return
    if (fault === 'drop') sockets.get(remotePort)?.destroy()
    else
      done(
        fault === undefined
          ? null
          : Object.assign(new Error('No, and I repeat staff@clinic.example'), {responseCode: fault}),
      )
  }

  const options: SMTPServerOptions = {
    secure,
    ...certificate,
    authOptional: !login,
    allowInsecureAuth: true,
    disabledCommands: [...(certificate && !secure ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    disableReverseLookup: true,
    logger: false,
    onConnect: ({remotePort}, done) => answer(faults.connection, remotePort, done),
    onAuth({username, password}, {remotePort}, done) {
      const isRight = username === login?.user && password === login?.pass
      answer(faults.login ?? (isRight ? undefined : 535), remotePort, (error) =>
        error ? done(error) : done(null, {user: username}),
      )
    },
    onMailFrom: (_address, {remotePort}, done) => answer(faults.sender, remotePort, done),
    onRcptTo: ({address}, {remotePort}, done) => answer(faults.recipients[address], remotePort, done),
    async onData(stream, {envelope, secure: isSecure, user, remotePort}, done) {
      const chunks: Buffer[] = []
      try {
        for await (const chunk of stream) chunks.push(chunk)
      } catch {
        // Whoever sent it is gone: it did not arrive.
        return
      }
      const raw = Buffer.concat(chunks).toString('utf8')
      mails.add({
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        to: envelope.rcptTo.map(({address}) => address),
        raw,
        ...partsOf(raw),
        secure: isSecure,
        user: typeof user === 'string' ? user : null,
      })
      answer(faults.message, remotePort, done)
    },
  }
  const server = new SMTPServer(options)
  // A client that does not like the certificate hangs up: that is what some tests are about.
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    calls++
    const from = socket.remotePort ?? 0
    sockets.set(from, socket)
    socket.once('close', () => sockets.delete(from))
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    mails,
    faults,
    calls: () => calls,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets.values()) socket.destroy()
      await closed
    },
  }
}

/** Headers by their names in small letters, folded lines as one; and the text, which these messages do not encode. */
function partsOf(raw: string): {headers: ReadonlyMap<string, string>; text: string} {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  return {
    headers: new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    ),
    text: raw.slice(end + 4).replaceAll('\r\n', '\n'),
  }
}
