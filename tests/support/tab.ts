/**
 * A tab of a real Chromium, spoken to in its own protocol. Playwright attaches to pages, and while it does Chromium draws
 * no page ahead; whoever attaches to the tab sees the page change places with the one drawn ahead, as a reader does.
 */
import WebSocket from 'ws'
import {startChromium} from './chromium'
import {pause} from './random'
import {until} from './until'

type Message = {id?: number; method?: string; params: Record<string, unknown>; result?: unknown; error?: unknown}

export type Tab = {
  /** Opens an address and waits until its page is loaded. */
  readonly open: (address: string) => Promise<void>
  /** Evaluates an expression in the page that the reader sees, and answers its value. */
  readonly read: (expression: string) => Promise<unknown>
  /** Sends a command of the protocol to the page that the reader sees. */
  readonly tell: (command: string, parameters?: object) => Promise<unknown>
  /** Puts the pointer on the first element that fits, or takes it away (`null`). */
  readonly pointAt: (selector: string | null) => Promise<void>
  /** Presses where the pointer is, for so many milliseconds. */
  readonly click: (press?: number) => Promise<void>
  /** What became of pages fetched (`Prefetch`) or drawn (`Prerender`) ahead: `Prefetch /conditions Ready`. */
  readonly ahead: readonly string[]
  /** Problems of the console. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

export async function openTab(): Promise<Tab> {
  const chromium = await startChromium()
  const socket = new WebSocket(chromium.socketUrl)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))

  type Asked = {session: string | undefined; resolve: (result: unknown) => void; reject: (error: Error) => void}
  const waiting = new Map<number, Asked>()
  const ahead: string[] = []
  const complaints: string[] = []
  /** Sessions with the page in sight and those drawn ahead, by their target. */
  const sessions = new Map<string, string>()
  let last = 0
  let seen = ''

  const send = (method: string, params: object = {}, sessionId?: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, {session: sessionId, resolve, reject})
      socket.send(JSON.stringify({id: last, method, params, sessionId}))
    })

  const heard: Record<string, (params: Record<string, unknown>) => void> = {
    'Target.attachedToTarget': (params) => {
      const {targetId, type, subtype} = fields(params.targetInfo)
      if (type !== 'page') return
      sessions.set(String(targetId), String(params.sessionId))
      if (!subtype) seen = String(targetId)
    },
    // The page drawn ahead has become the page in sight.
    'Target.targetInfoChanged': (params) => {
      const {targetId, type, subtype} = fields(params.targetInfo)
      if (type === 'page' && !subtype && sessions.has(String(targetId))) seen = String(targetId)
    },
    // A page that is left answers nothing any more.
    'Target.detachedFromTarget': ({targetId, sessionId}) => {
      sessions.delete(String(targetId))
      for (const [id, {session, reject}] of waiting) {
        if (session !== sessionId) continue
        waiting.delete(id)
        reject(new Error('This page is gone.'))
      }
    },
    'Preload.prefetchStatusUpdated': (params) => ahead.push(statusOf(params)),
    'Preload.prerenderStatusUpdated': (params) => ahead.push(statusOf(params)),
    'Preload.ruleSetUpdated': (params) => {
      const {errorType, errorMessage} = fields(params.ruleSet)
      if (errorType) complaints.push(`${errorType}: ${errorMessage}`)
    },
    'Log.entryAdded': (params) => {
      const {level, text} = fields(params.entry)
      if (level === 'error' || level === 'warning') complaints.push(String(text))
    },
  }
  socket.on('message', (data) => {
    const message: Message = JSON.parse(String(data))
    if (message.id === undefined) return heard[message.method ?? '']?.(message.params)
    const {resolve, reject} = waiting.get(message.id) ?? {}
    waiting.delete(message.id)
    if (message.error) reject?.(new Error(JSON.stringify(message.error)))
    else resolve?.(message.result)
  })

  const {targetInfos} = fields(await send('Target.getTargets', {filter: [{type: 'tab'}]}))
  const [tab] = Array.isArray(targetInfos) ? targetInfos : []
  const {sessionId} = fields(await send('Target.attachToTarget', {targetId: tab?.targetId, flatten: true}))
  await send('Target.setDiscoverTargets', {discover: true})
  const attach = {autoAttach: true, waitForDebuggerOnStart: false, flatten: true}
  await send('Target.setAutoAttach', attach, String(sessionId))
  await until(() => seen !== '', 'the page of the tab')

  const tell = (command: string, parameters: object = {}) => send(command, parameters, sessions.get(seen))
  const read = async (expression: string) => {
    const {result, exceptionDetails} = fields(
      await tell('Runtime.evaluate', {expression, returnByValue: true, awaitPromise: true}),
    )
    if (exceptionDetails) throw new Error(`${expression} failed: ${JSON.stringify(exceptionDetails)}`)
    return fields(result).value
  }
  let pointer = {x: 0, y: 0}
  const move = (type: string, more: object = {}) => tell('Input.dispatchMouseEvent', {type, ...pointer, ...more})
  for (const domain of ['Preload', 'Log']) await tell(`${domain}.enable`)
  return {
    ahead,
    complaints,
    read,
    tell,
    open: async (address) => {
      await tell('Page.navigate', {url: address})
      const loaded = `location.href === ${JSON.stringify(address)} && document.readyState === 'complete'`
      await until(async () => (await read(loaded)) === true, address)
    },
    pointAt: async (selector) => {
      if (selector === null) pointer = {x: 1, y: 1}
      else {
        const {x, y} = fields(
          await read(`(() => {
            const link = document.querySelector(${JSON.stringify(selector)})
            link.scrollIntoView({block: 'center', behavior: 'instant'})
            const {left, top, height} = link.getBoundingClientRect()
            return {x: left + 12, y: top + height / 2}
          })()`),
        )
        pointer = {x: Number(x), y: Number(y)}
      }
      await move('mouseMoved')
    },
    click: async (press = 0) => {
      await move('mousePressed', {button: 'left', clickCount: 1})
      if (press > 0) await pause(press)
      // The page may be gone before it can say that it has heard of it.
      await move('mouseReleased', {button: 'left', clickCount: 1}).catch(() => undefined)
    },
    close: async () => {
      socket.close()
      await chromium.close()
    },
  }
}

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

function statusOf({key, status}: Record<string, unknown>): string {
  const {action, url} = fields(key)
  return `${action} ${new URL(String(url)).pathname} ${status}`
}
