import {readFileSync} from 'node:fs'
import {EnvironmentError, parseEnv} from '@/lib/env'

/** The settings that a file in `.env` format holds; enough of the format for our own example. */
const settingsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]))

describe('the environment', () => {
  it('starts the embedded lake where nothing is set', () => {
    expect(parseEnv({})).toMatchObject({
      port: 3000,
      siteUrl: 'http://localhost:3000',
      embedded: true,
      projectId: 'clinic',
      lakeUrl: 'http://127.0.0.1:3939',
      publicLakeUrl: 'http://localhost:3939',
    })
  })

  it('starts the embedded lake with .env.example as it stands, which documents every variable that is read', () => {
    const example = readFileSync('.env.example', 'utf8')
    expect(parseEnv(settingsIn(example))).toMatchObject({embedded: true, siteUrl: 'http://localhost:3000'})
    const read = [...readFileSync('lib/env.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name)
    const known = Object.keys(settingsIn(example))
    expect(read.filter((name) => name && name !== 'NODE_ENV' && !known.includes(name))).toEqual([])
    expect(read.length).toBeGreaterThan(8)
  })

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3939'],
    ['localhost', 'http://localhost:3939'],
    ['0.0.0.0', 'http://127.0.0.1:3939'],
    ['::', 'http://127.0.0.1:3939'],
    ['192.0.2.7', 'http://192.0.2.7:3939'],
    ['::1', 'http://[::1]:3939'],
  ])('finds the embedded lake where it listens: on %s at %s', (HOST, lakeUrl) => {
    expect(parseEnv({HOST}).lakeUrl).toBe(lakeUrl)
  })

  it('moves to a hosted project by the project id alone', () => {
    expect(parseEnv({NEXT_PUBLIC_SANITY_PROJECT_ID: 'ab12cd34', SANITY_API_READ_TOKEN: 'token'})).toMatchObject({
      embedded: false,
      projectId: 'ab12cd34',
      lakeUrl: null,
      publicLakeUrl: null,
      readToken: 'token',
    })
  })

  it('takes two webhook secrets while one is being changed', () => {
    const {revalidateSecrets} = parseEnv({SANITY_REVALIDATE_SECRET: 'the-old-secret-1234,the-new-secret-5678'})
    expect(revalidateSecrets).toEqual(['the-old-secret-1234', 'the-new-secret-5678'])
  })

  it('names every variable that cannot be used, and what it is for', () => {
    const wrong = () => parseEnv({PORT: 'three', SITE_URL: 'clinic.example', SANITY_REVALIDATE_SECRET: 'short'})
    expect(wrong).toThrow(EnvironmentError)
    expect(wrong).toThrow(/PORT must be a port number: where the site listens/)
    expect(wrong).toThrow(/SITE_URL must be an address that begins with http:\/\/ or https:\/\//)
    expect(wrong).toThrow(/SANITY_REVALIDATE_SECRET must have at least 16 characters/)
    expect(wrong).toThrow(/See \.env\.example/)
  })
})
