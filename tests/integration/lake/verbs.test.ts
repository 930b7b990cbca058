/** Every verb of the command line beside a running lake: none may want the store for itself. */
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {type LakeProcess, lakeCommand, startLakeProcess} from '../../support/lake-process'
import {temporaryFolder} from '../../support/temporary-folder'

let root: string
let folder: string
let remove: () => void
let lake: LakeProcess
let help: string

beforeAll(async () => {
  const temporary = temporaryFolder('verbs')
  root = temporary.folder
  remove = temporary.remove
  folder = path.join(root, 'store')
  lake = await startLakeProcess(folder)
  help = (await lakeCommand(folder, 'help')).lines.join('\n')
})

afterAll(async () => {
  await lake.end('SIGKILL')
  remove()
})

/** Each with what it needs; `nobody` is nobody's id, so that a verb may also answer that there is none. */
const verbs = [
  'status',
  'link',
  'token create --role viewer',
  'token list',
  'token revoke nobody',
  'invite --role editor --name Somebody',
  'invitation list',
  'invitation withdraw nobody',
  'user list',
  'user role nobody --role viewer',
  'user disable nobody',
  'user enable nobody',
  'user remove nobody',
  'user reset nobody',
  'session list',
  'session end nobody',
  'session end-all nobody',
  'cors list',
  'cors add https://studio.example',
  'cors remove https://studio.example',
  'dataset visibility',
  'webhook create --name one --url http://127.0.0.1:9/',
  'webhook list',
  'webhook update nobody --name other',
  'webhook enable nobody',
  'webhook disable nobody',
  'webhook log nobody',
  'webhook redeliver 1',
  'webhook delete nobody',
  'export FILE.ndjson',
  'import FILE.ndjson --missing',
  'backup FOLDER',
  'restore nowhere',
  'doctor',
  'serve --port 0',
]

test('the list is that of the help', () => {
  const named = [...(help.split('\nRoles:')[0] ?? '').matchAll(/^ {2}([a-z]+)(?= |$)/gm)].map(([, verb]) => verb)
  expect(new Set(verbs.map((verb) => verb.split(' ')[0])).add('help')).toEqual(new Set(named))
})

test.each(verbs)('%s', async (verb) => {
  const args = verb.replace('FILE', path.join(root, 'content')).replace('FOLDER', path.join(root, 'backups')).split(' ')
  const {code, lines, complaint} = await lakeCommand(folder, ...args)
  const said = `${lines.join('\n')}\n${complaint}`
  if (verb.startsWith('serve')) {
    expect({code, complaint}).toEqual({code: 1, complaint: expect.stringContaining('Another lake already runs')})
    return
  }
  expect(said).not.toMatch(/Another lake already runs|No lake is running|\n +at /)
  if (verb.startsWith('restore')) expect(said).toContain('holds no backup')
  else if (!verb.includes('nobody') && !verb.includes('redeliver')) expect({code, complaint}).toMatchObject({code: 0})
})
