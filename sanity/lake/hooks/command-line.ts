/** `webhook …` on the command line: flags to what a lake is asked, and its answers to lines. */
import {readFileSync} from 'node:fs'
import {isRecord, type JsonRecord} from '../json.ts'
import {type Settings, UsageError} from '../settings.ts'

type Command = (settings: Settings) => Promise<void>
type Run = (settings: Settings, verb: string, body?: JsonRecord) => Promise<JsonRecord>

const rowsIn = (value: unknown): JsonRecord[] => (Array.isArray(value) ? value : []).filter(isRecord)
const minute = (time: unknown): string => new Date(Number(time)).toISOString().slice(0, 19)

function idIn({verb}: Settings): string {
  const [, action, id] = verb
  if (id !== undefined) return id
  throw new UsageError(`Say which webhook: webhook ${action} <id>; "webhook list" shows the ids.`)
}

function headersIn(lines: readonly string[] | undefined): JsonRecord | undefined {
  if (!lines) return undefined
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      if (colon < 1) throw new UsageError(`"${line}" is not a header: give --header 'Name: value'.`)
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    }),
  )
}

function configIn({name, given}: Settings): JsonRecord {
  const config: JsonRecord = {
    name: name ?? undefined,
    url: given.url,
    on: given.on?.split(',').map((word) => word.trim()),
    filter: given.filter,
    projection: given.projection,
    method: given.method?.toUpperCase(),
    headers: headersIn(given.header),
    includeDrafts: given['include-drafts'],
    includeVersions: given['include-versions'],
  }
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined))
}

/** The secret in a file, so that it stands in no list of processes; none where no file is named. */
function secretIn({given}: Settings): {secret?: string} {
  const file = given['secret-file']
  return file === undefined ? {} : {secret: readFileSync(file, 'utf8').trim()}
}

/** An address without what follows the question mark, which may hold a secret of the receiver's. */
const withoutQuery = (url: unknown): string => String(url).replace(/\?.*$/, '?…')

function describe(hook: JsonRecord): string[] {
  const {id, name, url, on, filter, projection, method, headers, isEnabled, pending, failed, createdAt} = hook
  const also = [hook.includeDrafts === true && 'drafts', hook.includeVersions === true && 'versions'].filter(Boolean)
  return [
    `${id}  "${name}"  ${isEnabled === true ? 'enabled' : 'disabled'}  ${method} ${withoutQuery(url)}`,
    `    on ${[on].flat().join(', ')}${also.length > 0 ? `, also ${also.join(' and ')}` : ''}; made ${minute(createdAt)}; ${pending} waiting, ${failed} failed`,
    ...(filter === null ? [] : [`    filter      ${filter}`]),
    ...(projection === null ? [] : [`    projection  ${projection}`]),
    ...([headers].flat().length > 0 ? [`    headers     ${[headers].flat().join(', ')} (values not shown)`] : []),
  ]
}

function describeAttempt({number, at, ms, status, failure}: JsonRecord): string {
  return `    attempt ${number}  ${minute(at)}  ${ms} ms  ${status ?? 'no answer'}${failure === null ? '' : `  ${failure}`}`
}

/** The verbs of webhooks. `run` asks the running lake, or does it on the store itself. */
export function hookCommands(run: Run, print: (line: string) => void): Record<string, Command> {
  const change =
    (verb: string, body: JsonRecord, done: string): Command =>
    async (settings) => {
      const id = idIn(settings)
      await run(settings, verb, {id, ...body})
      print(`Webhook ${id} is ${done}.`)
    }
  return {
    'webhook create': async (settings) => {
      const given = secretIn(settings)
      const {id, secret} = await run(settings, 'webhook-create', {config: configIn(settings), ...given})
      print(`Webhook ${id} is made, and told of what changes from now on.`)
      if (given.secret !== undefined) return
      print('Its receiver checks signatures with this secret. It is shown only now:')
      print(String(secret))
    },
    'webhook update': async (settings) => {
      const id = idIn(settings)
      await run(settings, 'webhook-update', {id, config: configIn(settings), ...secretIn(settings)})
      print(`Webhook ${id} is changed.`)
    },
    'webhook enable': change('webhook-enable', {isEnabled: true}, 'enabled; what changed meanwhile it is not told'),
    'webhook disable': change('webhook-enable', {isEnabled: false}, 'disabled'),
    'webhook delete': change('webhook-delete', {}, 'deleted'),
    'webhook list': async (settings) => {
      const hooks = rowsIn((await run(settings, 'webhook-list')).hooks)
      if (hooks.length === 0) print('There are no webhooks. (The one that --webhook-url names is not among them.)')
      for (const line of hooks.flatMap(describe)) print(line)
    },
    'webhook log': async (settings) => {
      const limit = Number(settings.given.limit ?? 20)
      if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a number above 0.')
      const deliveries = rowsIn((await run(settings, 'webhook-log', {id: idIn(settings), limit})).deliveries)
      if (deliveries.length === 0) print('Nothing was sent yet.')
      for (const {id, state, document, operation, createdAt, dueAt, attempts} of deliveries) {
        const tries = rowsIn(attempts)
        const next = state === 'pending' && tries.length > 0 ? `, next ${minute(dueAt)}` : ''
        print(`${id}  ${minute(createdAt)}  ${operation} "${document}"  ${state} after ${tries.length}${next}`)
        for (const line of tries.map(describeAttempt)) print(line)
      }
    },
    'webhook redeliver': async (settings) => {
      const delivery = Number(settings.verb[2])
      if (!Number.isInteger(delivery)) {
        throw new UsageError('Say which delivery: webhook redeliver <number>; "webhook log <id>" shows them.')
      }
      await run(settings, 'webhook-redeliver', {delivery})
      print(`Delivery ${delivery} is sent again.`)
    },
  }
}
