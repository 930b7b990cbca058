import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {isValidSignature} from '@sanity/webhook'
import type {HookTiming} from '../../../sanity/lake/hooks/dispatcher.ts'
import {lakeCommand, startLakeProcess} from '../../support/lake-process'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'
import {until} from '../../support/until'
import {type Received, startWebhookReceiver, type WebhookReceiver} from '../../support/webhook-receiver'

let receiver: WebhookReceiver
let lake: StartedLake
let editor: SanityClient

async function start(hookTiming: Partial<HookTiming> = {firstPause: 5}) {
  lake = await startLake({hookTiming})
  editor = lake.client('editor')
}

beforeEach(async () => {
  receiver = await startWebhookReceiver()
})

afterEach(async () => {
  receiver.release()
  await lake.close()
  await receiver.close()
})

type Wanted = {filter?: string; projection?: string; on?: string[]; [field: string]: unknown}

const hook = (config: Wanted = {}) =>
  lake.lake.admin.hooks.registry.create({name: 'Test', url: receiver.url, ...config}, undefined)

const summary = ({headers, body}: Received) => `${headers['sanity-operation']} ${headers['sanity-document-id']} ${body}`
const heard = () => receiver.received.items.map(summary)
const deliveries = (id: string) => lake.lake.admin.hooks.log.list(id, 100)
const attemptsOf = (delivery: Record<string, unknown> | undefined): {at: unknown; status: unknown}[] =>
  Array.isArray(delivery?.attempts) ? delivery.attempts : []

/** Waits until a hook has looked at every commit and sent what it had to. */
async function settled(id: string) {
  const {registry} = lake.lake.admin.hooks
  const db = new DatabaseSync(join(lake.folder, 'lake.db'), {readOnly: true})
  const last = Number(db.prepare('select max(seq) as seq from tx').get()?.seq)
  db.close()
  const isThrough = () => registry.require(id).cursor >= last && deliveries(id).every(({state}) => state !== 'pending')
  await until(isThrough, 'every delivery of the hook')
  return deliveries(id)
}

/** One document's life: made, changed twice, deleted. */
async function live(_id: string) {
  await editor.create({_id, _type: 'thing', title: 'One'})
  await editor.patch(_id).set({title: 'Two'}).commit()
  await editor.patch(_id).set({title: 'Onward', n: 1}).commit()
  await editor.delete(_id)
}

describe('a webhook tells of', () => {
  beforeEach(() => start())

  test.each<[string, Wanted, string[]]>([
    [
      'everything',
      {projection: 'title'},
      ['create a "One"', 'update a "Two"', 'update a "Onward"', 'delete a "Onward"'],
    ],
    [
      'what its filter selects',
      {filter: 'title match "On*"', projection: '{n}'},
      ['create a {"n":null}', 'update a {"n":1}', 'delete a {"n":1}'],
    ],
    ['creations alone', {on: ['create'], projection: '_type'}, ['create a "thing"']],
    ['deletions and creations', {on: ['delete', 'create'], projection: '_id'}, ['create a "a"', 'delete a "a"']],
    [
      'before and after',
      {filter: 'before() != null', projection: '{"was": before().title, "is": after().title}'},
      [
        'update a {"was":"One","is":"Two"}',
        'update a {"was":"Two","is":"Onward"}',
        'delete a {"was":"Onward","is":null}',
      ],
    ],
    ['changes of a field', {on: ['update'], filter: 'delta::changedAny((n, other))', projection: 'n'}, ['update a 1']],
    [
      'changes of nothing else',
      {on: ['update'], filter: 'delta::changedOnly((title, _rev, _updatedAt))', projection: 'title'},
      ['update a "Two"'],
    ],
    ['words that only look like a call', {filter: '"delta::changedAny(" == title', projection: '1'}, []],
    [
      'the kind of change',
      {filter: 'delta::operation() != "update"', projection: 'delta::operation()'},
      ['create a "create"', 'delete a "delete"'],
    ],
    [
      'where it happened',
      {on: ['create'], projection: '[sanity::projectId(), sanity::dataset()]'},
      ['create a ["clinic","production"]'],
    ],
  ])('%s', async (_, config, expected) => {
    const {id} = hook(config)
    await live('a')
    await settled(id)
    expect(heard()).toEqual(expected)
  })

  test('the whole document where nothing else is said', async () => {
    const {id} = hook({on: ['create']})
    const made = await editor.create({_id: 'a', _type: 'thing', title: 'One', list: [{_key: 'k', n: 1}]})
    await settled(id)
    expect(JSON.parse(receiver.received.items[0]?.body ?? '')).toEqual(made)
  })

  test.each([
    ['in one of a list', 'delta::changedAny(parts[name == "b"].size)', ['update a [1,3]']],
    [
      'nowhere but in a list',
      'delta::changedOnly((parts[].size, _rev, _updatedAt))',
      ['update a [1,3]', 'update a [2,3]'],
    ],
    ['in whatever has a name', 'delta::changedAny(anywhere(defined(name)).size)', ['update a [1,3]', 'update a [2,3]']],
  ])('a change %s', async (_, filter, expected) => {
    const {id} = hook({on: ['update'], filter, projection: 'parts[].size'})
    const parts = [
      {_key: 'a', name: 'a', size: 1},
      {_key: 'b', name: 'b', size: 1},
    ]
    await editor.create({_id: 'a', _type: 'thing', parts})
    await editor.patch('a').set({'parts[_key=="b"].size': 3}).commit()
    await editor.patch('a').set({'parts[_key=="a"].size': 2}).commit()
    await editor.patch('a').set({title: 'Else'}).commit()
    await settled(id)
    expect(heard()).toEqual(expected)
  })

  test('what a document refers to', async () => {
    await editor.create({_id: 'target', _type: 'thing', title: 'There'})
    const {id} = hook({projection: '{"to": to->title}'})
    await editor.create({_id: 'a', _type: 'thing', to: {_type: 'reference', _ref: 'target'}})
    await settled(id)
    expect(heard()).toEqual(['create a {"to":"There"}'])
  })

  test.each<[string, Wanted, string[]]>([
    ['published documents', {}, ['a']],
    ['drafts too', {includeDrafts: true}, ['a', 'drafts.a']],
    ['versions too', {includeVersions: true}, ['a', 'versions.rSpring.a']],
  ])('%s', async (_, config, expected) => {
    const {id} = hook(config)
    for (const _id of ['drafts.a', 'versions.rSpring.a', 'a']) await editor.create({_id, _type: 'thing'})
    await settled(id)
    expect(receiver.received.items.map(({headers}) => headers['sanity-document-id']).sort()).toEqual(expected)
  })

  test('changes after it was made, and each webhook by itself', async () => {
    await editor.create({_id: 'before', _type: 'thing'})
    const one = hook({projection: '"one"', filter: '_id != "b"'})
    const other = hook({projection: '"other"'})
    await editor.transaction().create({_id: 'a', _type: 'thing'}).create({_id: 'b', _type: 'thing'}).commit()
    await settled(one.id)
    await settled(other.id)
    expect(heard().sort()).toEqual(['create a "one"', 'create a "other"', 'create b "other"'])
  })
})

test('a delivery has Sanity’s headers and a signature that is valid for Sanity’s own package', async () => {
  await start()
  const headers = {Authorization: 'Bearer of-the-receiver', 'X-Clinic': 'north'}
  const {id, secret} = hook({headers, method: 'PUT'})
  const made = await editor.create({_id: 'a', _type: 'thing'})
  await settled(id)
  const [received] = receiver.received.items
  expect(received?.headers).toMatchObject({
    authorization: 'Bearer of-the-receiver',
    'x-clinic': 'north',
    'content-type': 'application/json',
    'idempotency-key': expect.stringMatching(/^\w{20,}$/),
    'sanity-webhook-id': id,
    'sanity-transaction-id': made._rev,
    'sanity-transaction-time': made._updatedAt,
    'sanity-document-id': 'a',
    'sanity-operation': 'create',
    'sanity-project-id': 'clinic',
    'sanity-dataset': 'production',
  })
  const signature = String(received?.headers['sanity-webhook-signature'])
  expect(await isValidSignature(received?.body ?? '', signature, secret)).toBe(true)
  expect(await isValidSignature(received?.body ?? '', signature, `${secret}!`)).toBe(false)
})

describe('a delivery that fails', () => {
  test.each([[500], [503], [429], [0]])('with %i is made again under the same key', async (status) => {
    await start()
    const {id} = hook({projection: '_id'})
    receiver.answerNext(status, status)
    await editor.create({_id: 'a', _type: 'thing'})
    const [delivery] = await settled(id)
    expect(delivery).toMatchObject({state: 'delivered', attempts: [{number: 1}, {number: 2}, {number: 3, status: 200}]})
    expect(attemptsOf(delivery).map((attempt) => attempt.status)).toEqual([status || null, status || null, 200])
    expect(new Set(receiver.received.items.map(({headers}) => headers['idempotency-key'])).size).toBe(1)
    expect(new Set(receiver.received.items.map(({headers}) => headers['sanity-webhook-signature'])).size).toBe(3)
  })

  test.each([[400], [401], [404], [410], [302]])('with %i is not', async (status) => {
    await start()
    const {id} = hook()
    receiver.answerNext(status)
    await editor.create({_id: 'a', _type: 'thing'})
    const [delivery] = await settled(id)
    expect(delivery).toMatchObject({state: 'failed', attempts: [{status, failure: `it answered ${status}`}]})
    expect(receiver.received.items).toHaveLength(1)
  })

  test('for want of an answer in time is made again', async () => {
    await start({timeout: 60, firstPause: 5})
    const {id} = hook()
    receiver.answerNext(-1)
    await editor.create({_id: 'a', _type: 'thing'})
    const [delivery] = await settled(id)
    expect(delivery).toMatchObject({
      state: 'delivered',
      attempts: [{status: null, failure: expect.stringMatching(/timeout/)}, {status: 200}],
    })
  })

  test('waits longer each time, and is given up when its time is over', async () => {
    await start({firstPause: 20, giveUpAfter: 400})
    const {id} = hook()
    receiver.answerNext(...Array.from({length: 50}, () => 500))
    await editor.create({_id: 'a', _type: 'thing'})
    const [delivery] = await settled(id)
    expect(delivery?.state).toBe('failed')
    const times = attemptsOf(delivery).map(({at}) => Number(at))
    expect(times.length).toBeGreaterThanOrEqual(3)
    expect(times.length).toBeLessThanOrEqual(6)
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThanOrEqual(20 * 2 ** index - 1)
  })

  test('is left alone for as long as the receiver asks', async () => {
    await start({firstPause: 5})
    const {id} = hook()
    receiver.headers['retry-after'] = '1'
    receiver.answerNext(429)
    await editor.create({_id: 'a', _type: 'thing'})
    const [delivery] = await settled(id)
    const [first, second] = attemptsOf(delivery).map(({at}) => Number(at))
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(995)
  })

  test('keeps later events of its document waiting, and nobody else’s', async () => {
    await start({firstPause: 100})
    const {id} = hook({projection: 'n'})
    receiver.answerNext(503)
    await editor.create({_id: 'a', _type: 'thing', n: 1})
    await receiver.received.find(() => true)
    await editor.patch('a').set({n: 2}).commit()
    await editor.create({_id: 'b', _type: 'thing', n: 3})
    await settled(id)
    expect(heard()).toEqual(['create a 1', 'create b 3', 'create a 1', 'update a 2'])
  })

  test.each([
    ['asks for what the lake does not have', 'geo::distance(at, at) > 0', 'geo::distance'],
    [
      'takes too long',
      'count(list[count(^.list[@ > 1000000]) > 0]) == 0',
      'took longer than 0.05 seconds and was stopped',
    ],
  ])('for a filter that %s is in the log, and keeps nobody from writing', async (_, filter, reason) => {
    await start()
    const {id} = hook({filter})
    await editor.create({_id: 'a', _type: 'thing', list: Array.from({length: 20_000}, (_item, n) => n + 0.5)})
    const [delivery] = await settled(id)
    expect(delivery).toMatchObject({state: 'failed', attempts: [{failure: expect.stringContaining(reason)}]})
  })
})

test('a webhook that is damaged in the store is told of once, keeps no other from hearing, and can be taken away', async () => {
  await start()
  const broken = hook({name: 'Broken'})
  const other = hook({name: 'Other', projection: '_id'})
  // With something to deliver, and by a receiver that will be asked for nothing.
  receiver.answerNext(503, 503)
  await editor.create({_id: 'before', _type: 'thing'})
  await until(() => receiver.received.items.length >= 2, 'the first deliveries')
  await lake.stop()
  const db = new DatabaseSync(join(lake.folder, 'lake.db'))
  db.prepare('update hook set config = ? where id = ?').run('{"name": "Bro', broken.id)
  db.close()

  const told: string[] = []
  lake = await startLake({
    folder: lake.folder,
    hookTiming: {firstPause: 5},
    log: ({level, message = ''}) => {
      if (level === 'error') told.push(message)
    },
  })
  editor = lake.client('editor')
  await editor.create({_id: 'after', _type: 'thing'})
  await editor.patch('after').set({n: 1}).commit()
  await settled(other.id)
  expect(heard().slice(-3)).toEqual(['create before "before"', 'create after "after"', 'update after "after"'])
  expect(lake.lake.admin.hooks.registry.list().map(({name}) => name)).toEqual(['Other'])
  expect(told).toEqual([expect.stringContaining(`The webhook "${broken.id}" is damaged and hears of nothing`)])
  lake.lake.admin.hooks.registry.remove(broken.id)
  expect(() => lake.lake.admin.hooks.registry.remove(broken.id)).toThrow(/There is no webhook/)
})

test('at most four requests are made to one receiver at a time', async () => {
  await start()
  const {id} = hook()
  receiver.answerNext(...Array.from({length: 4}, () => -1))
  let transaction = editor.transaction()
  for (let n = 0; n < 12; n++) transaction = transaction.create({_id: `a${n}`, _type: 'thing'})
  await transaction.commit()
  await until(() => receiver.received.items.length === 4, 'four deliveries')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(receiver.received.items).toHaveLength(4)
  receiver.release()
  await settled(id)
  expect(receiver.received.items).toHaveLength(12)
})

test('the log keeps the newest thousand of a webhook', async () => {
  await start()
  const {id} = hook()
  for (let round = 0; round < 3; round++) {
    let transaction = editor.transaction()
    for (let n = 0; n < 350; n++) transaction = transaction.create({_id: `r${round}-${n}`, _type: 'thing'})
    await transaction.commit({visibility: 'async'})
    await settled(id)
  }
  expect(receiver.received.items).toHaveLength(1050)
  expect(lake.lake.admin.hooks.log.list(id, 5000)).toHaveLength(1000)
})

describe('a webhook is refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['without a name', {name: ' '}, 'Give the webhook a name'],
    ['without an address', {url: 'nowhere'}, '"nowhere" is not a web address'],
    ['to a file', {url: 'file:///etc/passwd'}, 'is not a web address'],
    ['with a password in its address', {url: 'http://me:secret@localhost/'}, 'Leave name and password out'],
    ['on something else', {on: ['publish']}, 'triggered on create, update, delete'],
    ['on nothing', {on: []}, 'triggered on create, update, delete'],
    ['with a filter that is none', {filter: '_type =='}, 'The filter is not GROQ'],
    ['with a projection that is none', {projection: '{'}, 'The projection is not GROQ'],
    ['with a filter through all documents', {filter: 'count(*) > 1'}, 'looks through all documents (*)'],
    ['with GET', {method: 'GET'}, 'not with GET'],
    ['with a header of the lake’s', {headers: {'Sanity-Operation': 'x'}}, 'cannot be set by a webhook'],
    ['with a header of two lines', {headers: {'X-A': 'a\nb: c'}}, 'needs a value of plain letters'],
  ])('%s', async (_, config, sentence) => {
    await start()
    expect(() => hook(config)).toThrow(sentence)
    expect(lake.lake.admin.hooks.registry.list()).toEqual([])
  })
})

test('the command line manages webhooks and shows no secret twice', async () => {
  await start()
  const {folder, remove} = temporaryFolder('lake')
  const store = join(folder, 'store')
  const served = await startLakeProcess(store)
  const {lines: token} = await lakeCommand(store, 'token', 'create', '--role', 'editor')
  const client = clientFor(served.url, token.at(-1))
  const address = `${receiver.url}?key=secret-of-the-receiver`
  const flags = [
    '--name',
    'Search',
    '--url',
    address,
    '--filter',
    '_type == "thing"',
    '--header',
    'Authorization: hidden',
  ]
  const made = await lakeCommand(store, 'webhook', 'create', ...flags, '--on', 'create,update', '--projection', '{_id}')
  expect(made.complaint).toBe('')
  const secret = made.lines.at(-1) ?? ''
  expect(secret).toMatch(/^[\w-]{43}$/)
  const id = /Webhook (\w+) is made/.exec(made.lines[0] ?? '')?.[1] ?? ''

  await client.create({_id: 'a', _type: 'thing'})
  const first = await receiver.received.find(({body}) => body === '{"_id":"a"}')
  expect(await isValidSignature(first.body, String(first.headers['sanity-webhook-signature']), secret)).toBe(true)

  expect((await lakeCommand(store, 'webhook', 'disable', id)).lines).toEqual([`Webhook ${id} is disabled.`])
  await client.create({_id: 'unheard', _type: 'thing'})
  await lakeCommand(store, 'webhook', 'enable', id)
  await lakeCommand(store, 'webhook', 'update', id, '--name', 'Index', '--projection', '{"it": _id}')
  receiver.answerNext(404)
  await client.create({_id: 'b', _type: 'thing'})
  await receiver.received.find(({body}) => body === '{"it":"b"}')

  let log = await lakeCommand(store, 'webhook', 'log', id)
  while (!log.lines.join().includes('it answered 404')) log = await lakeCommand(store, 'webhook', 'log', id)
  expect(log.lines).toEqual([
    expect.stringMatching(/^2 {2}\S+ {2}create "b" {2}failed after 1$/),
    expect.stringMatching(/^ {4}attempt 1 {2}\S+ {2}\d+ ms {2}404 {2}it answered 404$/),
    expect.stringMatching(/^1 {2}\S+ {2}create "a" {2}delivered after 1$/),
    expect.stringMatching(/^ {4}attempt 1 {2}\S+ {2}\d+ ms {2}200$/),
  ])
  expect((await lakeCommand(store, 'webhook', 'redeliver', '2')).lines).toEqual(['Delivery 2 is sent again.'])
  await receiver.received.find(({body, answered}) => body === '{"it":"b"}' && answered === 200)
  const keys = receiver.received.items
    .filter(({body}) => body.includes('"b"'))
    .map(({headers}) => headers['idempotency-key'])
  expect(new Set(keys).size).toBe(1)

  const listed = await lakeCommand(store, 'webhook', 'list')
  expect(listed.lines[0]).toBe(`${id}  "Index"  enabled  POST ${receiver.url}?…`)
  expect(listed.lines.join('\n')).not.toMatch(new RegExp(`${secret}|hidden|secret-of-the-receiver`))
  expect(JSON.stringify(served.log.items)).not.toMatch(new RegExp(`${secret}|hidden|secret-of-the-receiver`))

  await lakeCommand(store, 'webhook', 'delete', id)
  expect((await lakeCommand(store, 'webhook', 'list')).lines[0]).toContain('There are no webhooks.')
  for (const args of [['delete', id], ['log', 'nobody'], ['redeliver', '99'], ['create', '--name', 'x'], ['fly']]) {
    const {code, complaint} = await lakeCommand(store, 'webhook', ...args)
    expect(code).toBeGreaterThan(0)
    expect(complaint).not.toContain('    at ')
  }
  await served.end('SIGTERM')
  remove()
})

test('an event acknowledged to the editor outlives kill −9, and is sent with a secret from a file', async () => {
  await start()
  const {folder, remove} = temporaryFolder('lake')
  const store = join(folder, 'store')
  const secretFile = join(folder, 'secret')
  await writeFile(secretFile, 'a secret of some length\n')
  const made = await lakeCommand(
    store,
    'webhook',
    'create',
    '--name',
    'x',
    '--url',
    receiver.url,
    '--secret-file',
    secretFile,
  )
  expect(made.lines.join()).not.toContain('a secret of some length')
  const first = await startLakeProcess(store)
  const {lines: token} = await lakeCommand(store, 'token', 'create', '--role', 'editor')
  receiver.answerNext(503)
  await clientFor(first.url, token.at(-1)).create({_id: 'survivor', _type: 'thing'})
  await first.end('SIGKILL')
  const second = await startLakeProcess(store)
  const {headers, body} = await receiver.received.find(({answered}) => answered === 200)
  expect(JSON.parse(body)._id).toBe('survivor')
  expect(await isValidSignature(body, String(headers['sanity-webhook-signature']), 'a secret of some length')).toBe(
    true,
  )
  await second.end('SIGTERM')
  remove()
})
