/** What somebody would try who wants in, or wants somebody else's browser to do things. */
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {WebSocket} from 'ws'
import {type StartedLake, startLake} from '../../support/start-lake'
import {sidIn, studioOf, tokenFor, Visitor} from '../../support/visitor'

const studioUrl = 'http://localhost:3000/studio'
const GOOD = 'seven purple teapots'
const WRONG = 'eleven quiet bicycles'
const EMAIL = 'maria@clinic.example'

let lake: StartedLake
let now: number

beforeEach(async () => {
  now = Date.now()
  lake = await startLake({studioUrl, now: () => now})
})

afterEach(() => lake.close())

/** A browser that comes from an address of the network: the test is the proxy on this machine that says so. */
const from = (address: string, headers: Record<string, string> = {}) =>
  new Visitor(lake.url, {'x-forwarded-for': address, ...headers})

let number = 0
/** One that nobody has failed from. */
const fresh = () => from(`198.51.100.${++number % 250}`)

async function maria(role: 'administrator' | 'editor' = 'editor') {
  const {url} = lake.lake.admin.invite({role, email: EMAIL, name: 'Maria', lifetimeSeconds: null})
  const browser = fresh()
  const code = new URL(url).searchParams.get('code') ?? ''
  const sent = await browser.post('/v1/auth/invite', {code, name: 'Maria', password: GOOD, repeat: GOOD})
  return {browser, sent}
}

describe('guessing a password', () => {
  test('of one account takes longer and longer, from wherever it is tried, and says how long', async () => {
    await maria()
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      const {status, headers, text} = await fresh().signIn(EMAIL, WRONG)
      if (status !== 429) continue
      const seconds = Number(headers.get('retry-after'))
      expect(text).toMatch(/Wait \d+ (seconds|minutes), then try again/)
      expect(text).toContain('role="alert"')
      waits.push(seconds)
      now += seconds * 1000
    }
    expect(waits).toEqual([2, 4, 8, 16])
    // While it waits nothing is heard, the right password neither: else guessing could go on in between.
    await fresh().signIn(EMAIL, WRONG)
    expect((await fresh().signIn(EMAIL, GOOD)).status).toBe(429)
    now += 60_000
    expect((await fresh().signIn(EMAIL, GOOD)).status).toBe(303)
    expect((await fresh().signIn(EMAIL, WRONG)).status).toBe(401)
  })

  test('never shuts the owner out for more than a quarter of an hour', async () => {
    await maria()
    let longest = 0
    for (let attempt = 0; attempt < 40; attempt++) {
      const {headers} = await fresh().signIn(EMAIL, WRONG)
      const seconds = Number(headers.get('retry-after') ?? 0)
      longest = Math.max(longest, seconds)
      now += seconds * 1000
    }
    expect(longest).toBe(900)
    expect((await fresh().get(lake.lake.admin.createLink({who: EMAIL}).url)).status).toBe(303)
  })

  test('of accounts that do not exist is held up in the same way', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 6; attempt++)
      statuses.push((await fresh().signIn('nobody@x.example', WRONG)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('side by side gains nothing over one after the other', async () => {
    await maria()
    const answers = await Promise.all(Array.from({length: 12}, () => fresh().signIn(EMAIL, WRONG)))
    expect(answers.filter(({status}) => status === 401)).toHaveLength(5)
  })

  test('of many accounts from one address is held up too, and an account of one’s own does not clear the way', async () => {
    await maria()
    const spray = (attempt: number) => from('203.0.113.7').signIn(`user${attempt}@x.example`, WRONG)
    let refused = 0
    for (let attempt = 0; attempt < 29; attempt++) if ((await spray(attempt)).status === 401) refused++
    expect(refused).toBe(29)
    expect((await from('203.0.113.7').signIn(EMAIL, GOOD)).status).toBe(303)
    await spray(100)
    expect((await spray(101)).status).toBe(429)
    expect((await fresh().signIn(EMAIL, GOOD)).status).toBe(303)
  })

  test('an address of one’s own choosing in front does not help: the last one counts', async () => {
    for (let attempt = 0; attempt < 30; attempt++) {
      await from(`10.0.0.${attempt}, 203.0.113.9`).signIn(`user${attempt}@x.example`, WRONG)
    }
    expect((await from('10.9.9.9, 203.0.113.9').signIn('a@x.example', WRONG)).status).toBe(429)
  })

  test('with the cookie of somebody signed in is held up as well', async () => {
    const {browser} = await maria()
    const statuses: number[] = []
    for (let attempt = 0; attempt < 6; attempt++) {
      statuses.push((await browser.act('account', 'profile', {name: 'X', email: EMAIL, current: WRONG})).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })

  test('leaves no address anywhere: not in the store, not in the log', async () => {
    const entries: unknown[] = []
    const logged = await startLake({log: (entry) => entries.push(entry)})
    const visitor = new Visitor(logged.url, {'x-forwarded-for': '203.0.113.77'})
    await visitor.signIn('someone@x.example', WRONG)
    await logged.stop()
    const {readFile, readdir} = await import('node:fs/promises')
    const files = (await readdir(logged.folder, {recursive: true, withFileTypes: true})).filter((file) => file.isFile())
    const bytes = await Promise.all(files.map((file) => readFile(`${file.parentPath}/${file.name}`, 'latin1')))
    expect(bytes.join('') + JSON.stringify(entries)).not.toMatch(/203\.0\.113\.77|someone@x\.example|eleven quiet/)
    await (await startLake({folder: logged.folder})).close()
  })
})

describe('finding out who has an account', () => {
  test('fails by time: as much work is done for nobody', async () => {
    await maria()
    const timed = async (email: string) => {
      const started = process.cpuUsage()
      await fresh().signIn(email, WRONG)
      const {user, system} = process.cpuUsage(started)
      return user + system
    }
    await timed('warm@x.example')
    const known = Math.min(await timed(EMAIL), await timed(EMAIL), await timed(EMAIL))
    const unknown = Math.min(await timed('a@x.example'), await timed('b@x.example'), await timed('c@x.example'))
    // Work of the processor, not time of the clock: without the dummy hash it is less than a tenth.
    expect(unknown).toBeGreaterThan(known / 2)
    expect(known).toBeGreaterThan(unknown / 2)
  })
})

describe('making somebody else’s browser act', () => {
  const evil = {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'}

  test('cannot sign it in as the attacker', async () => {
    await maria()
    for (const headers of [evil, {origin: 'null', 'sec-fetch-site': 'cross-site'}, {origin: 'https://evil.example'}]) {
      const sent = await fresh().post('/v1/auth/local', {email: EMAIL, password: GOOD}, headers)
      expect(sent.status).toBe(403)
      expect(sent.headers.getSetCookie()).toEqual([])
    }
    const same = await fresh().post(
      '/v1/auth/local',
      {email: EMAIL, password: GOOD},
      {origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site'},
    )
    expect(same.status).toBe(403)
  })

  test('cannot change an account, with or without the page’s own headers', async () => {
    const {browser, sent} = await maria('administrator')
    const studio = await studioOf(lake.url, sent)
    const {text} = await browser.get('/v1/auth/people')
    const proof = /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? ''
    for (const page of ['account', 'people']) {
      const fields = {act: 'end-others', role: 'administrator', label: 'x', person: 'local-editor'}
      expect((await browser.post(`/v1/auth/${page}`, {...fields, proof}, evil)).status).toBe(403)
      expect((await browser.post(`/v1/auth/${page}`, fields)).status).toBe(403)
      expect((await browser.post(`/v1/auth/${page}`, {...fields, proof: 'guess'})).status).toBe(403)
    }
    // The proof of one session is none for another.
    const other = fresh()
    await other.get(lake.lake.admin.createLink().url)
    expect((await other.post('/v1/auth/account', {act: 'sign-out', proof})).status).toBe(403)
    expect(await studio.fetch('1')).toBe(1)
    expect(lake.lake.admin.listTokens()).toEqual([])
  })

  test('cannot give it a session to walk into', async () => {
    const planted = 'A'.repeat(43)
    const {browser} = await maria()
    const victim = fresh()
    const account = `${victim.names.account} /v1/auth`
    victim.cookies.set(account, planted)
    await victim.signIn(EMAIL, GOOD)
    expect(victim.cookies.get(account)).not.toBe(planted)
    expect((await fresh().get('/v1/auth/account', {cookie: `${victim.names.account}=${planted}`})).status).toBe(303)
    expect(browser.cookies.get(account)).not.toBe(victim.cookies.get(account))
  })

  test('cannot show the pages in a frame of its own, run a script in them, or learn their address', async () => {
    const {browser} = await maria('administrator')
    const {url} = lake.lake.admin.invite({
      role: 'viewer',
      email: null,
      name: '"><script>alert(1)</script>',
      lifetimeSeconds: null,
    })
    const pages = await Promise.all(
      ['/v1/auth/local', '/v1/auth/account', '/v1/auth/people', url, '/v1/auth/link', '/v1/auth/local?origin=x'].map(
        (page) => browser.get(page),
      ),
    )
    for (const {headers, text} of pages) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'/,
      )
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(text).not.toMatch(/<script|onerror=|javascript:/i)
    }
  })
})

describe('reading the lake’s own pages', () => {
  test('is for people: no script may, from a listed page neither', async () => {
    const {browser} = await maria('administrator')
    for (const page of ['/v1/auth/account', '/v1/auth/people', '/v1/auth/local', '/v1/auth/link']) {
      const {headers} = await browser.get(page, {origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site'})
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('being sent elsewhere with a session', () => {
  test.each([
    'https://evil.example/',
    'https://evil.example/http://localhost:3000/studio',
    'http://localhost:3000@evil.example/',
    'http://localhost:3000.evil.example/',
    'http://evil.example#http://localhost:3000/',
    'http://localhost:3001/',
    'https://localhost:3000/',
    '//localhost:3000/studio',
    '/\\evil.example',
    'javascript:alert(1)//http://localhost:3000',
    'data:text/html,x',
    'http://app.wild.example/',
    'https://plain.example/',
    'null',
  ])('does not happen by %s', async (origin) => {
    await maria()
    lake.lake.admin.allowOrigin('http://*.wild.example', true)
    lake.lake.admin.allowOrigin('https://plain.example', false)
    expect((await fresh().get(`/v1/auth/local?origin=${encodeURIComponent(origin)}`)).status).toBe(403)
    const sent = await fresh().signIn(EMAIL, GOOD, {origin})
    expect(sent.status).toBe(403)
    expect(sent.location).toBeNull()
    expect(sent.headers.getSetCookie()).toEqual([])
  })

  test('leads to a listed Studio without what else an address may hold', async () => {
    await maria()
    const sent = await fresh().signIn(EMAIL, GOOD, {
      origin: 'http://user:word@localhost:3000/studio#sid=planted-by-somebody',
    })
    expect(sent.location).toMatch(/^http:\/\/localhost:3000\/studio#sid=[\w-]{43}$/)
    expect(sent.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('an id of a session is good once, for five minutes, and is no token', async () => {
    await maria()
    const sent = await fresh().signIn(EMAIL, GOOD)
    const late = await fresh().signIn(EMAIL, GOOD)
    const asked = await fetch(`${lake.url}/v1/users/me`, {headers: {authorization: `Bearer ${sidIn(sent)}`}})
    expect(asked.status).toBe(401)
    expect(await tokenFor(lake.url, sidIn(sent))).toMatch(/^sk/)
    expect(await tokenFor(lake.url, sidIn(sent))).toBeNull()
    now += 5 * 60_000
    expect(await tokenFor(lake.url, sidIn(late))).toBeNull()
  })
})

describe('reaching too far', () => {
  test('editors and viewers do not get to the page about people', async () => {
    const {browser} = await maria('editor')
    const {text} = await browser.get('/v1/auth/account')
    expect(text).not.toContain('/v1/auth/people')
    const proof = /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? ''
    expect((await browser.get('/v1/auth/people')).status).toBe(403)
    const sent = await browser.post('/v1/auth/people', {act: 'token', label: 'mine', role: 'administrator', proof})
    expect(sent.status).toBe(403)
    expect(lake.lake.admin.listTokens()).toEqual([])
  })

  test('administrators do not lock themselves out there, and see secrets once', async () => {
    const {browser} = await maria('administrator')
    const me = lake.lake.admin.listPeople().find(({email}) => email === EMAIL)?.id ?? ''
    expect((await browser.act('people', 'disable', {person: me})).status).toBe(409)
    const made = await browser.act('people', 'token', {label: 'The importer', role: 'editor'})
    const token = /sk[\w-]{43}/.exec(made.text)?.[0] ?? ''
    expect((await fetch(`${lake.url}/v1/users/me`, {headers: {authorization: `Bearer ${token}`}})).status).toBe(200)
    expect((await browser.get('/v1/auth/people')).text).not.toContain(token)
    const invited = await browser.act('people', 'invite', {role: 'viewer', email: 'tom@clinic.example'})
    const link = /http:\S+\/v1\/auth\/invite\?code=[\w-]+/.exec(invited.text)?.[0] ?? ''
    expect((await fresh().get(link)).text).toContain('tom@clinic.example')
    const [{id = ''} = {}] = lake.lake.admin.listInvitations()
    await browser.act('people', 'withdraw', {invitation: id})
    expect((await fresh().get(link)).status).toBe(410)
    expect((await browser.act('people', 'remove', {person: 'local-editor'})).status).toBe(303)
    expect((await browser.act('people', 'reset', {person: 'local-editor'})).status).toBe(404)
  })

  test('a session ends by itself after thirty days, with what it still hears', async () => {
    const {browser, sent} = await maria()
    const studio = await studioOf(lake.url, sent)
    now += 30 * 86_400_000 - 1000
    expect(await studio.fetch('1')).toBe(1)
    now += 1000
    await expect(studio.fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect((await browser.get('/v1/auth/account')).status).toBe(303)
  })
})

describe('WebSockets', () => {
  const opens = (path: string, origin?: string) =>
    new Promise<boolean>((done) => {
      const socket = new WebSocket(lake.url.replace('http', 'ws') + path, origin === undefined ? {} : {origin})
      socket.once('open', () => {
        socket.terminate()
        done(true)
      })
      socket.once('error', () => done(false))
    })

  test.each(['/sse', '/v1/socket/production'])('%s opens to programs and to listed pages only', async (path) => {
    expect(await opens(path)).toBe(true)
    expect(await opens(path, 'http://localhost:3000')).toBe(true)
    expect(await opens(path, 'https://evil.example')).toBe(false)
    expect(await opens(path, 'null')).toBe(false)
  })
})
