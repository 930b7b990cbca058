/** The inbox as the Studio speaks to it: a real site, a real lake, people with accounts of their own. */
import {Opened, Rows, Standing} from '@/lib/enquiries/inbox-shape'
import type {EnquiryStore} from '@/lib/enquiries/store'
import {ask} from '../../support/asked'
import {storeIn} from '../../support/enquiry'
import {condition, faq, publishSmallClinic, reference} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'
import {studioOf, Visitor} from '../../support/visitor'

const inbox = '/api/enquiries/inbox'
const hostile =
  '<img src=x onerror="alert(1)"><script>alert(2)</script> =HYPERLINK("http://evil.example") [a](javascript:alert(3))'

let site: StartedSite
let store: EnquiryStore
/** The token of each person's own sign-in. */
let owner: string
let listed: string
let editor: string
let viewer: string

/** Somebody who accepts an invitation, and the token of their Studio. */
async function tokenOf(name: string, role: 'administrator' | 'editor' | 'viewer'): Promise<string> {
  const email = `${name.toLowerCase()}@clinic.example`
  const {url} = site.lake.lake.admin.invite({role, email, name: null, lifetimeSeconds: null})
  const password = 'seven purple teapots'
  const sent = await new Visitor(site.lake.url).post('/v1/auth/invite', {
    code: new URL(url).searchParams.get('code') ?? '',
    name,
    email,
    password,
    repeat: password,
  })
  return (await studioOf(site.lake.url, sent)).config().token ?? ''
}

type Asking = {readonly method?: string; readonly body?: unknown; readonly type?: string}

function visit(path: string, token: string | null, {method = 'GET', body, type = 'application/json'}: Asking = {}) {
  return fetch(site.url + inbox + path, {
    method,
    headers: {
      ...(token !== null && {authorization: `Bearer ${token}`}),
      ...(body !== undefined && {'content-type': type}),
    },
    ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  })
}

const read = async (path: string, token = owner, asking?: Asking) => (await visit(path, token, asking)).json()
const list = async (state: string) => Rows.parse(await read(`/list?state=${state}`))
const found = async (words: string) => Rows.parse(await read('/search', owner, {method: 'POST', body: {words}}))
const change = async (at: string, body: object) =>
  Opened.parse(await read(`/questions/${at}`, owner, {method: 'POST', body}))
const trailOf = (at: string) => store.auditTrail({reference: at}).map(({actor, action}) => `${actor.name} ${action}`)

beforeAll(async () => {
  site = await startSite()
  await site.restart({ENQUIRY_READERS: 'Listed@clinic.example'})
  owner = await tokenOf('Olivia', 'administrator')
  listed = await tokenOf('Listed', 'editor')
  editor = await tokenOf('Eddie', 'editor')
  viewer = await tokenOf('Vera', 'viewer')
  store = storeIn(site.dataDir)
}, 120_000)

afterAll(async () => {
  store?.close()
  await site?.close()
})

/** Every door of the inbox. */
const doors = (at: string): readonly (readonly [path: string, asking: Asking])[] => [
  ['', {}],
  ['/list?state=new', {}],
  ['/search', {method: 'POST', body: {words: 'back'}}],
  [`/questions/${at}`, {}],
  [`/questions/${at}`, {method: 'POST', body: {state: 'answered'}}],
  [`/questions/${at}/delete`, {method: 'POST', body: {confirm: at}}],
  [`/questions/${at}/export`, {}],
  ['/person', {method: 'POST', body: {contact: 'ana@patient.example'}}],
  ['/table?state=new', {}],
  ['/insights', {}],
]

describe('whoever may not read questions', () => {
  let at: string

  beforeAll(async () => {
    at = await ask(store, {question: 'A secret of Ana, which is nobody’s business.'})
  })

  /** What each door says, and whether it gave anything away. */
  async function answers(token: string | null) {
    const all = await Promise.all(doors(at).map(([path, asking]) => visit(path, token, asking)))
    const texts = await Promise.all(all.map((response) => response.text()))
    for (const text of texts) expect(text).not.toMatch(/Ana|secret|patient\.example|back-pain/)
    for (const {headers} of all) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    return {statuses: new Set(all.map(({status}) => status)), said: new Set(texts)}
  }

  it('is told to sign in where there is no token, or none that is good', async () => {
    for (const token of [null, 'sk-made-up-and-long-enough', site.lake.token('administrator').slice(0, -1)]) {
      expect((await answers(token)).statuses).toEqual(new Set([401]))
    }
  })

  it('is told whom to ask: an editor, a viewer, and a program of any role', async () => {
    for (const token of [editor, viewer]) {
      const {statuses, said} = await answers(token)
      expect(statuses).toEqual(new Set([403]))
      expect([...said]).toEqual([expect.stringContaining('An administrator of the website can read them')])
    }
    for (const role of ['administrator', 'editor'] as const) {
      expect((await answers(site.lake.token(role))).statuses).toEqual(new Set([403]))
    }
  })

  it('does not get in by a cookie or an address', async () => {
    const cookie = await fetch(`${site.url}${inbox}?token=${owner}`, {headers: {cookie: `token=${owner}`}})
    expect(cookie.status).toBe(401)
  })

  it('changed nothing, and left no trace as a reader', async () => {
    expect(store.records().find(({reference}) => reference === at)).toMatchObject({state: 'new', openedAt: null})
    expect(store.auditTrail()).toEqual([])
  })

  it('is everybody while the lake cannot say who somebody is', async () => {
    await until(async () => (await visit('', owner)).status === 200, 'the way in')
    for (const fault of ['refuse', 'error 500', 'the word null', 'an empty object', 'a login page'] as const) {
      site.between.become(fault)
      const {statuses} = await answers(owner).finally(() => site.between.become('well'))
      expect([fault, ...statuses]).toEqual([fault, 503])
    }
    expect((await visit('', owner)).status).toBe(200)
  })

  it('is a person from the moment their account is disabled', async () => {
    const leaver = await tokenOf('Leo', 'administrator')
    expect((await visit('', leaver)).status).toBe(200)
    site.lake.lake.admin.disable('leo@clinic.example')
    expect((await visit('', leaver)).status).toBe(401)
  })

  it('is a person from the moment their role is taken away', async () => {
    const demoted = await tokenOf('Dora', 'administrator')
    site.lake.lake.admin.setRole('dora@clinic.example', 'editor')
    expect((await visit('', demoted)).status).toBe(403)
  })
})

describe('an administrator, and an editor on the list', () => {
  it('are told how many there are, without anything being opened', async () => {
    const before = store.auditTrail().length
    for (const token of [owner, listed]) {
      const standing = Standing.parse(await read('', token))
      expect(standing.counts.new).toBeGreaterThan(0)
      expect(standing.remarks.map(({text}) => text)).toEqual([
        expect.stringContaining('Nobody is told of questions by mail'),
        expect.stringContaining('recovery key was not printed'),
      ])
    }
    expect(store.auditTrail()).toHaveLength(before)
  })

  it('see red flags on top, then who waits longest, and never the question in a list', async () => {
    const hour = 3_600_000
    const old = await ask(store, {name: 'Old', question: 'Waiting since long.'}, {receivedAt: Date.now() - 9 * hour})
    const urgent = await ask(store, {name: 'Urgent', question: 'I lost bladder control and my legs are numb.'})
    const {rows} = await list('new')
    expect(rows.slice(0, 2).map(({reference}) => reference)).toEqual([urgent, old])
    expect(rows[0]).toMatchObject({name: 'Urgent', flags: ['emergency'], page: '/conditions/back-pain', assignee: null})
    expect(JSON.stringify(rows)).not.toMatch(/bladder|Waiting since/)
    expect(store.auditTrail({most: 1})[0]).toMatchObject({action: 'listed', actor: {name: 'Olivia'}, reference: null})
  })

  it('find by words, by number and by notes; the trail does not hold the words', async () => {
    const at = await ask(store, {
      name: 'Zoë Quist',
      way: 'phone',
      email: '',
      phone: '(312) 555-0199',
      question: 'Zebrafish?',
    })
    await change(at, {note: 'Called the pharmacy'})
    for (const words of ['zebraFISH', 'zoe', '312 555-0199', 'pharmacy quist', at]) {
      expect((await found(words)).rows.map(({reference}) => reference)).toEqual([at])
    }
    expect((await found('zebrafish nowhere')).rows).toEqual([])
    expect(JSON.stringify(store.auditTrail())).not.toMatch(/zebrafish|pharmacy|Quist/i)
    expect(store.auditTrail({most: 1})[0]).toMatchObject({action: 'searched', detail: '0 found'})
  })

  it('open, take, note, answer and reopen one; each step is in the trail with a name', async () => {
    const at = await ask(store, {question: hostile})
    const opened = Opened.parse(await read(`/questions/${at}`))
    expect(opened.asked.question).toBe(hostile)
    expect(opened.openedAt).not.toBeNull()
    expect((await change(at, {assignTo: 'me'})).handling.assignee?.name).toBe('Olivia')
    expect((await change(at, {note: '  Called twice.  '})).handling.notes).toMatchObject([
      {by: 'Olivia', text: 'Called twice.'},
    ])
    expect((await change(at, {state: 'inProgress'})).state).toBe('inProgress')
    expect((await change(at, {state: 'answered'})).answeredAt).not.toBeNull()
    expect((await change(at, {state: 'inProgress'})).answeredAt).toBeNull()
    expect((await change(at, {promotedTo: 'faq-1'})).handling.promotedTo).toBe('faq-1')
    const last = await change(at, {assignTo: 'nobody'})
    expect(last.handling.assignee).toBeNull()
    expect(last.trail[0]).toMatchObject({by: 'Olivia', action: 'changed'})
    expect(trailOf(at).filter((entry) => entry === 'Olivia changed')).toHaveLength(7)
    expect(trailOf(at)).toContain('Olivia opened')
    expect(JSON.stringify(store.auditTrail({reference: at}))).not.toMatch(/Called twice/)
  })

  it('release what is held as spam, and send there what is', async () => {
    const at = await ask(store, {name: 'Held'}, {state: 'held', spamScore: 80})
    expect((await list('held')).rows).toMatchObject([{reference: at, spamScore: 80}])
    await change(at, {state: 'new'})
    expect((await list('held')).rows).toEqual([])
    await change(at, {state: 'held'})
    expect((await list('held')).rows).toMatchObject([{reference: at}])
  })

  it('delete one with its reference said twice, and only then', async () => {
    const at = await ask(store, {name: 'Delia'})
    const other = await ask(store, {name: 'Other'})
    const deletion = (body: unknown) => visit(`/questions/${at}/delete`, owner, {method: 'POST', body})
    expect((await deletion({})).status).toBe(400)
    expect((await deletion({confirm: other})).status).toBe(400)
    expect((await deletion({confirm: at})).status).toBe(200)
    expect((await deletion({confirm: at})).status).toBe(404)
    expect((await visit(`/questions/${at}`, owner)).status).toBe(404)
    expect(trailOf(at)).toContain('Olivia deleted')
  })

  it('take out one question, all of one person, and a table that runs nothing', async () => {
    const at = await ask(store, {name: '=1+1', email: 'Pia@Patient.example', question: hostile, when: '@SUM(A1)'})
    const one = await visit(`/questions/${at}/export`, owner)
    expect(one.headers.get('content-disposition')).toBe(`attachment; filename="question-${at}.json"`)
    expect(await one.json()).toMatchObject({reference: at, asked: {question: hostile}, trail: [{action: 'exported'}]})

    const second = await ask(store, {name: 'Pia', email: 'pia@patient.example', question: 'And one more thing?'})
    const person = await read('/person', owner, {method: 'POST', body: {contact: 'PIA@patient.example'}})
    expect(person.questions.map(({reference}: {reference: string}) => reference).sort()).toEqual([at, second].sort())
    expect((await visit('/person', owner, {method: 'POST', body: {contact: 'nobody@x.example'}})).status).toBe(404)
    // Others may have the same name.
    expect((await visit('/person', owner, {method: 'POST', body: {contact: 'Pia Patient'}})).status).toBe(400)

    const table = await visit('/table?state=new', owner)
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const text = await table.text()
    expect(text).toContain(`"'=1+1"`)
    expect(text).toContain(`"'@SUM(A1)"`)
    expect(text).not.toMatch(/(?:^|,)"?[=@]/m)
    expect(trailOf(at).filter((entry) => entry === 'Olivia exported')).toHaveLength(2)
    expect(store.auditTrail({most: 1})[0]).toMatchObject({action: 'exported', detail: expect.stringContaining('table')})
  })

  it('are flagged what staff’s own words say, once they are published', async () => {
    const at = await ask(store, {question: 'My pump makes a whistling sound.'})
    const flags = async () => (await found(at)).rows[0]?.flags
    expect(await flags()).toEqual([])
    const words = {_id: 'searchWords-en', _type: 'searchWords', language: 'en', emergency: ['pump whistling']}
    await site.lake.client('editor').createOrReplace(words)
    await until(async () => (await flags())?.[0] === 'emergency', 'the words of staff')
  })

  it('learn from counters which pages are asked about, and which of them lack an answer', async () => {
    const lake = site.lake.client('editor')
    await publishSmallClinic(lake)
    await lake.create(faq('wrist-faq', 'Does a wrist heal?'))
    await lake.create({...condition('wrist-pain', {title: 'Wrist pain'}), faqs: [reference('wrist-faq')]})
    await lake.create(condition('toe-pain', {title: 'Toe pain'}))
    await ask(store, {page: '/conditions/wrist-pain', question: 'Wrist?'})
    const at = await ask(
      store,
      {page: '/conditions/toe-pain', question: 'Toe?'},
      {receivedAt: Date.now() - 120 * 60_000},
    )
    await change(at, {state: 'answered'})
    type Page = {page: string; title: string; faqs: number; asked: number; answered: number; meanMinutes: number | null}
    const pageOf = async (page: string): Promise<Page | undefined> =>
      (await read('/insights')).pages.find((one: Page) => one.page === page)
    await until(async () => (await pageOf('/conditions/toe-pain'))?.title === 'Toe pain', 'the new pages')
    expect(await pageOf('/conditions/toe-pain')).toMatchObject({faqs: 0, asked: 1, answered: 1, meanMinutes: 120})
    expect(await pageOf('/conditions/wrist-pain')).toMatchObject({faqs: 1, asked: 1, answered: 0, meanMinutes: null})
  })
})

describe('what the inbox does not understand', () => {
  let at: string
  beforeAll(async () => {
    at = await ask(store, {name: 'Garbled'})
  })

  const send = (body: unknown, type?: string) =>
    visit(`/questions/${at}`, owner, {method: 'POST', body, ...(type && {type})})

  it.each([
    ['no JSON', '{"state":'],
    ['null', 'null'],
    ['a state there is not', {state: 'lost'}],
    ['two things at once', {state: 'new', note: 'x'}],
    ['a field there is not', {state: 'new', spamScore: 0}],
    ['an empty note', {note: '  '}],
    ['a note without end', {note: 'x'.repeat(4001)}],
    ['a person instead of "me"', {assignTo: 'p-somebody-else'}],
    ['an id that is none', {promotedTo: '../../x'}],
  ])('is refused with 400: %s', async (_what, body) => {
    expect((await send(body)).status).toBe(400)
  })

  it('is refused with 413 where it is too large, with 415 where it is a form', async () => {
    expect((await send({note: 'x'.repeat(200_000)})).status).toBe(413)
    expect((await send('state=answered', 'application/x-www-form-urlencoded')).status).toBe(415)
    expect((await send('{"state":"answered"}', 'text/plain')).status).toBe(415)
  })

  it('is refused with 404 where it names no question and no list', async () => {
    for (const path of [
      '/questions/K7Q4-0000',
      '/questions/..%2F..',
      '/questions/x',
      '/list?state=all',
      '/list',
      '/table?state=',
    ]) {
      expect((await visit(path, owner)).status).toBe(404)
    }
  })

  it('is refused with 405 in another method', async () => {
    for (const [path, method] of [
      ['', 'POST'],
      ['/list?state=new', 'POST'],
      ['/search', 'GET'],
      ['/person', 'GET'],
      [`/questions/${at}`, 'PUT'],
      [`/questions/${at}`, 'DELETE'],
      [`/questions/${at}/delete`, 'GET'],
      [`/questions/${at}/export`, 'DELETE'],
      ['/insights', 'PUT'],
    ] as const) {
      expect([path, (await visit(path, owner, {method})).status]).toEqual([path, 405])
    }
  })

  it('changed nothing', () => {
    expect(trailOf(at)).toEqual([])
    expect(store.records().find(({reference}) => reference === at)?.state).toBe('new')
  })
})

it('nothing that a patient or a member of staff wrote was printed', () => {
  expect(site.printed()).not.toMatch(/Ana Torres|patient\.example|zebrafish|onerror|Called twice|pharmacy/i)
})
