import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type StartedLake, startLake} from '../../support/start-lake'
import {sidIn, studioOf, tokenFor, Visitor} from '../../support/visitor'

const studioUrl = 'http://localhost:3000/studio'
const GOOD = 'seven purple teapots'
const OTHER = 'eleven quiet bicycles'

let lake: StartedLake

beforeEach(async () => {
  lake = await startLake({studioUrl})
})

afterEach(() => lake.close())

const visitor = (headers?: Record<string, string>) => new Visitor(lake.url, headers)

/** Somebody new, who has just accepted an invitation. */
async function invited(name: string, role: 'administrator' | 'editor' | 'viewer', browser = visitor()) {
  const email = `${name.toLowerCase()}@clinic.example`
  const {url} = lake.lake.admin.invite({role, email: null, name: null, lifetimeSeconds: null})
  const code = new URL(url).searchParams.get('code') ?? ''
  const sent = await browser.post('/v1/auth/invite', {code, name, email, password: GOOD, repeat: GOOD})
  expect(sent.status).toBe(303)
  const studio = await studioOf(lake.url, sent)
  const {id} = await studio.users.getById('me')
  return {browser, studio, email, id, sent}
}

describe('an invitation', () => {
  test('makes one account, once, and leads straight into the Studio', async () => {
    const {url, expiresAt} = lake.lake.admin.invite({role: 'editor', email: null, name: 'Maria', lifetimeSeconds: null})
    expect((expiresAt - Date.now()) / 86_400_000).toBeCloseTo(7, 2)
    const browser = visitor()
    const page = await browser.get(url)
    expect(page.text).toContain('value="Maria"')
    expect(page.text).toContain('change and publish all content')
    const code = new URL(url).searchParams.get('code') ?? ''
    const sent = await browser.post('/v1/auth/invite', {
      code,
      name: 'Maria Lopez',
      email: 'Maria@Clinic.example',
      password: GOOD,
      repeat: GOOD,
    })
    expect(sent.location).toMatch(/^http:\/\/localhost:3000\/studio#sid=/)
    const studio = await studioOf(lake.url, sent)
    expect(await studio.users.getById('me')).toMatchObject({
      name: 'Maria Lopez',
      email: 'maria@clinic.example',
      role: 'editor',
    })
    expect((await browser.get(url)).status).toBe(410)
    expect(
      (await browser.post('/v1/auth/invite', {code, name: 'X', email: 'x@y.example', password: GOOD})).status,
    ).toBe(410)
  })

  test('for an address makes no account for another', async () => {
    const {url} = lake.lake.admin.invite({
      role: 'viewer',
      email: 'Ana@clinic.example',
      name: null,
      lifetimeSeconds: null,
    })
    const code = new URL(url).searchParams.get('code') ?? ''
    await visitor().post('/v1/auth/invite', {code, name: 'A', email: 'evil@x.example', password: GOOD, repeat: GOOD})
    expect(lake.lake.admin.listPeople().map(({email}) => email)).toEqual([null, 'ana@clinic.example'])
  })

  test('keeps what was typed and says beside the field what is wrong', async () => {
    const {url} = lake.lake.admin.invite({role: 'viewer', email: null, name: null, lifetimeSeconds: null})
    const code = new URL(url).searchParams.get('code') ?? ''
    const full = {code, name: 'Ana', email: 'ana@clinic.example', password: GOOD, repeat: GOOD}
    for (const [wrong, sentence, field] of [
      [{name: ' '}, 'Enter a name', 'name'],
      [{email: 'ana'}, 'Enter an e-mail address', 'email'],
      [{password: 'short', repeat: 'short'}, 'at least 12 characters', 'new-password'],
      [{repeat: OTHER}, 'not the same', 'repeat-password'],
    ] as const) {
      const page = await visitor().post('/v1/auth/invite', {...full, ...wrong})
      expect(page.status).toBe(400)
      expect(page.text).toMatch(/<title>Error: /)
      expect(page.text).toMatch(new RegExp(`id="${field}-error">[^<]*${sentence}`))
      expect(page.text).toMatch(
        new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-error"[^>]* aria-invalid="true" autofocus`, 's'),
      )
      expect(page.text).not.toContain(GOOD)
    }
    expect((await visitor().post('/v1/auth/invite', full)).status).toBe(303)
    const again = lake.lake.admin.invite({role: 'viewer', email: null, name: null, lifetimeSeconds: null})
    const taken = await visitor().post('/v1/auth/invite', {
      ...full,
      code: new URL(again.url).searchParams.get('code') ?? '',
    })
    expect(taken.status).toBe(409)
    expect(taken.text).toContain('is here already')
  })

  test('can be withdrawn, and ends by itself', async () => {
    const {url, id} = lake.lake.admin.invite({role: 'viewer', email: null, name: null, lifetimeSeconds: 3600})
    expect(lake.lake.admin.listInvitations()).toMatchObject([{id, role: 'viewer'}])
    expect(lake.lake.admin.withdrawInvitation(id)).toBe(true)
    expect((await visitor().get(url)).status).toBe(410)
    expect(() => lake.lake.admin.invite({role: 'viewer', email: null, name: null, lifetimeSeconds: 1e9})).toThrow(
      '30 days',
    )
    let now = Date.now()
    const later = await startLake({now: () => now})
    const soon = later.lake.admin.invite({role: 'viewer', email: null, name: null, lifetimeSeconds: 60})
    expect((await fetch(soon.url)).status).toBe(200)
    now += 61_000
    expect((await fetch(soon.url)).status).toBe(410)
    await later.close()
  })
})

describe('signing in with e-mail and password', () => {
  test('leads to the Studio that asked, whatever the case of the address', async () => {
    const {email} = await invited('Maria', 'editor')
    const sent = await visitor().signIn(` ${email.toUpperCase()} `, GOOD, {origin: `${studioUrl}/structure`})
    expect(sent.location).toMatch(/^http:\/\/localhost:3000\/studio\/structure#sid=/)
    const studio = await studioOf(lake.url, sent)
    expect(await studio.create({_type: 'thing'})).toHaveProperty('_id')
  })

  test('says one and the same of a wrong password, an unknown address, and who may not come in', async () => {
    const {email, id} = await invited('Maria', 'editor')
    const disabled = await invited('Tom', 'editor')
    lake.lake.admin.disable(disabled.id)
    const answers = await Promise.all([
      visitor().signIn(email, 'not the password'),
      visitor().signIn('nobody@clinic.example', GOOD),
      visitor().signIn(disabled.email, GOOD),
      visitor().signIn(id, GOOD),
      visitor().signIn('', ''),
    ])
    const texts = answers.map(({text}) => text.replace(/ value="[^"]*"/g, ''))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('do not belong together')
    expect(answers.map(({status}) => status)).toEqual([401, 401, 401, 401, 401])
    expect(answers[0]?.headers.getSetCookie()).toEqual([])
  })

  test('gives every sign-in secrets of its own, and none of them opens what the others do', async () => {
    const {browser, email, sent} = await invited('Maria', 'administrator')
    const first = new Map(browser.cookies)
    expect(await tokenFor(lake.url, sidIn(sent))).toBeNull()
    const again = await browser.signIn(email, GOOD)
    expect([...browser.cookies.values()].filter((value) => [...first.values()].includes(value))).toEqual([])
    const account = browser.cookies.get(`${browser.names.account} /v1/auth`) ?? ''
    const assets = browser.cookies.get(`${browser.names.assets} /images`) ?? ''
    const token = (await tokenFor(lake.url, sidIn(again))) ?? ''
    for (const secret of [account, assets]) {
      const asked = await fetch(`${lake.url}/v1/users/me`, {headers: {authorization: `Bearer ${secret}`}})
      expect(asked.status).toBe(401)
    }
    for (const secret of [token, assets]) {
      const asked = await visitor().get('/v1/auth/account', {cookie: `${browser.names.account}=${secret}`})
      expect(asked.status).toBe(303)
    }
    // A cookie alone reads and writes no content, whoever's browser is made to send it.
    const mutation = await browser.post(
      '/v1/data/mutate/production',
      {},
      {cookie: `${browser.names.account}=${account}; ${browser.names.assets}=${assets}`},
    )
    expect(mutation.status).toBe(401)
  })

  test('at one lake does not take away what another one on the same machine has given', async () => {
    const other = await startLake({studioUrl})
    try {
      const {browser} = await invited('Maria', 'editor')
      const there = new Visitor(other.url, {}, browser.cookies)
      expect((await there.get('/v1/auth/account')).status).toBe(303)
      expect((await there.get(other.lake.admin.createLink().url)).status).toBe(303)
      expect((await there.get('/v1/auth/account')).status).toBe(200)
      expect((await browser.get('/v1/auth/account')).status).toBe(200)
    } finally {
      await other.close()
    }
  })

  test('keeps the cookies from scripts, other sites and other paths', async () => {
    const {sent} = await invited('Maria', 'editor')
    const cookies = sent.headers.getSetCookie()
    expect(cookies).toHaveLength(3)
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=(Strict|Lax)$/)
    expect(cookies[0]).toMatch(/^lake_account_\d+=[\w-]{43}; Path=\/v1\/auth; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
    expect(cookies.slice(1).map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual(['/images', '/files'])
    await lake.close()
    lake = await startLake({studioUrl, publicUrl: 'https://lake.clinic.example/content'})
    const opened = await visitor().get(lake.lake.admin.createLink().url.replace(/^.*\/content/, lake.url))
    expect(opened.headers.getSetCookie()[0]).toContain('Path=/content/v1/auth; ')
    expect(opened.headers.getSetCookie()[0]).toMatch(/; Secure$/)
  })

  test('a password is stored as Argon2id, and made anew when the cost has been raised', async () => {
    const {email, id} = await invited('Maria', 'editor')
    await lake.stop()
    const {DatabaseSync} = await import('node:sqlite')
    const {hashPassword} = await import('../../../sanity/lake/password')
    const db = new DatabaseSync(`${lake.folder}/lake.db`)
    const read = () => db.prepare('select password from person where id = ?').get(id)?.password
    expect(read()).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    const cheap = await hashPassword(GOOD, {memory: 8192, passes: 1, parallelism: 1})
    db.prepare('update person set password = ? where id = ?').run(cheap, id)
    lake = await startLake({folder: lake.folder, studioUrl})
    expect((await visitor().signIn(email, OTHER)).status).toBe(401)
    expect(read()).toBe(cheap)
    expect((await visitor().signIn(email, GOOD)).status).toBe(303)
    expect(read()).toMatch(/m=32768,t=3,p=1/)
    expect((await visitor().signIn(email, GOOD)).status).toBe(303)
    db.close()
  })
})

describe('the first administrator', () => {
  test('comes in by link, then chooses name, address and password, and needs no link from then on', async () => {
    const browser = visitor()
    const opened = await browser.get(lake.lake.admin.createLink().url)
    const studio = await studioOf(lake.url, opened)
    const page = await browser.get('/v1/auth/account')
    expect(page.text).toContain('Sign in without a link from now on')
    const saved = await browser.act('account', 'complete', {
      name: 'Dr. Chen',
      email: 'chen@clinic.example',
      password: GOOD,
      repeat: GOOD,
    })
    expect(saved.location).toBe('/v1/auth/account?done=complete')
    expect((await browser.get(saved.location ?? '')).text).toContain('From now on you sign in with')
    expect(await studio.users.getById('me')).toMatchObject({
      id: 'local-editor',
      name: 'Dr. Chen',
      role: 'administrator',
    })
    expect((await visitor().signIn('chen@clinic.example', GOOD)).status).toBe(303)
    // The link of whoever has the machine still signs in the same person.
    expect((await visitor().get(lake.lake.admin.createLink().url)).status).toBe(303)
    expect(
      (await browser.act('account', 'complete', {name: 'X', email: 'x@y.example', password: OTHER, repeat: OTHER}))
        .status,
    ).toBe(409)
  })
})

describe('an address', () => {
  const me = async (studio: SanityClient) => studio.request<{emailIsGiven: boolean}>({url: '/users/me'})

  test('is told apart by who named it: whoever invited, or the person', async () => {
    const {url} = lake.lake.admin.invite({
      role: 'editor',
      email: 'ines@clinic.example',
      name: null,
      lifetimeSeconds: null,
    })
    const code = new URL(url).searchParams.get('code') ?? ''
    const browser = visitor()
    const sent = await browser.post('/v1/auth/invite', {code, name: 'Ines', email: '', password: GOOD, repeat: GOOD})
    const studio = await studioOf(lake.url, sent)
    expect(await me(studio)).toMatchObject({email: 'ines@clinic.example', emailIsGiven: true})
    const profile = {name: 'Ines B.', email: 'ines@clinic.example', current: GOOD}
    expect((await browser.act('account', 'profile', profile)).status).toBe(303)
    expect(await me(studio)).toMatchObject({name: 'Ines B.', emailIsGiven: true})
    await browser.act('account', 'profile', {...profile, email: 'other@clinic.example'})
    await browser.act('account', 'profile', profile)
    expect(await me(studio)).toMatchObject({email: 'ines@clinic.example', emailIsGiven: false})
    expect(await me((await invited('Maria', 'editor')).studio)).toMatchObject({emailIsGiven: false})
  })
})

describe('one’s own account', () => {
  test('changes name and address only for who knows the password', async () => {
    const {browser, studio, email} = await invited('Maria', 'editor')
    const fields = {name: 'Maria L.', email: 'ml@clinic.example'}
    const refused = await browser.act('account', 'profile', {...fields, current: OTHER})
    expect(refused.status).toBe(401)
    expect(refused.text).toContain('id="current-for-profile-error">This is not your password')
    expect((await browser.act('account', 'profile', {...fields, current: GOOD})).status).toBe(303)
    expect(await studio.users.getById('me')).toMatchObject({name: 'Maria L.', email: 'ml@clinic.example'})
    expect((await visitor().signIn(email, GOOD)).status).toBe(401)
  })

  test('changes the password and ends every other session', async () => {
    const {browser, studio, email} = await invited('Maria', 'editor')
    const other = await studioOf(lake.url, await visitor().signIn(email, GOOD))
    expect((await browser.act('account', 'password', {current: OTHER, password: OTHER, repeat: OTHER})).status).toBe(
      401,
    )
    expect(
      (await browser.act('account', 'password', {current: GOOD, password: 'maria maria m', repeat: 'maria maria m'}))
        .text,
    ).toContain('made of your own name')
    expect((await browser.act('account', 'password', {current: GOOD, password: OTHER, repeat: OTHER})).status).toBe(303)
    await expect(other.fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect(await studio.fetch('1')).toBe(1)
    expect((await visitor().signIn(email, GOOD)).status).toBe(401)
    expect((await visitor().signIn(email, OTHER)).status).toBe(303)
  })

  test('shows where one is signed in, in words, and ends one session or all others', async () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
    const {browser, email} = await invited('Maria', 'editor', visitor({'user-agent': firefox}))
    const phone = await studioOf(lake.url, await visitor({'user-agent': iphone}).signIn(email, GOOD))
    const third = await studioOf(lake.url, await visitor().signIn(email, GOOD))
    const page = await browser.get('/v1/auth/account')
    expect(page.text).toContain('Firefox on Linux')
    expect(page.text).toContain('Safari on iPhone or iPad')
    expect(page.text).not.toContain('iPhone OS 18')
    const [session] = lake.lake.admin.listSessions(email).filter((one) => one.browser.startsWith('Safari'))
    expect((await browser.act('account', 'end', {session: session?.id ?? ''})).status).toBe(303)
    await expect(phone.fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect(await third.fetch('1')).toBe(1)
    await browser.act('account', 'end-others')
    await expect(third.fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect((await browser.get('/v1/auth/account')).status).toBe(200)
  })

  test('ends nobody else’s session', async () => {
    const {browser} = await invited('Maria', 'viewer')
    const {studio, email} = await invited('Tom', 'viewer')
    const [session] = lake.lake.admin.listSessions(email)
    await browser.act('account', 'end', {session: session?.id ?? ''})
    expect(await studio.fetch('1')).toBe(1)
  })

  test('signing out, here or in the Studio, ends token and cookies together', async () => {
    const here = await invited('Maria', 'editor')
    const out = await here.browser.act('account', 'sign-out')
    expect(out.location).toBe('/v1/auth/local?then=account')
    expect(here.browser.cookies.size).toBe(0)
    await expect(here.studio.fetch('1')).rejects.toMatchObject({statusCode: 401})

    const there = await invited('Tom', 'editor')
    await there.studio.request({url: '/auth/logout', method: 'POST'})
    expect((await there.browser.get('/v1/auth/account')).status).toBe(303)
  })
})

describe('what the owner of the machine does', () => {
  test('a link for a new password works once, and ends every session', async () => {
    const {studio, email} = await invited('Maria', 'editor')
    const {url} = lake.lake.admin.createResetLink(email)
    const code = new URL(url).searchParams.get('code') ?? ''
    expect((await visitor().get(url)).text).toContain('For Maria.')
    const weak = await visitor().post('/v1/auth/reset', {code, password: '123456789012', repeat: '123456789012'})
    expect(weak.text).toContain('repeats or counts up')
    expect((await visitor().post('/v1/auth/reset', {code, password: OTHER, repeat: GOOD})).status).toBe(400)
    const sent = await visitor().post('/v1/auth/reset', {code, password: OTHER, repeat: OTHER})
    expect((await studioOf(lake.url, sent)).config().token).toMatch(/^sk/)
    await expect(studio.fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect((await visitor().get(url)).status).toBe(410)
    expect((await visitor().post('/v1/auth/reset', {code, password: GOOD, repeat: GOOD})).status).toBe(410)
    expect((await visitor().signIn(email, OTHER)).status).toBe(303)
  })

  test('disabling shuts out at once, also open streams and links underway, and can be taken back', async () => {
    const {studio, id, email} = await invited('Maria', 'editor')
    const handed = await visitor().signIn(email, GOOD)
    const link = lake.lake.admin.createLink({who: email}).url
    const stream = await fetch(`${lake.url}/v2025-09-01/data/listen/production?query=*`, {
      headers: {authorization: `Bearer ${studio.config().token}`},
    })
    const reader = stream.body?.getReader()
    await reader?.read()
    lake.lake.admin.disable(email)
    while (!(await reader?.read())?.done);
    await expect(studio.fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect(await tokenFor(lake.url, sidIn(handed))).toBeNull()
    expect((await visitor().get(link)).status).toBe(410)
    expect((await visitor().signIn(email, GOOD)).status).toBe(401)
    expect(() => lake.lake.admin.createLink({who: id})).toThrow('may not sign in')
    lake.lake.admin.enable(id)
    expect((await visitor().signIn(email, GOOD)).status).toBe(303)
  })

  test('a role holds from the next request on', async () => {
    const {studio, id} = await invited('Maria', 'editor')
    await studio.create({_id: 'made', _type: 'thing'})
    lake.lake.admin.setRole(id, 'viewer')
    await expect(studio.create({_type: 'thing'})).rejects.toMatchObject({statusCode: 403})
    expect(await studio.fetch('*[0]._id')).toBe('made')
  })

  test('who is removed leaves a name in the history and nothing else', async () => {
    const {studio, id, email} = await invited('Maria', 'editor')
    const {_id} = await studio.create({_type: 'thing'})
    lake.lake.admin.remove(email)
    const reader = lake.client('viewer')
    const {token} = reader.config()
    const history = await fetch(`${lake.url}/v1/data/history/production/transactions/${_id}`, {
      headers: {authorization: `Bearer ${token}`},
    })
    const {author} = JSON.parse((await history.text()).split('\n')[0] ?? '')
    expect(author).toBe(id)
    expect(await reader.users.getById(author)).toMatchObject({name: 'Maria', email: '', roles: []})
    await lake.stop()
    const {DatabaseSync} = await import('node:sqlite')
    const db = new DatabaseSync(`${lake.folder}/lake.db`)
    expect(db.prepare('select email, password from person where id = ?').get(id)).toEqual({email: null, password: null})
    db.close()
    lake = await startLake({folder: lake.folder, studioUrl})
    // The address is free again, for somebody else.
    await invited('Maria', 'viewer')
  })

  test('the last administrator stays, and a link always lets the owner in', async () => {
    const {admin} = lake.lake
    expect(() => admin.remove('local-editor')).toThrow(
      'Local editor is the only administrator. Make somebody else one first.',
    )
    expect(() => admin.disable('local-editor')).toThrow('the only administrator')
    expect(() => admin.setRole('local-editor', 'editor')).toThrow('the only administrator')
    const {studio, id} = await invited('Maria', 'administrator')
    admin.remove('local-editor')
    expect(() => admin.disable(id)).toThrow('Maria is the only administrator')
    const sent = await visitor().get(admin.createLink().url)
    expect(await (await studioOf(lake.url, sent)).users.getById('me')).toMatchObject({id, name: 'Maria'})
    expect(await studio.users.getById('local-editor')).toMatchObject({name: 'Local editor', roles: []})
  })

  test('a revoked token keeps its name in the history', async () => {
    const {token, id} = lake.lake.admin.createToken({role: 'editor', name: 'The importer', lifetimeSeconds: null})
    expect(token).toMatch(/^sk/)
    lake.lake.admin.revokeToken(id)
    expect(await lake.client('viewer').users.getById(id)).toMatchObject({name: 'The importer', roles: []})
  })
})
