/** Who may read questions of patients: the rule, and what happens when nobody can be asked. */
import {createServer, type RequestListener, type Server} from 'node:http'
import {accessOf, decide, type Profile} from '@/lib/enquiries/access'

const person: Profile = {id: 'p-maria', name: 'Maria', email: 'Maria@clinic.example', isRobot: false, provider: 'local'}
const withRole = (role: string, more: Partial<Profile> = {}): Profile => ({
  ...person,
  role,
  roles: [{name: role}],
  ...more,
})
const embedded = (profile: Profile, ...readers: string[]) => decide(profile, {isHosted: false, readers})
const hosted = (profile: Profile, ...readers: string[]) => decide(profile, {isHosted: true, readers})

const isIn = {allowed: true, actor: {id: 'p-maria', name: 'Maria'}}
const isOut = {allowed: false, status: 403, message: expect.stringContaining('An administrator')}

describe('questions of patients are open', () => {
  it('to administrators', () => {
    expect(embedded(withRole('administrator'))).toEqual(isIn)
    expect(hosted(withRole('administrator', {isRobot: undefined, provider: 'google'}))).toEqual(isIn)
  })

  it('to editors on the clinic’s list, by address in any capitals or by id', () => {
    expect(embedded(withRole('editor', {emailIsGiven: true}), 'maria@clinic.example')).toEqual(isIn)
    expect(embedded(withRole('editor'), 'p-maria')).toEqual(isIn)
    expect(hosted(withRole('editor', {isRobot: undefined}), 'p-maria')).toEqual(isIn)
  })

  it('to nobody who took an address on the list for themselves', () => {
    expect(embedded(withRole('editor', {emailIsGiven: false}), 'maria@clinic.example')).toEqual(isOut)
    expect(embedded(withRole('editor'), 'maria@clinic.example')).toEqual(isOut)
    expect(hosted(withRole('editor', {isRobot: undefined}), 'maria@clinic.example')).toEqual(isIn)
  })

  it('to nobody else: other editors, viewers on the list, people without a role', () => {
    expect(embedded(withRole('editor'))).toEqual(isOut)
    expect(embedded(withRole('editor'), 'other@clinic.example', '')).toEqual(isOut)
    expect(embedded(withRole('editor', {email: ''}), '')).toEqual(isOut)
    expect(embedded(withRole('viewer'), 'p-maria')).toEqual(isOut)
    expect(embedded(withRole('custom'), 'p-maria')).toEqual(isOut)
    expect(embedded({...person, role: null, roles: []}, 'p-maria')).toEqual(isOut)
  })

  it('to no program, whatever its role', () => {
    const noProgram = {allowed: false, status: 403, message: expect.stringContaining('program')}
    expect(embedded(withRole('administrator', {isRobot: true}))).toEqual(noProgram)
    expect(embedded(withRole('administrator', {isRobot: undefined}))).toEqual(noProgram)
    expect(hosted(withRole('administrator', {isRobot: undefined, provider: 'sanity-token'}))).toEqual(noProgram)
    expect(hosted(withRole('administrator', {isRobot: undefined, email: ''}))).toEqual(noProgram)
  })
})

describe('a request', () => {
  let server: Server
  let seen: (string | undefined)[]
  let listener: RequestListener

  beforeEach(async () => {
    seen = []
    server = createServer((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`)
      listener(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  afterEach(() => new Promise((resolve) => server.close(resolve)))

  const asked = (authorization?: string) => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const request = new Request('http://localhost/api', {headers: {...(authorization && {authorization})}})
    return accessOf(request, {lakeUrl: `http://127.0.0.1:${port}`, projectId: 'clinic', readers: []})
  }
  const says =
    (status: number, body: string): RequestListener =>
    (_request, response) =>
      response.writeHead(status, {'content-type': 'application/json'}).end(body)

  it('without a token, or with something else in its place, is not even looked up', async () => {
    listener = says(200, JSON.stringify(withRole('administrator')))
    for (const header of [undefined, 'Bearer', 'Bearer  ', 'Basic YTpiYWJhYmE=', 'Bearer two words', 'Bearer short']) {
      expect(await asked(header)).toMatchObject({allowed: false, status: 401})
    }
    expect(seen).toEqual([])
  })

  it('is looked up each time', async () => {
    listener = says(200, JSON.stringify(withRole('administrator')))
    expect(await asked('Bearer sk-a-good-token')).toEqual(isIn)
    listener = says(401, '{}')
    expect(await asked('Bearer sk-a-good-token')).toMatchObject({allowed: false, status: 401})
    expect(seen).toEqual(Array(2).fill('/v2021-06-07/users/me Bearer sk-a-good-token'))
  })

  it.each([
    ['an error', 500, '{}'],
    ['an error that names somebody', 500, JSON.stringify(withRole('administrator'))],
    ['an answer that is not there, and names somebody', 404, JSON.stringify(withRole('administrator'))],
    ['no JSON', 200, '<html>'],
    ['nobody', 200, 'null'],
    ['somebody without an id', 200, '{"role":"administrator"}'],
    ['a page elsewhere', 302, ''],
  ])('that is answered with %s is refused as "cannot be looked up"', async (_what, status, body) => {
    listener = (_request, response) => response.writeHead(status, {location: 'http://127.0.0.1:1/'}).end(body)
    expect(await asked('Bearer sk-a-good-token')).toMatchObject({allowed: false, status: 503})
  })

  it('is refused the same when nobody is there to answer', async () => {
    const request = new Request('http://localhost/', {headers: {authorization: 'Bearer sk-a-good-token'}})
    const settings = {lakeUrl: 'http://127.0.0.1:1', projectId: 'clinic', readers: []}
    expect(await accessOf(request, settings)).toMatchObject({allowed: false, status: 503})
  })
})
