import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'

const studioUrl = 'http://localhost:3000/studio'
const manual = {redirect: 'manual'} as const

let lake: StartedLake

beforeEach(async () => {
  lake = await startLake({studioUrl, allowedOrigins: ['https://studio.example.org']})
})

afterEach(() => lake.close())

const sidIn = (response: Response): string => {
  const location = new URL(response.headers.get('location') ?? '')
  return new URLSearchParams(location.hash.slice(1)).get('sid') ?? ''
}

/** What the Studio does with a session id. */
const fetchToken = (sid: string) => fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)

describe('a sign-in link', () => {
  test('leads to the Studio, once, and makes whoever opens it the local editor', async () => {
    const {url} = lake.lake.admin.createLink()
    const opened = await fetch(url, manual)
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/studio#sid=/)
    const {token} = await (await fetchToken(sidIn(opened))).json()
    const client = clientFor(lake.url, token)
    expect(await client.users.getById('me')).toMatchObject({
      id: 'local-editor',
      name: 'Local editor',
      role: 'administrator',
    })
    expect(await client.create({_type: 'thing'})).toHaveProperty('_id')

    const again = await fetch(url, manual)
    expect(again.status).toBe(410)
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await again.text()
    expect(page).toContain('This sign-in link no longer works')
    expect(page).toContain('npm run lake -- link')
    expect((await fetchToken(sidIn(opened))).status).toBe(401)
  })

  test('is not used up by looking at it', async () => {
    const {url} = lake.lake.admin.createLink()
    expect((await fetch(url, {method: 'HEAD'})).status).toBe(200)
    expect((await fetch(url, manual)).status).toBe(303)
  })

  test('ends after 15 minutes', async () => {
    const {expiresAt} = lake.lake.admin.createLink()
    const minutes = (expiresAt - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(14.9)
    expect(minutes).toBeLessThanOrEqual(15)
  })

  test('that nobody made opens nothing', async () => {
    expect((await fetch(`${lake.url}/v1/auth/link?code=guess`, manual)).status).toBe(410)
    expect((await fetch(`${lake.url}/v1/auth/link`, manual)).status).toBe(410)
  })

  test('leaves no secret in the store', async () => {
    const {url} = lake.lake.admin.createLink()
    const token = lake.token('editor')
    await lake.stop()
    const {readFile} = await import('node:fs/promises')
    const bytes = (await readFile(`${lake.folder}/lake.db`)).toString('latin1')
    expect(bytes).toContain('test editor')
    expect(bytes).not.toContain(new URL(url).searchParams.get('code'))
    expect(bytes).not.toContain(token)
    lake = await startLake({folder: lake.folder, studioUrl})
  })
})

describe('the sign-in page', () => {
  const post = (fields: Record<string, string>) =>
    fetch(`${lake.url}/v1/auth/local`, {method: 'POST', body: new URLSearchParams(fields), ...manual})

  test('takes a pasted link or its code and goes back to where it came from', async () => {
    for (const origin of [`${studioUrl}/structure`, 'https://studio.example.org/']) {
      const page = await fetch(
        `${lake.url}/v1/auth/local?origin=${encodeURIComponent(origin)}&projectId=clinic&withSid=true`,
      )
      expect(await page.text()).toContain('<label for="code">')
      expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${new URL(origin).origin}`)
      const {url} = lake.lake.admin.createLink()
      const back = await post({code: ` ${url} `, origin})
      expect(back.headers.get('location')).toContain(`${origin}#sid=`)
      expect((await fetchToken(sidIn(back))).status).toBe(200)
    }
  })

  test('says so when a code does not work', async () => {
    const refused = await post({code: 'wrong', origin: studioUrl})
    expect(refused.status).toBe(401)
    expect(await refused.text()).toContain('role="alert"')
  })

  test.each([
    'https://evil.example',
    'http://localhost:3000.evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '"><script>',
  ])('sends nobody to %s', async (origin) => {
    const page = await fetch(`${lake.url}/v1/auth/local?origin=${encodeURIComponent(origin)}`)
    expect(page.status).toBe(403)
    const {url} = lake.lake.admin.createLink()
    const answer = await post({code: url, origin})
    expect(answer.status).toBe(403)
    expect(answer.headers.has('location')).toBe(false)
    expect((await fetch(url, manual)).status).toBe(303)
  })
})

describe('tokens', () => {
  test('end when their time has come', async () => {
    const {token} = lake.lake.admin.createToken({role: 'viewer', name: 'brief', lifetimeSeconds: 0.05})
    const client = clientFor(lake.url, token)
    const isRefused = async () =>
      client.fetch('1').then(
        () => false,
        (error) => error.statusCode === 401,
      )
    while (!(await isRefused()));
    expect(lake.lake.admin.listTokens()).toEqual([])
  })

  test('are revoked at once', async () => {
    const {token, id} = lake.lake.admin.createToken({role: 'viewer', name: 'gone', lifetimeSeconds: null})
    expect(await clientFor(lake.url, token).fetch('1')).toBe(1)
    expect(lake.lake.admin.listTokens()).toMatchObject([{id, name: 'gone', role: 'viewer', usedAt: expect.any(Number)}])
    expect(lake.lake.admin.revokeToken(id)).toBe(true)
    await expect(clientFor(lake.url, token).fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect(lake.lake.admin.revokeToken(id)).toBe(false)
  })

  test('of a session end with signing out, those of programs do not', async () => {
    const opened = await fetch(lake.lake.admin.createLink().url, manual)
    const session = (await (await fetchToken(sidIn(opened))).json()).token
    const program = lake.token('editor')
    for (const token of [session, program]) {
      const response = await fetch(`${lake.url}/v1/auth/logout`, {
        method: 'POST',
        headers: {authorization: `Bearer ${token}`},
      })
      expect(response.status).toBe(200)
    }
    await expect(clientFor(lake.url, session).fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect(await clientFor(lake.url, program).fetch('1')).toBe(1)
  })
})

describe('other web pages', () => {
  const ask = (origin: string, method = 'GET') =>
    fetch(`${lake.url}/v1/data/query/production?query=1`, {
      method,
      headers: {origin, 'access-control-request-headers': 'authorization,content-type'},
    })

  test.each(['http://localhost:3000', 'https://studio.example.org'])('on the list may use it: %s', async (origin) => {
    for (const response of [await ask(origin), await ask(origin, 'OPTIONS')]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(origin)
      expect(response.headers.get('access-control-allow-credentials')).toBe('true')
      expect(response.headers.get('vary')).toContain('Origin')
    }
    expect((await ask(origin, 'OPTIONS')).headers.get('access-control-allow-headers')).toBe(
      'authorization,content-type',
    )
  })

  test.each(['http://localhost:3001', 'https://localhost:3000', 'https://evil.example', 'null'])(
    'others may not: %s',
    async (origin) => {
      for (const response of [await ask(origin), await ask(origin, 'OPTIONS')]) {
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
        expect(response.headers.get('vary')).toContain('Origin')
      }
      const check = await fetch(`${lake.url}/v1/check/cors`, {headers: {origin}})
      expect(await check.json()).toEqual({result: {allowed: false, withCredentials: false}})
    },
  )
})
