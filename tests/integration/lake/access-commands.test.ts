/** The command line about people, as its owner types it. */
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {type LakeProcess, lakeCommand, startLakeProcess} from '../../support/lake-process'
import {clientFor} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'
import {studioOf, Visitor} from '../../support/visitor'

const GOOD = 'seven purple teapots'

let folder: string
let remove: () => void
let lake: LakeProcess

beforeAll(async () => {
  const temporary = temporaryFolder('lake')
  folder = join(temporary.folder, 'store')
  remove = temporary.remove
  lake = await startLakeProcess(folder)
})

afterAll(async () => {
  await lake.end('SIGKILL')
  remove()
})

const run = (...args: string[]) => lakeCommand(folder, ...args)

async function lastLine(...args: string[]): Promise<string> {
  const {code, lines, complaint} = await run(...args)
  expect([code, complaint]).toEqual([0, ''])
  return lines.at(-1) ?? ''
}

describe('the command line', () => {
  test('invites somebody, shows them, changes what they may, and removes them', async () => {
    const url = await lastLine('invite', '--role', 'editor', '--email', 'maria@clinic.example', '--name', 'Maria')
    expect(await lastLine('invitation', 'list')).toMatch(/^\w+ {2}editor {2}"Maria" {2}maria@clinic\.example {2}until /)
    const browser = new Visitor(lake.url)
    const code = new URL(url).searchParams.get('code') ?? ''
    const sent = await browser.post('/v1/auth/invite', {code, name: 'Maria', password: GOOD, repeat: GOOD})
    const studio = await studioOf(lake.url, sent)
    expect(await lastLine('invitation', 'list')).toBe('No invitation is open.')
    expect(await lastLine('user', 'list')).toMatch(
      /^\w+ {2}editor {2}"Maria" {2}maria@clinic\.example {2}has a password$/,
    )

    expect(await lastLine('user', 'role', 'maria@clinic.example', '--role', 'viewer')).toContain(
      'The role of Maria is changed',
    )
    await expect(studio.create({_type: 'thing'})).rejects.toMatchObject({statusCode: 403})
    const listed = await lastLine('session', 'list', 'maria@clinic.example')
    expect(listed).toMatch(/^\w+ {2}"Maria" {2}Other program {2}since /)
    expect(await lastLine('session', 'end', listed.split(' ')[0] ?? '')).toContain('is ended')
    await expect(studio.fetch('1')).rejects.toMatchObject({statusCode: 401})

    const reset = await lastLine('user', 'reset', 'maria@clinic.example')
    expect((await browser.get(reset)).text).toContain('For Maria.')
    const link = await lastLine('link', 'maria@clinic.example')
    expect((await browser.get(link)).status).toBe(303)
    expect(await lastLine('session', 'end-all', 'maria@clinic.example')).toBe('1 session is ended.')
    expect(await lastLine('user', 'disable', 'maria@clinic.example')).toContain('Maria is signed out everywhere')
    expect(await lastLine('user', 'list')).toMatch(/disabled$/)
    expect(await lastLine('user', 'enable', 'maria@clinic.example')).toContain('may sign in again')
    expect(await lastLine('user', 'remove', 'maria@clinic.example')).toContain('The history keeps the name')
    expect(await lastLine('user', 'list')).toMatch(/^local-editor {2}administrator/)
  })

  test('manages origins, and whether the dataset is public', async () => {
    expect(await lastLine('cors', 'add', 'https://app.example.org', '--credentials')).toBe(
      'https://app.example.org may use the lake, with credentials.',
    )
    const headers = {origin: 'https://app.example.org'}
    const response = await fetch(`${lake.url}/v1/ping`, {headers})
    expect(response.headers.get('access-control-allow-credentials')).toBe('true')
    expect((await run('cors', 'list')).lines).toEqual([
      'http://localhost:3000  with credentials  (from the start)',
      'https://app.example.org  with credentials',
    ])
    expect(await lastLine('cors', 'remove', 'https://app.example.org')).toContain('may not use the lake any more')
    expect(await lastLine('dataset', 'visibility')).toContain('The dataset is public')
    expect(await lastLine('dataset', 'visibility', 'private')).toContain('The dataset is private')
    await expect(clientFor(lake.url).fetch('*')).rejects.toThrow('This dataset is private')
    await lastLine('dataset', 'visibility', 'public')
    expect(await clientFor(lake.url).fetch('*')).toEqual([])
  })

  test.each<[string[], number, string]>([
    [['invite'], 2, 'Give who is invited a role'],
    [['invite', '--role', 'editor', '--email', 'maria'], 1, 'Enter an e-mail address'],
    [['invite', '--role', 'editor', '--expires', '99999999'], 1, 'at most 30 days'],
    [['user'], 2, 'The lake knows no "user"'],
    [['user', 'remove'], 2, 'Say who'],
    [['user', 'remove', 'nobody@x.example'], 1, 'There is nobody "nobody@x.example"'],
    [['user', 'disable', 'local-editor'], 1, 'Local editor is the only administrator'],
    [['session', 'end', 'x'], 2, 'There is no session "x"'],
    [['cors', 'add', 'example.org'], 1, 'is no origin'],
    [['cors', 'add', '*', '--credentials'], 1, 'may not have credentials'],
    [['cors', 'remove', 'http://localhost:3000'], 1, 'is listed by the start'],
    [['dataset', 'visibility', 'secret'], 1, 'A dataset is public or private.'],
    [['serve', '--visibility', 'secret'], 2, 'is no visibility'],
  ])('%j is refused in a sentence', async (args, expected, sentence) => {
    const {code, complaint} = await run(...args)
    expect([code, complaint]).toEqual([expected, expect.stringContaining(sentence)])
    expect(complaint).not.toContain('    at ')
  })
})
