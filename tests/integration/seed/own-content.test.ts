/** What the first start makes of a folder into which somebody has brought content of their own. */
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {commandOf} from '../../support/start-clinic'
import {temporaryFolder} from '../../support/temporary-folder'

const {folder, remove} = temporaryFolder('own-content')
const environment = {DATA_DIR: path.join(folder, 'data'), LAKE_PORT: '0', NEXT_PUBLIC_SANITY_PROJECT_ID: ''}
const lake = (...args: string[]) => commandOf(['server/lake.mjs', ...args], environment)

afterAll(remove)

test('the sample is not put beside content that was imported', async () => {
  const file = path.join(folder, 'own.ndjson')
  writeFileSync(file, `${JSON.stringify({_id: 'own', _type: 'condition', title: 'Our own'})}\n`)
  await lake('import', file)
  await lake('seed', '--once')
  const exported = path.join(folder, 'after.ndjson')
  await lake('export', exported, '--no-assets')
  const documents = readFileSync(exported, 'utf8').trim()
  expect(documents.split('\n').map((line) => JSON.parse(line)._id)).toEqual(['own'])
}, 60_000)
