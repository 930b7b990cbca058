import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {isValidSignature} from '@sanity/webhook'
import {freePort} from '../../support/free-port'
import {lakeCommand, startLakeProcess} from '../../support/lake-process'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'
import {type Received, startWebhookReceiver, type WebhookReceiver} from '../../support/webhook-receiver'

const secret = 'a secret of some length'

let receiver: WebhookReceiver
let lake: StartedLake
let complaints: string[]

beforeEach(async () => {
  receiver = await startWebhookReceiver()
  complaints = []
  lake = await startLake({
    webhook: {url: receiver.url, secret},
    log: ({level, message}) => {
      if (level === 'error') complaints.push(message ?? '')
    },
  })
})

afterEach(async () => {
  await lake.close()
  await receiver.close()
})

const summary = ({headers, body}: Received) => `${headers['sanity-operation']} ${JSON.parse(body)._id}`

/** The last event of a test: when it has come, all before it have. */
async function settled(): Promise<string[]> {
  await lake.client('editor').create({_id: 'last', _type: 'thing'})
  await receiver.received.find((event) => event.answered === 200 && summary(event) === 'create last')
  return receiver.received.items.map(summary)
}

describe('webhooks tell of published documents', () => {
  test('created, changed and deleted, in order', async () => {
    const editor = lake.client('editor')
    await editor.create({_id: 'a', _type: 'thing'})
    await editor.patch('a').set({n: 1}).commit()
    await editor.createOrReplace({_id: 'a', _type: 'thing', n: 2})
    await editor.transaction().create({_id: 'b', _type: 'thing'}).delete('a').commit()
    expect(await settled()).toEqual(['create a', 'update a', 'update a', 'create b', 'delete a', 'create last'])
  })

  test('published and unpublished in the Studio', async () => {
    const editor = lake.client('editor')
    const pair = {publishedId: 'a', draftId: 'drafts.a'}
    await editor.create({_id: 'drafts.a', _type: 'thing'})
    await editor.action({actionType: 'sanity.action.document.publish', ...pair})
    await editor.action({actionType: 'sanity.action.document.edit', ...pair, patch: {set: {n: 1}}})
    await editor.action({actionType: 'sanity.action.document.publish', ...pair})
    await editor.action({actionType: 'sanity.action.document.unpublish', ...pair})
    expect(await settled()).toEqual(['create a', 'update a', 'delete a', 'create last'])
  })

  test('and of nothing else', async () => {
    const editor = lake.client('editor')
    await editor.create({_id: 'drafts.a', _type: 'thing'})
    await editor.create({_id: 'versions.rSpring.a', _type: 'thing'})
    await editor.create({_id: 'private.a', _type: 'thing'})
    await editor.create({_id: 'asset', _type: 'sanity.imageAsset'})
    await editor.create({_id: 'release', _type: 'system.release'})
    await editor.create({_id: 'tried', _type: 'thing'}, {dryRun: true})
    await expect(editor.create({_id: 'broken', _type: 'thing', to: {_ref: 'nobody'}})).rejects.toThrow()
    expect(await settled()).toEqual(['create last'])
  })
})

test('a delivery has Sanity’s format, and its signature is valid for Sanity’s own package', async () => {
  const made = await lake.client('editor').create({
    _id: 'a',
    _type: 'thing',
    language: 'en',
    slug: {_type: 'slug', current: 'back-pain'},
    title: 'Not sent',
  })
  const {headers, body} = await receiver.received.find(() => true)
  expect(JSON.parse(body)).toEqual({_id: 'a', _type: 'thing', _rev: made._rev, slug: 'back-pain', language: 'en'})
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'sanity-transaction-id': made._rev,
    'sanity-transaction-time': made._updatedAt,
    'sanity-document-id': 'a',
    'sanity-operation': 'create',
    'sanity-project-id': 'clinic',
    'sanity-dataset': 'production',
    'idempotency-key': expect.stringMatching(/^\w{20,}$/),
  })
  const signature = String(headers['sanity-webhook-signature'])
  expect(await isValidSignature(body, signature, secret)).toBe(true)
  expect(await isValidSignature(`${body} `, signature, secret)).toBe(false)
  expect(await isValidSignature(body, signature, `${secret}!`)).toBe(false)
  expect(Math.abs(Date.now() - Number(/t=(\d+)/.exec(signature)?.[1]))).toBeLessThan(10_000)
})

describe('a delivery that is not acknowledged', () => {
  test.each([[500], [503], [404], [401], [302], [0]])(
    'but answered %i is made again, under the same key and in order',
    async (status) => {
      receiver.answerNext(status, status)
      const editor = lake.client('editor')
      await editor.create({_id: 'a', _type: 'thing'})
      await editor.create({_id: 'b', _type: 'thing'})
      expect(await settled()).toEqual(['create a', 'create a', 'create a', 'create b', 'create last'])
      const [first, second, third, other] = receiver.received.items.map(({headers}) => headers)
      expect(second?.['idempotency-key']).toBe(first?.['idempotency-key'])
      expect(third?.['idempotency-key']).toBe(first?.['idempotency-key'])
      expect(other?.['idempotency-key']).not.toBe(first?.['idempotency-key'])
      expect(second?.['sanity-webhook-signature']).not.toBe(first?.['sanity-webhook-signature'])
      expect(complaints).toEqual(
        Array.from({length: 2}, () =>
          expect.stringMatching(/did not acknowledge the create of "a": .+\. Trying again\./),
        ),
      )
    },
  )

  test('because nobody is there, comes when somebody is', async () => {
    const port = new URL(receiver.url).port
    await receiver.close()
    await lake.client('editor').create({_id: 'a', _type: 'thing'})
    expect(lake.lake.admin.status().pendingWebhooks).toBe(1)
    receiver = await startWebhookReceiver(Number(port))
    await receiver.received.find((event) => summary(event) === 'create a')
    while (lake.lake.admin.status().pendingWebhooks > 0) await new Promise((resolve) => setImmediate(resolve))
  })
})

test('an event acknowledged to the editor outlives kill −9 and is delivered after the restart', async () => {
  const {folder, remove} = temporaryFolder('lake')
  const secretFile = join(folder, 'secret')
  await writeFile(secretFile, `${secret}\n`)
  const port = await freePort()
  const flags = ['--webhook-url', `http://127.0.0.1:${port}/hook`, '--webhook-secret-file', secretFile]
  const store = join(folder, 'lake')

  const first = await startLakeProcess(store, ...flags)
  const {lines} = await lakeCommand(store, 'token', 'create', '--role', 'editor')
  await clientFor(first.url, lines.at(-1)).create({_id: 'survivor', _type: 'thing'})
  await first.end('SIGKILL')

  const later = await startWebhookReceiver(port)
  const second = await startLakeProcess(store, ...flags)
  const {headers, body} = await later.received.find(() => true)
  expect(JSON.parse(body)._id).toBe('survivor')
  expect(await isValidSignature(body, String(headers['sanity-webhook-signature']), secret)).toBe(true)
  await second.end('SIGTERM')
  await later.close()
  remove()
})
