/** A store that a lake without accounts has written. */
import {DatabaseSync} from 'node:sqlite'
import {expect, test} from '@jest/globals'
import {MIGRATIONS, migrate} from '../../../sanity/lake/schema'
import {hashOf} from '../../../sanity/lake/secret'
import {clientFor, startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'

/** The last schema without people. */
const BEFORE_PEOPLE = 2

test('keeps who was signed in, as the first administrator, and every token', async () => {
  const {folder, remove} = temporaryFolder('lake')
  const db = new DatabaseSync(`${folder}/lake.db`)
  migrate(db, MIGRATIONS.slice(0, BEFORE_PEOPLE))
  const insert = db.prepare("insert into token values (?, ?, ?, ?, 'administrator', ?, ?, null)")
  const now = Date.now()
  insert.run('session1', hashOf('skSession'), 'session', 'Local editor', now, now + 86_400_000)
  insert.run('session2', hashOf('skEnded'), 'session', 'Local editor', now - 2, now - 1)
  insert.run('token1', hashOf('skToken'), 'api', 'The importer', now, null)
  db.prepare("insert into one_time values ('a', 'link', ?)").run(now + 1000)
  db.close()

  const lake = await startLake({folder})
  expect(await clientFor(lake.url, 'skSession').users.getById('me')).toMatchObject({
    id: 'local-editor',
    name: 'Local editor',
    role: 'administrator',
  })
  expect(await clientFor(lake.url, 'skToken').users.getById('me')).toMatchObject({name: 'The importer', isRobot: true})
  await expect(clientFor(lake.url, 'skEnded').fetch('1')).rejects.toMatchObject({statusCode: 401})
  expect(lake.lake.admin.listTokens()).toMatchObject([{id: 'token1'}])
  expect(lake.lake.admin.listSessions('local-editor')).toMatchObject([{id: 'session1'}])
  expect(lake.lake.admin.endSession('session1')).toBe(true)
  await expect(clientFor(lake.url, 'skSession').fetch('1')).rejects.toMatchObject({statusCode: 401})
  await lake.stop()
  remove()
})
