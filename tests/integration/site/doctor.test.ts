/** `npm run doctor` before a site that is well, and before sites that are not. */
import {chmodSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {createLake} from '../../../sanity/lake/lake'
import {condition, publishSmallClinic} from '../../support/sample'
import {commandWithCode} from '../../support/start-clinic'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

let site: StartedSite
let tokenFile: string

/** The lines it prints, by subject, as `state text`; and the code it ends with. */
async function doctor(settings: Record<string, string> = {}) {
  const {said, code} = await commandWithCode(['server/doctor.mjs'], {
    HOST: '127.0.0.1',
    PORT: new URL(site.url).port,
    LAKE_PORT: String(site.between.port),
    DATA_DIR: site.dataDir,
    SITE_URL: 'https://clinic.example',
    NEXT_PUBLIC_SANITY_PROJECT_ID: '',
    SANITY_API_READ_TOKEN: '',
    ...settings,
  })
  const lines = [...said.matchAll(/^(ok|attention|broken) +(\S+(?: \S+)*) {2,}(.*)$/gm)]
  const found = new Map(lines.map(([, state, subject = '', text]) => [subject, `${state}: ${text}`]))
  return {found, said, code}
}

beforeAll(async () => {
  site = await startSite()
  await publishSmallClinic(site.lake.client('editor'))
  await until(async () => (await site.get('/conditions/neck-pain')).status === 200, 'the first pages')
  await until(async () => JSON.parse((await site.get('/api/health')).html).pending === 0, 'the publications')
  tokenFile = path.join(site.dataDir, 'secrets', 'site-read-token')
  chmodSync(path.join(site.dataDir, 'secrets'), 0o700)
  for (const name of ['site-read-token', 'revalidate-secret'])
    chmodSync(path.join(site.dataDir, 'secrets', name), 0o600)
}, 120_000)

afterAll(() => site.close())

describe('the doctor', () => {
  it('finds a site that is well in order', async () => {
    const {found, code} = await doctor()
    const {Node, 'Disk space': disk, ...others} = Object.fromEntries(found)
    expect(Node).toMatch(/^(?:ok|attention): \d+\.\d+\.\d+ runs the product/)
    expect(disk).toMatch(/ GB free/)
    expect(others).toEqual({
      Settings: 'ok: content comes from the embedded Content Lake',
      'Public address': 'ok: https://clinic.example',
      'Data folder': `ok: ${site.dataDir}, closed to other users`,
      Site: expect.stringMatching(/^ok: is ready: \d+ of \d+ pages warm, no publication pending$/),
      'Content Lake': `ok: answers at http://127.0.0.1:${site.between.port}`,
      'Sample content': 'ok: none is left',
      Notices: expect.stringMatching(
        /^attention: not published: notice of nondiscrimination, .*, accessibility statement\./,
      ),
      // This site's lake keeps its store elsewhere.
      'Content store': `attention: ${path.join(site.dataDir, 'lake')} holds none yet: the first start makes it`,
      Questions: expect.stringMatching(/^ok: /),
      'Recovery key': expect.stringMatching(/^attention: is not on paper yet/),
      'Mail to staff': expect.stringMatching(/^attention: Nobody is told of questions by mail/),
    })
    expect(code).toBe(0)
  })

  it('advises, without calling it a failure', async () => {
    chmodSync(tokenFile, 0o644)
    await site.lake.client('editor').create({...condition('from-the-sample'), sample: true})
    const {found, code} = await doctor({SITE_URL: ''})
    expect(found.get('Data folder')).toBe(
      `attention: other users of this machine may look into it: chmod -R go= ${tokenFile}`,
    )
    expect(found.get('Public address')).toMatch(/^attention: http:\/\/localhost:\d+: .*Set SITE_URL/)
    expect(found.get('Sample content')).toMatch(/^attention: 1 sample document .*npm run lake -- seed --remove/)
    expect(code).toBe(0)
    chmodSync(tokenFile, 0o600)
  })

  it.each([
    ['refuse', /^broken: does not answer at .*"npm start" starts it; its log is/],
    ['error 500', /^broken: answers 500 at /],
    ['an empty object', /^broken: .* answers with nonsense/],
    ['a login page', /^broken: /],
  ] as const)('calls it broken where the lake fails: %s', async (fault, what) => {
    site.between.become(fault)
    const {found, code} = await doctor()
    site.between.become('well')
    expect(found.get('Content Lake')).toMatch(what)
    expect(found.get('Site')).toMatch(/^broken: the Content Lake (?:does not answer|answers with nonsense)/)
    expect(found.has('Sample content')).toBe(false)
    expect(code).toBe(1)
  })

  it('says which token the lake refuses, and how to get another', async () => {
    const token = readFileSync(tokenFile, 'utf8')
    writeFileSync(tokenFile, 'sk-unknown')
    const {found, code} = await doctor()
    writeFileSync(tokenFile, token)
    expect(found.get('Content Lake')).toMatch(/^broken: refuses the token in DATA_DIR\/secrets\/site-read-token/)
    expect(code).toBe(1)
  })

  it('examines the store of the embedded lake', async () => {
    const folder = path.join(site.dataDir, 'lake')
    await (await createLake({folder})).close()
    const {found, code} = await doctor()
    expect(found.get('Content store')).toMatch(/^ok: is sound/)
    expect(found.get('Store versions')).toMatch(/^ok: store \d+, lake \d+/)
    expect(found.get('References')).toMatch(/^ok: /)
    expect(found.get('Uploaded files')).toBe('ok: 0, all whole')
    expect(found.get('Backup')).toMatch(/^attention: there was none yet/)
    expect(code).toBe(0)
    writeFileSync(path.join(folder, 'lake.db'), 'no store at all, but long enough to be looked at'.repeat(100))
    const damaged = await doctor()
    expect(damaged.found.get('Content store')).toMatch(/^broken: .*restore the last backup/)
    expect(damaged.code).toBe(1)
    rmSync(folder, {recursive: true})
  })

  it('names settings that cannot be used', async () => {
    const {found, said, code} = await doctor({LAKE_PORT: 'many', SITE_URL: 'clinic.example'})
    expect(found.get('Settings')).toMatch(/^broken: .*LAKE_PORT must be a port number.*SITE_URL must be an address/)
    expect(said).not.toMatch(/\n\s+at /)
    expect(code).toBe(1)
  })

  it('says that nothing runs where nothing runs', async () => {
    await site.kill()
    const {found, code} = await doctor()
    expect(found.get('Site')).toMatch(/^broken: does not answer at .*"npm start" starts it/)
    expect(found.get('Content Lake')).toMatch(/^ok: /)
    expect(code).toBe(1)
  })
})
