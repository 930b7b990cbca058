/** Backups taken while programs write, and what comes back from them. */
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {makeBackup} from '../../../sanity/lake/backup/make'
import {restoreBackup} from '../../../sanity/lake/backup/restore'
import {createLake} from '../../../sanity/lake/lake'
import {type LakeProcess, lakeCommand, startLakeProcess} from '../../support/lake-process'
import {plain} from '../../support/pictures'
import {clientFor, startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'
import {until} from '../../support/until'

let root: string
let folder: string
let shelf: string
let token: string
let lake: LakeProcess | null
let client: SanityClient
let remove: () => void

beforeEach(async () => {
  const temporary = temporaryFolder('backup')
  root = temporary.folder
  remove = temporary.remove
  folder = path.join(root, 'lake')
  shelf = path.join(root, 'backups')
  const made = await createLake({folder})
  token = made.admin.createToken({role: 'editor', name: 'test', lifetimeSeconds: null}).token
  await made.close()
  lake = null
})

afterEach(async () => {
  await kill()
  remove()
})

async function start(): Promise<void> {
  lake = await startLakeProcess(folder)
  client = clientFor(lake.url, token)
}

async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  await lake?.end(signal)
  lake = null
}

/** Backs up. @returns the folder of the backup, and all that was said */
async function backUp(...args: string[]) {
  const {code, lines, complaint} = await lakeCommand(folder, 'backup', ...args)
  expect({code, complaint}).toEqual({code: 0, complaint: ''})
  return {backup: lines.at(-1) ?? '', lines}
}

const everything = () => client.fetch<{_id: string}[]>('*[!(_type match "sanity.*")] | order(_id)')

/** Three writers at work until told to stop. */
function writers() {
  let isStopping = false
  const acknowledged: string[] = []
  const write = async (name: string): Promise<void> => {
    for (let number = 0; !isStopping; number++) {
      const ids = [`${name}-${number}`, `${name}-twin-${number}`]
      const transaction = client.transaction()
      for (const _id of ids) transaction.create({_id, _type: 'thing', number, text: 'x'.repeat(500)})
      await transaction.commit({visibility: 'async', returnDocuments: false})
      acknowledged.push(...ids)
    }
  }
  const running = Promise.all(['first', 'second', 'third'].map(write))
  return {
    acknowledged,
    async stop() {
      isStopping = true
      await running
    },
  }
}

describe('a backup', () => {
  test('taken while programs write holds whole what was acknowledged before it, and comes back as it was', async () => {
    await start()
    const photo = await client.assets.upload('image', await plain('#336699', 40, 30), {filename: 'a.png'})
    await client.create({_id: 'page', _type: 'page', photo: {_ref: photo._id, _type: 'reference'}})
    const work = writers()
    await until(() => work.acknowledged.length > 60, 'sixty acknowledged transactions')
    const before = [...work.acknowledged]
    const {backup, lines} = await backUp()
    const during = work.acknowledged.length
    await work.stop()
    expect(during).toBeGreaterThan(before.length)
    expect(lines.join('\n')).toContain('verified')

    await kill()
    const aside = await lakeCommand(folder, 'restore', backup, '--force')
    expect(aside).toMatchObject({code: 0, complaint: ''})
    await start()
    const restored = new Set((await everything()).map(({_id}) => _id))
    expect(before.filter((id) => !restored.has(id))).toEqual([])
    const torn = [...restored].filter((id) => /^\w+-\d+$/.test(id) && !restored.has(id.replace('-', '-twin-')))
    expect(torn).toEqual([])
    expect((await fetch(String(photo.url).replace(/^http:\/\/[^/]+/, lake?.url ?? ''))).status).toBe(200)
    // History and tokens came along, and the lake goes on from there.
    expect((await client.transaction().create({_id: 'after', _type: 'thing'}).commit()).results).toHaveLength(1)
  })

  test('says what it holds, with hashes and versions, and is for its owner alone', async () => {
    await start()
    await client.assets.upload('file', Buffer.from('a text'), {filename: 'a.txt', contentType: 'text/plain'})
    writeFileSync(path.join(folder, 'seeded'), 'yes\n')
    const {backup} = await backUp()
    expect(path.dirname(backup)).toBe(shelf)
    expect(path.basename(backup)).toMatch(/^lake-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/)
    const manifest = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'))
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(manifest).toEqual({
      format: 1,
      startedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      schema: expect.any(Number),
      sqlite: process.versions.sqlite,
      node: process.versions.node,
      documents: 1,
      transactions: 1,
      files: [
        {name: 'lake.db', bytes: expect.any(Number), sha256: hash},
        {name: expect.stringMatching(/^blobs\/[0-9a-f]{40}\.txt$/), bytes: 6, sha256: hash},
        {name: 'extra/seeded', bytes: 4, sha256: hash},
      ],
    })
    expect(statSync(backup).mode & 0o777).toBe(0o700)
    for (const {name} of manifest.files) expect(statSync(path.join(backup, name)).mode & 0o777).toBe(0o600)
    expect(readdirSync(backup).sort()).toEqual(['blobs', 'extra', 'lake.db', 'manifest.json'])
  })

  test('never takes the place of another; the oldest go when told how many to keep; bytes are shared', async () => {
    await start()
    const {_id} = await client.assets.upload('image', await plain('#112233', 20, 20))
    const first = await backUp()
    const second = await backUp()
    expect(second.backup).not.toBe(first.backup)
    const blob = readdirSync(path.join(second.backup, 'blobs'))[0] ?? ''
    expect(_id).toContain(blob.slice(0, 40))
    expect(statSync(path.join(second.backup, 'blobs', blob)).nlink).toBe(2)
    writeFileSync(path.join(shelf, 'mine.txt'), 'not a backup')
    mkdirSync(path.join(shelf, 'lake-2020-01-01T00-00-00Z'))
    const {backup: third, lines} = await backUp('--keep', '2')
    expect(lines).toContain(`Removed ${first.backup}.`)
    expect(
      readdirSync(shelf)
        .filter((name) => name !== 'backup.lock')
        .sort(),
    ).toEqual(['lake-2020-01-01T00-00-00Z', 'mine.txt', path.basename(second.backup), path.basename(third)].sort())
  })

  test('works where no lake runs, and goes where it is told', async () => {
    await start()
    await client.create({_id: 'one', _type: 'thing'})
    await kill()
    const elsewhere = path.join(root, 'other disk')
    const {backup} = await backUp(elsewhere)
    expect(path.dirname(backup)).toBe(elsewhere)
    expect(JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8')).documents).toBe(1)
  })

  test('tells of a file that is damaged or missing in the store, and takes all the rest', async () => {
    await start()
    await client.assets.upload('file', Buffer.from('whole'), {filename: 'a.txt'})
    await client.assets.upload('file', Buffer.from('to be lost'), {filename: 'b.txt'})
    const blobs = path.join(folder, 'blobs')
    const [one = '', other = ''] = readdirSync(blobs)
    writeFileSync(path.join(blobs, one), 'other')
    rmSync(path.join(blobs, other))
    const {lines} = await backUp()
    expect(lines.join('\n')).toContain(`blobs/${one} of the store is damaged`)
    expect(lines.join('\n')).toContain(`blobs/${other} is missing in the store`)
  })

  test('removes what an interrupted one has left, and refuses a second at the same time', async () => {
    await start()
    const {backup} = await backUp()
    const left = path.join(shelf, 'lake-2026-01-01T00-00-00Z.part')
    mkdirSync(left)
    const lock = new DatabaseSync(path.join(shelf, 'backup.lock'))
    lock.exec('begin exclusive')
    const refused = await lakeCommand(folder, 'backup')
    lock.close()
    expect(refused).toMatchObject({code: 1, complaint: expect.stringContaining('is under way')})
    expect(existsSync(left)).toBe(true)
    await backUp()
    expect(existsSync(left)).toBe(false)
    expect(existsSync(backup)).toBe(true)
  })

  test.each<[string[], number, string]>([
    [['backup', '--keep', 'many'], 2, 'is not how many backups to keep'],
    [['backup', '--keep', '0'], 2, 'is not how many backups to keep'],
    [['restore'], 2, 'Say which backup'],
    [['restore', '/nowhere/at/all'], 1, 'holds no backup'],
  ])('%j is refused in a sentence', async (args, code, sentence) => {
    const refused = await lakeCommand(folder, ...args)
    expect(refused).toMatchObject({code, complaint: expect.stringContaining(sentence)})
    expect(refused.complaint).not.toContain('    at ')
  })

  test('is not made inside the store, nor of nothing', async () => {
    const inside = await lakeCommand(folder, 'backup', path.join(folder, 'backups'))
    expect(inside).toMatchObject({code: 1, complaint: expect.stringContaining('lies inside the store')})
    const nothing = await lakeCommand(path.join(root, 'empty'), 'backup')
    expect(nothing).toMatchObject({code: 1, complaint: expect.stringContaining('There is no store')})
    expect(existsSync(path.join(root, 'empty'))).toBe(false)
  })
})

test('a backup of a damaged store is refused, and leaves nothing behind', async () => {
  const db = new DatabaseSync(path.join(folder, 'lake.db'))
  db.exec('create table extra (x text); pragma wal_checkpoint(truncate)')
  db.close()
  const file = path.join(folder, 'lake.db')
  const bytes = readFileSync(file)
  bytes.fill(0xab, 4096 * 2, 4096 * 6)
  writeFileSync(file, bytes)
  await expect(makeBackup(folder, shelf, null)).rejects.toThrow('The store is damaged')
  expect(readdirSync(shelf)).toEqual(['backup.lock'])
})

describe('a restore', () => {
  test('goes into a folder that has nothing, and the lake runs on it', async () => {
    await start()
    await client.create({_id: 'one', _type: 'thing', title: 'kept'})
    const documents = await everything()
    const {backup} = await backUp()
    await kill()
    folder = path.join(root, 'new', 'lake')
    expect(await lakeCommand(folder, 'restore', backup)).toMatchObject({code: 0, complaint: ''})
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await start()
    expect(await everything()).toEqual(documents)
  })

  test('refuses over a running lake, with force too, and over a store unless forced; the old one is kept', async () => {
    await start()
    await client.create({_id: 'early', _type: 'thing'})
    const {backup} = await backUp()
    await client.create({_id: 'late', _type: 'thing'})
    for (const force of [[], ['--force']]) {
      const refused = await lakeCommand(folder, 'restore', backup, ...force)
      expect(refused).toMatchObject({code: 1, complaint: expect.stringContaining(`A lake runs on ${folder}`)})
    }
    await kill()
    const refused = await lakeCommand(folder, 'restore', backup)
    expect(refused).toMatchObject({code: 1, complaint: expect.stringContaining('Give --force to move it aside')})
    const {lines} = await lakeCommand(folder, 'restore', backup, '--force')
    const aside = /is in (.*); remove/.exec(lines.join('\n'))?.[1] ?? ''
    await start()
    expect((await everything()).map(({_id}) => _id)).toEqual(['early'])
    await kill()
    folder = aside
    await start()
    expect((await everything()).map(({_id}) => _id)).toEqual(['early', 'late'])
  })

  const damages: [string, string, (backup: string) => void][] = [
    [
      'a changed picture',
      'is not what was backed up',
      (backup) => {
        const blobs = path.join(backup, 'blobs')
        writeFileSync(path.join(blobs, readdirSync(blobs)[0] ?? ''), 'OTHER')
      },
    ],
    [
      'a missing picture',
      'is missing',
      (backup) => {
        const blobs = path.join(backup, 'blobs')
        rmSync(path.join(blobs, readdirSync(blobs)[0] ?? ''))
      },
    ],
    [
      'half a store',
      'bytes instead of',
      (backup) => {
        const db = path.join(backup, 'lake.db')
        writeFileSync(db, readFileSync(db).subarray(0, 8192))
      },
    ],
    [
      'a manifest that leads out of its folder',
      'is damaged or not ours',
      (backup) => {
        changeManifest(backup, (text) => text.replace('"lake.db"', '"../../lake.db"'))
      },
    ],
    ['a manifest that is no JSON', 'is damaged or not ours', (backup) => changeManifest(backup, () => '{')],
    [
      'a manifest of a newer lake',
      'A newer lake made the backup',
      (backup) => {
        changeManifest(backup, (text) => text.replace('"format": 1', '"format": 99'))
      },
    ],
    [
      'a store of a newer lake',
      'has schema 999',
      (backup) => {
        changeManifest(backup, (text) => text.replace(/"schema": \d+/, '"schema": 999'))
      },
    ],
  ]
  const changeManifest = (backup: string, change: (text: string) => string): void => {
    const file = path.join(backup, 'manifest.json')
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }

  test.each(damages)('of %s is refused, and what stands there stays', async (_, sentence, damage) => {
    const running = await startLake({folder})
    await running.client('editor').assets.upload('file', Buffer.from('bytes'), {filename: 'a.txt'})
    const {path: backup} = await makeBackup(folder, shelf, null)
    await running.stop()
    damage(backup)
    await expect(restoreBackup(backup, folder, true)).rejects.toThrow(sentence)
    expect(readdirSync(root).sort()).toEqual(['backups', 'lake'])
    const again = await startLake({folder})
    expect(await again.client('viewer').fetch('count(*[_type == "sanity.fileAsset"])')).toBe(1)
    await again.stop()
  })
})

describe('the doctor', () => {
  const examine = async () => {
    const {code, lines} = await lakeCommand(folder, 'doctor')
    return {code, said: lines.join('\n')}
  }

  test('finds a store in order while the lake runs, and says when it was last backed up', async () => {
    await start()
    const photo = await client.assets.upload('image', await plain('#123456', 10, 10))
    await client.create({_id: 'page', _type: 'page', photo: {_ref: photo._id, _type: 'reference'}})
    const {said} = await examine()
    expect(said).toMatch(/^ok +Store +is sound/m)
    expect(said).toMatch(/^ok +Versions +store \d+, lake \d+, SQLite /m)
    expect(said).toMatch(/^ok +References +of 2 documents all lead somewhere/m)
    expect(said).toMatch(/^ok +Assets +1, all whole/m)
    expect(said).toMatch(/^\w+ +Disk space +\d+\.\d GB free/m)
    expect(said).toMatch(/^attention +Backup +there was none yet/m)
    const {backup} = await backUp()
    expect((await examine()).said).toContain(`UTC, in ${backup}`)
    rmSync(path.join(backup, 'manifest.json'))
    expect((await examine()).said).toMatch(/^attention +Backup .*which is not there now/m)
    writeFileSync(
      path.join(folder, 'last-backup.json'),
      JSON.stringify({path: path.dirname(backup), startedAt: '2026-01-01T00:00:00.000Z'}),
    )
    writeFileSync(path.join(path.dirname(backup), 'manifest.json'), '{}')
    expect((await examine()).said).toMatch(/^attention +Backup .*make one each day/m)
  })

  test('names what is broken, with what to do, and ends with 1', async () => {
    await start()
    await client.assets.upload('file', Buffer.from('one'), {filename: 'a.txt'})
    await client.assets.upload('file', Buffer.from('other'), {filename: 'b.txt'})
    const gone = await client.assets.upload('file', Buffer.from('third'), {filename: 'c.txt'})
    await client.delete(gone._id)
    await client.create({_id: 'page', _type: 'page', to: {_ref: 'other', _type: 'reference', _weak: true}})
    await kill()
    const blobs = path.join(folder, 'blobs')
    const [one = '', other = ''] = readdirSync(blobs).filter((name) => !gone._id.includes(name.slice(0, 40)))
    writeFileSync(path.join(blobs, one), 'changed')
    rmSync(path.join(blobs, other))
    const db = new DatabaseSync(path.join(folder, 'lake.db'))
    db.exec(`update document set json = replace(json, ',"_weak":true', '') where id = 'page'`)
    db.close()
    const {code, said} = await examine()
    expect(code).toBe(1)
    expect(said).toMatch(/^broken +References +1 lead nowhere \(page → other\)/m)
    expect(said).toMatch(new RegExp(`^broken +Assets +of 2, 1 missing \\(${other}\\), 1 damaged \\(${one}\\)`, 'm'))
    expect(said).toMatch(/^ok +Unused files +1 belong to no document/m)
  })

  test('finds a store that is damaged', async () => {
    await start()
    for (let number = 0; number < 40; number++) await client.create({_type: 'thing', text: 'x'.repeat(2000)})
    await kill('SIGTERM')
    const file = path.join(folder, 'lake.db')
    const bytes = readFileSync(file)
    bytes.fill(0xab, 4096 * 4, 4096 * 12)
    writeFileSync(file, bytes)
    const {code, said} = await examine()
    expect(code).toBe(1)
    expect(said).toMatch(/^broken +Store +is damaged .*restore the last backup/m)
  })

  test('speaks to programs in JSON', async () => {
    const {lines} = await lakeCommand(folder, 'doctor', '--json')
    expect(JSON.parse(lines[0] ?? '')).toContainEqual({state: 'ok', subject: 'Store', text: expect.any(String)})
  })
})

test('a store that cannot be written to is backed up all the same', async () => {
  await start()
  await client.create({_id: 'one', _type: 'thing'})
  await kill('SIGTERM')
  chmodSync(folder, 0o500)
  const {backup} = await backUp()
  chmodSync(folder, 0o700)
  expect(existsSync(path.join(backup, 'manifest.json'))).toBe(true)
})
