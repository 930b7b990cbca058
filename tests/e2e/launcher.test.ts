/** `npm start` as a machine sees it: addresses, health, ends, copies side by side, and a clinic without the sample. */
import {descendantsOf, isAlive} from '../support/processes'
import {type Clinic, commandOf, ended, launch, startClinic, startPatience} from '../support/start-clinic'
import {until} from '../support/until'

jest.setTimeout(startPatience * 2)

let clinic: Clinic

beforeAll(async () => {
  clinic = await startClinic()
})
afterAll(() => clinic?.stop())

const health = async () => {
  const response = await fetch(`${clinic.siteUrl}/api/health`)
  return {status: response.status, ...(await response.json())}
}

const textAt = async (address: string) => (await fetch(address)).text()

describe('the launcher', () => {
  it('says what it does, how far it is and where everything is', () => {
    const said = clinic.printed()
    expect(said).toContain('Starting the Content Lake: done')
    expect(said).toMatch(/\d+ of \d+ pages are ready\./)
    expect(said).toContain(`The clinic's site    ${clinic.siteUrl}`)
    expect(said).toContain(`The Studio           ${clinic.siteUrl}/studio`)
    expect(clinic.signInLink).toMatch(/^http:\/\/localhost:\d+\/v1\/auth\/link\?code=/)
  })

  it('serves a clinic whose health is good', async () => {
    expect(await health()).toMatchObject({status: 'ready', site: 'ready', lake: 'ready'})
    expect(await textAt(`${clinic.siteUrl}/conditions/back-pain`)).toContain('Interventional pain medicine physicians')
  })

  it('prints a token alone on its last line, and the token writes', async () => {
    const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1) ?? ''
    expect(token).toMatch(/^\S{20,}$/)
    const mutate = (authorization: Record<string, string>) =>
      fetch(`http://localhost:${clinic.lakePort}/v2025-09-01/data/mutate/production`, {
        method: 'POST',
        headers: {'content-type': 'application/json', ...authorization},
        body: JSON.stringify({mutations: [{create: {_type: 'source', title: 'By token', publisher: 'A test'}}]}),
      })
    expect((await mutate({})).status).toBe(401)
    expect((await mutate({authorization: `Bearer ${token}`})).status).toBe(200)
  })

  it('runs a second copy beside the first on one build, and neither sees the other’s pages', async () => {
    const other = await startClinic('--empty')
    try {
      expect((await fetch(`${other.siteUrl}/conditions/back-pain`)).status).toBe(404)
      expect((await fetch(`${clinic.siteUrl}/conditions/back-pain`)).status).toBe(200)
      expect(await textAt(other.siteUrl)).not.toContain('Maple Hollow')
      expect(await textAt(`${other.siteUrl}/conditions`)).toContain(other.siteUrl)
      expect(await textAt(`${clinic.siteUrl}/conditions`)).not.toContain(other.siteUrl)
    } finally {
      await other.stop()
    }
  })

  it('refuses to start twice in one place, in a sentence', async () => {
    await expect(launch(clinic.environment)).rejects.toThrow(/Port \d+ cannot be used .*Is the site already running\?/)
    expect(await health()).toMatchObject({status: 'ready'})
  })

  it('starts the site again when it dies', async () => {
    const [site] = await siteProcesses()
    process.kill(site ?? 0, 'SIGKILL')
    await until(async () => !(await siteProcesses()).includes(site ?? 0), 'the old process to be gone')
    await until(async () => (await health()).status === 'ready', 'the new one')
    expect((await fetch(`${clinic.siteUrl}/conditions/back-pain`)).status).toBe(200)
  })

  it('takes the sample away on request, and leaves everything else', async () => {
    const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1)
    const own = {
      _id: 'condition-own',
      _type: 'condition',
      language: 'en',
      title: 'Our own page',
      summary: 'Ours.',
      slug: {current: 'our-own'},
    }
    await fetch(`http://localhost:${clinic.lakePort}/v2025-09-01/data/mutate/production`, {
      method: 'POST',
      headers: {'content-type': 'application/json', authorization: `Bearer ${token}`},
      body: JSON.stringify({mutations: [{createOrReplace: own}]}),
    })
    await clinic.lake('seed', '--remove')
    await until(
      async () => (await fetch(`${clinic.siteUrl}/conditions/sciatica`)).status === 404,
      'the sample to be gone',
    )
    await until(async () => (await fetch(`${clinic.siteUrl}/conditions/our-own`)).status === 200, 'the page of our own')
    expect(await textAt(clinic.siteUrl)).not.toContain('Maple Hollow')
  })

  it('comes back with its own content after a stop, without seeding again', async () => {
    await ended(clinic.launcher, 'SIGTERM')
    const again = await launch(clinic.environment)
    try {
      expect((await fetch(`${clinic.siteUrl}/conditions/our-own`)).status).toBe(200)
      expect((await fetch(`${clinic.siteUrl}/conditions/sciatica`)).status).toBe(404)
    } finally {
      await ended(again.launcher, 'SIGTERM')
    }
  })

  it('listens where HOST says, and nowhere else', async () => {
    const elsewhere = await launch({...clinic.environment, HOST: '127.0.0.2'})
    try {
      expect((await fetch(`http://127.0.0.2:${clinic.sitePort}/api/health`)).status).toBe(200)
      await expect(fetch(`http://127.0.0.1:${clinic.sitePort}/`)).rejects.toThrow()
      await expect(fetch(`http://127.0.0.1:${clinic.lakePort}/v1/ping`)).rejects.toThrow()
    } finally {
      await ended(elsewhere.launcher, 'SIGTERM')
    }
  })

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('leaves no process behind after %s', async (signal) => {
    const started = await launch(clinic.environment)
    const processes = descendantsOf(started.launcher.pid ?? 0)
    expect(processes.length).toBeGreaterThanOrEqual(2)
    await ended(started.launcher, signal)
    await until(() => !processes.some(isAlive), `${processes.join(', ')} to end`, 15_000)
  })

  it('leaves no process behind when npm, which started it, is told to end', async () => {
    const started = await launch(clinic.environment, [], ['npm', 'start'])
    const processes = descendantsOf(started.launcher.pid ?? 0)
    expect(processes.length).toBeGreaterThanOrEqual(3)
    await ended(started.launcher, 'SIGTERM')
    await until(() => !processes.some(isAlive), `${processes.join(', ')} to end`, 15_000)
  })

  it('tells somebody who asks what the commands are', async () => {
    const help = await commandOf(['server/lake.mjs', 'help'], clinic.environment)
    for (const verb of ['token create --role editor', 'seed --remove']) expect(help).toContain(verb)
  })
})

/** The launcher's children that listen for the site: the ones that run server/site.ts. */
async function siteProcesses(): Promise<number[]> {
  const {readFileSync} = await import('node:fs')
  return descendantsOf(clinic.launcher.pid ?? 0).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server/site.ts')
    } catch {
      return false
    }
  })
}
