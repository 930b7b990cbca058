import {execFileSync, spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {text as textOf} from 'node:stream/consumers'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type LakeProcess, lakeCommand, lakeCommandWith, startLakeProcess} from '../../support/lake-process'
import {plain, quadrants} from '../../support/pictures'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'

let folder: string
let remove: () => void
const running: {end(): Promise<unknown>}[] = []

beforeEach(() => {
  const temporary = temporaryFolder('transfer')
  folder = temporary.folder
  remove = temporary.remove
})

afterEach(async () => {
  for (const one of running.splice(0)) await one.end()
  remove()
})

const at = (name: string) => join(folder, name)

async function start(store: string, ...flags: string[]): Promise<LakeProcess & {client: SanityClient}> {
  const served = await startLakeProcess(store, ...flags)
  running.push({end: () => served.end('SIGKILL')})
  const {lines} = await lakeCommand(store, 'token', 'create', '--role', 'editor')
  return {...served, client: clientFor(served.url, lines.at(-1))}
}

/** A second lake that stands in for Sanity's hosted one, and the settings that lead a command there. */
async function startHosted(): Promise<{hosted: StartedLake; env: Record<string, string>}> {
  const hosted = await startLake({projectId: 'abc123de', dataset: 'live'})
  running.push({end: () => hosted.close()})
  const env = {
    SANITY_PROJECT_ID: 'abc123de',
    SANITY_DATASET: 'live',
    SANITY_API_TOKEN: hosted.token('editor'),
    SANITY_API_HOST: hosted.url,
  }
  return {hosted, env}
}

const reference = (_ref: string, more = {}) => ({_type: 'reference', _ref, ...more})

/** Content with everything that a move might lose. */
async function fill(client: SanityClient) {
  const picture = await client.assets.upload('image', await quadrants(), {
    filename: 'Façade north.png',
    title: 'Façade',
  })
  const unused = await client.assets.upload('image', await plain('#0d5f5c', 30, 20), {filename: 'unused.png'})
  const file = await client.assets.upload('file', Buffer.from('%PDF-1.4 price list'), {filename: 'prices.pdf'})
  await client.patch(unused._id).set({description: 'Kept though nobody shows it', altText: '…'}).commit()
  const image = {
    _type: 'image',
    hotspot: {x: 0.25, y: 0.5, height: 0.1, width: 0.2},
    crop: {top: 0.1},
    alt: 'Ä “quoted”',
  }
  await client
    .transaction()
    .create({_id: 'person-1', _type: 'person', name: 'Dr. 🙂 Ünal', friend: reference('person-2', {_weak: true})})
    .create({_id: 'person-2', _type: 'person', portrait: {...image, asset: reference(picture._id)}})
    .create({
      _id: 'page',
      _type: 'page',
      slug: {_type: 'slug', current: 'back-pain'},
      people: [reference('person-1', {_key: 'b'}), reference('person-2', {_key: 'a'})],
      body: [
        {
          _key: 'x',
          _type: 'block',
          children: [{_key: 's', _type: 'span', text: 'Line\nbreak\u2028 and "more"', marks: ['l']}],
        },
        {_key: 'y', ...image, asset: reference(picture._id)},
        {_key: 'z', _type: 'file', asset: reference(file._id)},
      ],
      numbers: [0, -1.5, 1e21],
      nothing: null,
      empty: {list: [], text: ''},
    })
    .create({
      _id: 'drafts.page',
      _type: 'page',
      title: 'In the making',
      cover: {_type: 'image', asset: reference(picture._id)},
    })
    .create({_id: 'versions.rSpring.page', _type: 'page', title: 'For spring'})
    .create({_id: 'private.note', _type: 'note', about: reference('page')})
    .commit()
}

/** What an archive holds: documents as lines without what every write stamps anew, assets by name and hash. */
async function contentsOf(archive: string) {
  const into = await mkdtemp(at('unpacked-'))
  execFileSync('tar', ['xzf', archive, '-C', into, '--strip-components=1'])
  const lines = readFileSync(join(into, 'data.ndjson'), 'utf8').trim().split('\n')
  const unstamped = lines.map((line) => line.replace(/"(_rev|_updatedAt)":"[^"]*",?/g, '').replace(/,}$/, '}')).sort()
  const assets = ['images', 'files'].flatMap((kind) =>
    readdirSync(join(into, kind)).map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(into, kind, name)))
        .digest('hex')
      return `${kind}/${name} ${hash}`
    }),
  )
  const notes: Record<string, Record<string, unknown>> = JSON.parse(readFileSync(join(into, 'assets.json'), 'utf8'))
  // What the lake stamps on a document of its own, which an asset's is.
  for (const note of Object.values(notes)) for (const name of ['_rev', '_createdAt', '_updatedAt']) delete note[name]
  return {documents: unstamped, assets: assets.sort(), notes}
}

const done = {code: 0}

describe('what is exported and imported', () => {
  test('is the same, byte for byte, but for what every write stamps', async () => {
    const {client} = await start(at('one'))
    await fill(client)
    expect(await lakeCommand(at('one'), 'export', at('one.tar.gz'))).toMatchObject({
      ...done,
      lines: [`Exported 6 documents and 3 assets from the lake in ${at('one')} to ${at('one.tar.gz')}.`],
    })
    expect(await lakeCommand(at('two'), 'import', at('one.tar.gz'))).toMatchObject({
      ...done,
      lines: [`Imported 6 documents into the lake in ${at('two')}.`],
    })
    expect(await lakeCommand(at('two'), 'export', at('two.tar.gz'))).toMatchObject(done)
    const [before, after] = [await contentsOf(at('one.tar.gz')), await contentsOf(at('two.tar.gz'))]
    expect(before.documents).toHaveLength(6)
    expect(before.assets).toHaveLength(3)
    expect(after).toEqual(before)

    const two = await start(at('two'))
    const documents =
      '*[!(_type in ["sanity.imageAsset", "sanity.fileAsset"])] | order(_id) {..., "_rev": 0, "_updatedAt": 0}'
    expect(await two.client.fetch(documents)).toEqual(await client.fetch(documents))
    const assets =
      '*[_type in ["sanity.imageAsset", "sanity.fileAsset"]] | order(_id) {..., "_rev": 0, "_createdAt": 0, "_updatedAt": 0, "uploadId": 0, "url": 0}'
    expect(await two.client.fetch(assets)).toEqual(await client.fetch(assets))
    const [address] = await two.client.fetch<string[]>('*[_type == "sanity.imageAsset"].url')
    expect((await fetch(address ?? '')).status).toBe(200)
  })

  test('has the pictures of a private dataset too, and the releases', async () => {
    const {client} = await start(at('one'), '--visibility', 'private')
    await fill(client)
    await client.releases.create({releaseId: 'rSpring', metadata: {title: 'Spring'}})
    expect(await lakeCommand(at('one'), 'export', at('one.tar.gz'))).toMatchObject(done)
    const two = await start(at('two'), '--visibility', 'private')
    expect(await lakeCommand(at('two'), 'import', at('one.tar.gz'))).toMatchObject(done)
    // Once more, over what is there: its pictures are looked for, and found, behind the door.
    expect(await lakeCommand(at('two'), 'import', at('one.tar.gz'), '--replace')).toMatchObject(done)
    await lakeCommand(at('two'), 'export', at('two.tar.gz'))
    expect(await contentsOf(at('two.tar.gz'))).toEqual(await contentsOf(at('one.tar.gz')))
    expect(await two.client.releases.get({releaseId: 'rSpring'})).toMatchObject({metadata: {title: 'Spring'}})
  })

  test('moves from a lake to a hosted project and back in two commands', async () => {
    const {client} = await start(at('one'))
    await fill(client)
    const {env, hosted} = await startHosted()
    await lakeCommand(at('one'), 'export', at('one.tar.gz'))
    expect(await lakeCommandWith(env, at('one'), 'import', at('one.tar.gz'), '--hosted')).toMatchObject({
      ...done,
      lines: ['Imported 6 documents into the hosted project abc123de/live.'],
    })
    expect(hosted.lake.admin.status().documents).toBe(9)
    expect(await lakeCommandWith(env, at('one'), 'export', at('hosted.tar.gz'), '--hosted')).toMatchObject(done)
    expect(await lakeCommand(at('back'), 'import', at('hosted.tar.gz'))).toMatchObject(done)
    await lakeCommand(at('back'), 'export', at('back.tar.gz'))
    const contents = await Promise.all(['one', 'hosted', 'back'].map((name) => contentsOf(at(`${name}.tar.gz`))))
    expect(contents[1]).toEqual(contents[0])
    expect(contents[2]).toEqual(contents[0])
  })
})

describe('an export', () => {
  test.each<[string[], string[]]>([
    [['--no-drafts'], ['page', 'person-1', 'person-2', 'private.note']],
    [['--no-versions'], ['drafts.page', 'page', 'person-1', 'person-2', 'private.note']],
    [
      ['--types', 'person,note'],
      ['person-1', 'person-2', 'private.note'],
    ],
  ])('with %j holds what was chosen', async (flags, expected) => {
    const {client} = await start(at('one'))
    await fill(client)
    await lakeCommand(at('one'), 'export', at('x.ndjson'), ...flags)
    const lines = readFileSync(at('x.ndjson'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line)._id).sort()).toEqual(expected)
  })

  test('as NDJSON holds documents without pictures, or raw with everything that the lake has', async () => {
    const {client} = await start(at('one'))
    await fill(client)
    const answer = await lakeCommand(at('one'), 'export', at('x.ndjson'))
    expect(answer.lines).toEqual([expect.stringContaining('6 documents and no pictures or files')])
    expect(readFileSync(at('x.ndjson'), 'utf8')).not.toContain('image-')
    await lakeCommand(at('one'), 'export', at('raw.ndjson'), '--raw')
    expect(readFileSync(at('raw.ndjson'), 'utf8').trim().split('\n')).toHaveLength(9)
    expect(await lakeCommand(at('two'), 'import', at('x.ndjson'))).toMatchObject(done)
    expect((await lakeCommand(at('two'), 'status')).lines).toContain('  documents: 6')
  })

  test('writes over no file unasked, and leaves none that is in pieces', async () => {
    await lakeCommand(at('one'), 'export', at('x.tar.gz'))
    const refused = await lakeCommand(at('one'), 'export', at('x.tar.gz'))
    expect(refused).toMatchObject({code: 2, complaint: expect.stringContaining('exists already')})
    expect(await lakeCommand(at('one'), 'export', at('x.tar.gz'), '--overwrite')).toMatchObject(done)

    const {client} = await start(at('one'))
    await fill(client)
    const [blob = ''] = readdirSync(at('one/blobs'))
    writeFileSync(at(`one/blobs/${blob}`), 'damaged')
    const failed = await lakeCommand(at('one'), 'export', at('y.tar.gz'))
    expect(failed).toMatchObject({code: 1, complaint: expect.stringContaining('was not written')})
    expect(readdirSync(folder).filter((name) => name.startsWith('y.'))).toEqual([])
  })
})

describe('an import', () => {
  const file = (documents: object[]) => {
    const path = at(`in-${readdirSync(folder).length}.ndjson`)
    writeFileSync(path, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
    return path
  }
  const rest = () =>
    file([
      {_id: 'a', _type: 'thing', n: 2},
      {_id: 'b', _type: 'thing', n: 2},
    ])
  const all = (client: SanityClient) => client.fetch('*[_type == "thing"] | order(_id) {_id, n}')

  test('touches nothing that is there, unless told to replace it or to add what is missing', async () => {
    const {client} = await start(at('one'))
    await client.create({_id: 'a', _type: 'thing', n: 1})
    const refused = await lakeCommand(at('one'), 'import', rest())
    expect(refused.code).toBe(1)
    expect(refused.complaint).toContain('Document by ID "a" already exists')
    expect(refused.complaint).toContain('To write over documents that are there use --replace')
    expect(refused.complaint).toContain('Nothing was changed')
    expect(await all(client)).toEqual([{_id: 'a', n: 1}])
    expect(await lakeCommand(at('one'), 'import', rest(), '--missing')).toMatchObject(done)
    expect(await all(client)).toEqual([
      {_id: 'a', n: 1},
      {_id: 'b', n: 2},
    ])
    expect(await lakeCommand(at('one'), 'import', rest(), '--replace')).toMatchObject(done)
    expect(await all(client)).toEqual([
      {_id: 'a', n: 2},
      {_id: 'b', n: 2},
    ])
  })

  /** More than one batch, with a picture at the end that cannot be had. */
  async function doomed() {
    const picture = at('seen.png')
    writeFileSync(picture, await plain('#fff', 4, 4))
    const image = (url: string) => ({_type: 'image', _sanityAsset: `image@${url}`})
    const text = 'x'.repeat(60_000)
    const many = Array.from({length: 12}, (_, n) => ({_id: `a${n}`, _type: 'thing', n, text, to: reference('a0')}))
    return file([
      ...many,
      {_id: 'seen', _type: 'thing', image: image(pathToFileURL(picture).href)},
      {_id: 'lost', _type: 'thing', image: image(pathToFileURL(at('nowhere.png')).href)},
    ])
  }

  test('that fails half-way leaves the lake as it was', async () => {
    const {client} = await start(at('one'))
    await client.create({_id: 'a3', _type: 'thing', n: 'old'})
    await client.create({_id: 'mine', _type: 'thing', n: 'mine'})
    const before = await client.fetch('*[true] | order(_id) {..., "_rev": 0, "_updatedAt": 0}')
    const failed = await lakeCommand(at('one'), 'import', await doomed(), '--replace')
    expect(failed.code).toBe(1)
    expect(failed.complaint).toContain('The import failed')
    expect(failed.complaint).toMatch(/is as it was: \d+ documents that had arrived went again\./)
    expect(await client.fetch('*[true] | order(_id) {..., "_rev": 0, "_updatedAt": 0}')).toEqual(before)
  })

  test('that fails half-way in a hosted project says what has arrived', async () => {
    const {hosted, env} = await startHosted()
    const path = await doomed()
    const failed = await lakeCommandWith(env, at('one'), 'import', path, '--hosted')
    expect(failed.code).toBe(1)
    expect(failed.complaint).toMatch(/\d+ documents \(assets among them\) had arrived/)
    const arrived = readFileSync(`${path}.arrived.txt`, 'utf8').trim().split('\n').sort()
    const client = hosted.client('viewer').withConfig({projectId: 'abc123de', dataset: 'live'})
    expect(arrived).toEqual(await client.fetch('*[true]._id | order(@)'))
    expect(existsSync(at('one'))).toBe(false)
  })

  test('that is interrupted leaves the lake as it was', async () => {
    const {client, log} = await start(at('one'))
    const text = 'x'.repeat(250_000)
    const path = file(Array.from({length: 60}, (_, n) => ({_id: `a${n}`, _type: 'thing', text})))
    const child = spawn(process.execPath, ['sanity/lake/cli.ts', 'import', path, '--data', at('one')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const complaint = textOf(child.stderr)
    await log.find(({path: seen}) => String(seen).includes('/data/mutate/'))
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(await complaint).toMatch(/it was interrupted\n.*(is as it was|Nothing was changed)/s)
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('of what is no export changes nothing and says why', async () => {
    const {client} = await start(at('one'))
    const broken: [string, string | Buffer][] = [
      ['x.tar.gz', Buffer.from('not gzip at all, and no JSON either')],
      ['y.ndjson', '{"_id": "a", "_type": "thing"}\n{"_id": "b"'],
      ['z.ndjson', '{"_id": "a"}\n'],
      ['twice.ndjson', '{"_id": "a", "_type": "thing"}\n{"_id": "a", "_type": "thing"}\n'],
    ]
    for (const [name, content] of broken) {
      writeFileSync(at(name), content)
      const {code, complaint} = await lakeCommand(at('one'), 'import', at(name))
      expect([name, code]).toEqual([name, 1])
      expect(complaint).toContain('Nothing was changed')
      expect(complaint).not.toContain('    at ')
    }
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test.each<[string[], string]>([
    [['import'], 'Say what to import'],
    [['import', 'nowhere.tar.gz'], 'There is no file nowhere.tar.gz'],
    [['import', 'README.md'], 'Say what to import'],
    [['import', 'package.ndjson', '--replace', '--missing'], 'contradict each other'],
    [['export'], 'Say where to'],
    [['export', 'content.zip'], 'Say where to'],
    [['export', 'never.tar.gz', '--hosted'], 'SANITY_PROJECT_ID'],
  ])('%j is refused in a sentence', async (args, sentence) => {
    const {code, complaint} = await lakeCommand(at('one'), ...args)
    expect(code).toBe(2)
    expect(complaint).toContain(sentence)
    expect(complaint.trim().split('\n')).toHaveLength(1)
    await rm(at('one'), {recursive: true, force: true})
  })
})
