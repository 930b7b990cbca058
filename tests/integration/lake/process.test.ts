import {fork} from 'node:child_process'
import {once} from 'node:events'
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {type LakeProcess, lakeCommand, startLakeProcess} from '../../support/lake-process'
import {clientFor, startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'

let folder: string
let remove: () => void
const running: LakeProcess[] = []

beforeEach(() => {
  const temporary = temporaryFolder('lake')
  folder = join(temporary.folder, 'store')
  remove = temporary.remove
})

afterEach(async () => {
  for (const lake of running.splice(0)) await lake.end('SIGKILL')
  remove()
})

async function start(...flags: string[]): Promise<LakeProcess> {
  const lake = await startLakeProcess(folder, ...flags)
  running.push(lake)
  return lake
}

async function newToken(role: string): Promise<string> {
  const {lines} = await lakeCommand(folder, 'token', 'create', '--role', role)
  return lines.at(-1) ?? ''
}

describe('the command line', () => {
  test('asks a running lake, and its tokens work at once', async () => {
    const {url} = await start()
    const created = await lakeCommand(folder, 'token', 'create', '--role', 'editor', '--name', 'The importer')
    expect(created.lines.at(-1)).toMatch(/^sk[\w-]{40,}$/)
    const client = clientFor(url, created.lines.at(-1))
    expect(await client.create({_id: 'made', _type: 'thing'})).toHaveProperty('_rev')

    const listed = await lakeCommand(folder, 'token', 'list')
    expect(listed.lines).toEqual([expect.stringMatching(/^\w+ {2}api {2}editor {2}"The importer" .* no end /)])
    const id = listed.lines[0]?.split(' ')[0] ?? ''
    expect(await lakeCommand(folder, 'token', 'revoke', id)).toMatchObject({code: 0})
    await expect(client.fetch('1')).rejects.toMatchObject({statusCode: 401})

    const status = await lakeCommand(folder, 'status')
    expect(status.lines).toEqual(
      expect.arrayContaining([`A lake is running on ${folder}.`, '  documents: 1', `  url: ${url}`]),
    )
    const link = await lakeCommand(folder, 'link')
    expect(link.lines.at(-1)).toMatch(new RegExp(`^${url}/v1/auth/link\\?code=[\\w-]{40,}$`))
    expect((await fetch(link.lines.at(-1) ?? '', {redirect: 'manual'})).status).toBe(303)
  })

  test('opens the store itself where no lake runs', async () => {
    const created = await lakeCommand(folder, 'token', 'create', '--role', 'viewer', '--expires', '3600')
    expect(created).toMatchObject({code: 0})
    expect((await lakeCommand(folder, 'status')).lines[0]).toBe(`No lake is running on ${folder}.`)
    const {url} = await start()
    expect(await clientFor(url, created.lines.at(-1)).fetch('count(*)')).toBe(0)
  })

  test.each<[string[], string]>([
    [['token', 'create'], 'Give the token a role'],
    [['token', 'create', '--role', 'king'], 'Give the token a role'],
    [['token', 'create', '--role', 'editor', '--expires', 'soon'], 'not a number of seconds'],
    [['token', 'revoke'], 'Say which token'],
    [['token', 'revoke', 'nobody'], 'There is no token "nobody"'],
    [['fly'], 'The lake knows no "fly"'],
    [['serve', '--port', 'many'], '"many" is not a port'],
    [['serve', '--public-url', 'localhost'], 'is not a web address'],
    [['serve', '--webhook-url', 'http://localhost:1'], 'needs --webhook-secret-file'],
    [['status', '--colour', 'red'], "Unknown option '--colour'"],
  ])('%j is refused in a sentence, without a stack', async (args, sentence) => {
    const {code, complaint} = await lakeCommand(folder, ...args)
    expect(code).toBe(2)
    expect(complaint).toContain(sentence)
    expect(complaint).not.toContain('    at ')
  })

  test('explains itself', async () => {
    const {code, lines} = await lakeCommand(folder, 'help')
    expect(code).toBe(0)
    expect(lines.join('\n')).toContain('token create --role editor')
  })
})

describe('the process', () => {
  test('keeps its folder to its owner and to itself', async () => {
    await start()
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'lake.sock'))).mode & 0o777).toBe(0o600)
    const second = await lakeCommand(folder, 'serve', '--port', '0')
    expect(second.code).toBe(1)
    expect(second.complaint).toContain(`Another lake already runs on the folder ${folder}.`)
    await expect(startLake({folder})).rejects.toThrow('Another lake already runs')
  })

  test('says which port is taken', async () => {
    const {url} = await start()
    const other = temporaryFolder('lake')
    const {code, complaint} = await lakeCommand(other.folder, 'serve', '--port', new URL(url).port)
    other.remove()
    expect(code).toBe(1)
    expect(complaint).toContain('is something else using the port?')
  })

  test('works in a folder whose path is too long for a socket', async () => {
    folder = join(folder, 'a-long-name'.repeat(10))
    await start()
    expect((await lakeCommand(folder, 'status')).lines[0]).toBe(`A lake is running on ${folder}.`)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('ends within a second of %s, also with a stream open', async (signal) => {
    const lake = await start()
    const stream = await fetch(`${lake.url}/v1/data/live/events/production`)
    await stream.body?.getReader().read()
    const {code, ms} = await lake.end(signal)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(1500)
  })

  test('ends when the launcher that started it is gone', async () => {
    const lake = await start()
    const gone = once(lake.process, 'exit')
    lake.process.disconnect()
    expect(await gone).toEqual([0, null])
  })

  test('tells the launcher where it listens', async () => {
    const child = fork('sanity/lake/cli.ts', ['serve', '--data', folder, '--port', '0'], {silent: true, execArgv: []})
    const [message] = await once(child, 'message')
    expect(message).toMatchObject({event: 'listening', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)})
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  })

  test('logs requests without what is secret in them', async () => {
    const lake = await start()
    const token = await newToken('viewer')
    await clientFor(lake.url, token).fetch('*[title == $word]', {word: 'confidential'})
    await fetch(`${lake.url}/v1/auth/link?code=some-code`)
    await lake.log.find(({path}) => path === '/v1/auth/link')
    const line = await lake.log.find(({path}) => path === '/v2025-09-01/data/query/production')
    expect(line).toMatchObject({method: 'GET', status: 200, ms: expect.any(Number)})
    expect(JSON.stringify(lake.log.items)).not.toMatch(new RegExp(`${token}|confidential|some-code`))
  })
})

describe('the store', () => {
  test('of a newer lake is refused', async () => {
    await (await start()).end('SIGTERM')
    const db = new DatabaseSync(join(folder, 'lake.db'))
    db.exec('pragma user_version = 99')
    db.close()
    const {code, complaint} = await lakeCommand(folder, 'serve', '--port', '0')
    expect(code).toBe(1)
    expect(complaint).toMatch(/schema 99 and this lake knows \d+: a newer version wrote it/)
  })
})
