/**
 * A lake whose disk takes no more: the operating system itself limits the size of files, as a quota does. What does not
 * fit is refused in a sentence, what fits goes on, and nothing has to be started again.
 */
import {randomBytes} from 'node:crypto'
import {readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {faultOfStore} from '../../../sanity/lake/backup/verify'
import {createLake} from '../../../sanity/lake/lake'
import {type LakeProcess, lakeCommand, startLakeProcess, startLakeUnder} from '../../support/lake-process'
import {plain} from '../../support/pictures'
import {clientFor} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'
import {startWebhookReceiver, type WebhookReceiver} from '../../support/webhook-receiver'

const MIB = 1024 * 1024
/** No file may grow beyond 8 MB; `sh` counts in blocks of 512 bytes. */
const limited = ['sh', '-c', `ulimit -f ${(8 * MIB) / 512}; exec "$@"`, 'sh']

let root: string
let folder: string
let remove: () => void
let token: string
let lake: LakeProcess
let client: SanityClient
let receiver: WebhookReceiver
let flags: string[]

beforeAll(async () => {
  const temporary = temporaryFolder('full-disk')
  root = temporary.folder
  remove = temporary.remove
  folder = path.join(root, 'store')
  const made = await createLake({folder})
  token = made.admin.createToken({role: 'editor', name: 'test', lifetimeSeconds: null}).token
  await made.close()
  receiver = await startWebhookReceiver()
  const secret = path.join(root, 'secret')
  writeFileSync(secret, 'the secret of this test')
  flags = ['--webhook-url', receiver.url, '--webhook-secret-file', secret]
  lake = await startLakeUnder(limited, folder, ...flags)
  client = clientFor(lake.url, token)
  await lakeCommand(folder, 'webhook', 'create', '--name', 'test', '--url', receiver.url)
})

afterAll(async () => {
  await lake.end('SIGKILL')
  await receiver.close()
  remove()
})

const parts = (): string[] =>
  readdirSync(folder, {recursive: true})
    .map(String)
    .filter((name) => name.endsWith('.part'))

test('an upload that does not fit is refused with 507 and leaves nothing; a smaller one is kept', async () => {
  const large = client.assets.upload('file', randomBytes(9 * MIB), {filename: 'a.bin'})
  await expect(large).rejects.toMatchObject({
    statusCode: 507,
    message: expect.stringContaining('The disk is full: the file was not kept. Free some space and try again.'),
  })
  expect(parts()).toEqual([])
  expect(await client.fetch('count(*[_type == "sanity.fileAsset"])')).toBe(0)
  const small = await client.assets.upload('file', Buffer.from('small'), {filename: 'b.txt'})
  expect(await (await fetch(small.url)).text()).toBe('small')
})

test('a change that does not fit is refused with 507 and changes nothing; smaller ones go on by themselves', async () => {
  await client.create({_id: 'before', _type: 'thing'})
  const text = () => randomBytes(MIB).toString('hex')
  let kept = 0
  const fill = async (): Promise<void> => {
    for (; ; kept++) await client.create({_id: `large-${kept}`, _type: 'thing', text: text()})
  }
  await expect(fill()).rejects.toMatchObject({
    statusCode: 507,
    message: expect.stringContaining('The disk is full: nothing was changed. Free some space and try again.'),
  })
  expect(await client.fetch('count(*[_id match "large-*"])')).toBe(kept)
  // Reading goes on, and so do changes for which there is room.
  expect(await client.getDocument('before')).toMatchObject({_type: 'thing'})
  await client.create({_id: 'after', _type: 'thing'})
  expect(lake.process.exitCode).toBeNull()
})

test('pictures are shown that cannot be kept', async () => {
  const {url} = await client.assets.upload('image', await plain('#224466', 60, 40))
  expect((await fetch(`${url}?w=20`)).status).toBe(200)
  expect(parts()).toEqual([])
})

test('with room again everything is there, sound, and large changes are taken', async () => {
  await lake.end('SIGKILL')
  expect(faultOfStore(path.join(folder, 'lake.db'))).toBeNull()
  lake = await startLakeProcess(folder, ...flags)
  client = clientFor(lake.url, token)
  expect(await client.fetch('*[_id in ["before", "after"]]._id | order(@)')).toEqual(['after', 'before'])
  await client.create({_id: 'large-at-last', _type: 'thing', text: randomBytes(5 * MIB).toString('hex')})
  const {size} = await client.assets.upload('file', randomBytes(9 * MIB), {filename: 'a.bin'})
  expect(size).toBe(9 * MIB)
  // Webhooks of what was changed while there was no room to take note of them arrive too.
  const heard = (id: string) => receiver.received.find(({headers}) => headers['sanity-document-id'] === id)
  await Promise.all(['before', 'after', 'large-at-last'].map(heard))
})

test('a token is good while another program holds the store, though its use cannot be noted', async () => {
  const fresh = await lakeCommand(folder, 'token', 'create', '--role', 'viewer')
  const other = new DatabaseSync(path.join(folder, 'lake.db'))
  other.exec('begin immediate')
  try {
    expect(await clientFor(lake.url, fresh.lines.at(-1)).fetch('count(*[_id == "before"])')).toBe(1)
  } finally {
    other.close()
  }
})
