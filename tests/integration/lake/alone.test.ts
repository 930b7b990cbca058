import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {cp, mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {text} from 'node:stream/consumers'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {WorkspaceOptions} from 'sanity'
import {lakeWorkspace} from '../../../sanity/lake/client/index'
import {collector} from '../../support/events'
import {plain} from '../../support/pictures'
import {clientFor} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'

/** All that a lake needs from npm; its README has the same list. */
const packages = [
  '@sanity/client',
  '@sanity/export',
  '@sanity/import',
  '@sanity/mutator',
  'blurhash',
  'groq-js',
  'sharp',
  'ws',
]

const {folder: project, remove} = temporaryFolder('alone')
const env = {PATH: process.env.PATH ?? '', HOME: project, NODE_ENV: 'production'} as const
const run = (...args: string[]) => spawn(process.execPath, ['lake/cli.ts', ...args], {cwd: project, env})

let served: ReturnType<typeof run>
let url: string

/** Another project's folder: the lake's files, the packages that it names, and nothing else of ours. */
beforeAll(async () => {
  await cp('sanity/lake', path.join(project, 'lake'), {recursive: true})
  await mkdir(path.join(project, 'node_modules/@sanity'), {recursive: true})
  for (const name of packages)
    await symlink(path.resolve('node_modules', name), path.join(project, 'node_modules', name))
  await writeFile(path.join(project, 'package.json'), '{"type": "module"}')
  served = run('--folder', 'content', '--port', '0')
  const lines = collector<{event?: string; url?: string}>()
  createInterface(served.stdout).on('line', (line) => lines.add(JSON.parse(line)))
  const complaint = text(served.stderr)
  const ended = once(served, 'exit').then(async () => {
    throw new Error(`The lake ended: ${await complaint}`)
  })
  ended.catch(() => {})
  url = String((await Promise.race([lines.find(({event}) => event === 'listening', 60_000), ended])).url)
})

afterAll(async () => {
  if (served.exitCode === null) {
    const gone = once(served, 'exit')
    served.kill('SIGTERM')
    await gone
  }
  remove()
})

async function command(...args: string[]): Promise<string[]> {
  const child = run(...args, '--folder', 'content')
  const [out, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (child.exitCode !== 0) throw new Error(complaint)
  return out.trim().split('\n')
}

describe('the lake by itself, in another folder', () => {
  test('is served with one flag, and serves the real client', async () => {
    const token = (await command('token', 'create', '--role', 'editor')).at(-1)
    const client = clientFor(url, token)
    const asset = await client.assets.upload('image', await plain('#0d5f5c', 6, 4), {filename: 'a.png'})
    await client.create({
      _id: 'a',
      _type: 'thing',
      image: {_type: 'image', asset: {_type: 'reference', _ref: asset._id}},
    })
    expect(await client.fetch('*[_type == "thing"]{"size": image.asset->metadata.dimensions.width}')).toEqual([
      {size: 6},
    ])
    await command('export', 'all.tar.gz')
    expect(await readdir(project)).toEqual(expect.arrayContaining(['all.tar.gz', 'content', 'lake']))
  })

  test('answers what it does not know with 501, in Sanity’s shape', async () => {
    const response = await fetch(`${url}/v2025-09-01/teleport/production`)
    expect(response.status).toBe(501)
    expect(await response.json()).toEqual({
      statusCode: 501,
      error: 'Not Implemented',
      message: 'GET /v2025-09-01/teleport/production is not supported by the embedded lake.',
    })
  })

  test('needs the packages that its README names, and no others', async () => {
    // What `client` needs besides comes with the Studio that it is a part of.
    const all = await readdir('sanity/lake', {recursive: true})
    const sources = all.filter((name) => name.endsWith('.ts') && !name.startsWith('client'))
    const used = new Set<string>()
    for (const name of sources) {
      const source = await readFile(path.join('sanity/lake', name), 'utf8')
      for (const [, specifier = ''] of source.matchAll(/^import (?!type )[^'"]*['"]([^.'"][^'"]*)['"]/gm)) {
        if (!specifier.startsWith('node:')) used.add(specifier)
      }
    }
    expect([...used].sort()).toEqual(packages)
    const readme = await readFile('sanity/lake/README.md', 'utf8')
    for (const name of packages) expect(readme).toContain(`\`${name}\``)
  })
})

test('any Studio speaks to a lake with one line in its workspace', () => {
  const workspace = {
    ...lakeWorkspace({lakeUrl: 'http://localhost:3939'}),
    ...{name: 'default', projectId: 'anything', dataset: 'production', basePath: '/studio', schema: {types: []}},
  } satisfies WorkspaceOptions
  expect(workspace.unstable_clientFactory({apiVersion: '2025-09-01', useCdn: false}).config().apiHost).toBe(
    'http://localhost:3939',
  )
})
