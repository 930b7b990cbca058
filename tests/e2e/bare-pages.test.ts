/**
 * No script of the framework reaches a visitor (decision 0004). If this fails after an upgrade of Next, its markup has
 * changed: the log of the site says what of it is not known, and `server/door/framework.ts` has the table.
 */
import {readFileSync} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import {openBrowser} from '../support/browser'
import {everyKind, missing} from '../support/kinds-of-page'
import {tagsIn} from '../support/look-at-page'
import {askForPreview, cookieHeader, cookiesOf, makeSecret} from '../support/preview'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'

jest.setTimeout(120_000)

let clinic: Clinic
let editor: SanityClient

beforeAll(async () => {
  clinic = await startClinic()
  const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1)
  editor = clientFor(`http://localhost:${clinic.lakePort}`, token)
}, startPatience)

afterAll(() => clinic?.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(clinic.siteUrl + path, {headers, redirect: 'manual'})

/** Scripts that a browser would run, each as its address, or as its words. */
const scriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].flatMap(([, attributes = '', code = '']) =>
    /type="application\/ld\+json"/.test(attributes) ? [] : [/src="([^"]*)"/.exec(attributes)?.[1] ?? code],
  )

const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''

/** What a visitor may get: a page that is whole, with one script, and a policy that allows no other. */
async function expectBare(response: Response): Promise<string> {
  const html = await response.text()
  expect(scriptsIn(html)).toEqual(['/enhance.js'])
  expect(html).not.toMatch(/__next_f|\/_next\/[^"]*\.js|\$RC|TURBOPACK|<!--|<template|<div hidden=""><\/div>/)
  expect(
    tagsIn(html, 'link').filter((link) => link.get('as') === 'script' || link.get('rel') === 'modulepreload'),
  ).toEqual([])
  expect(response.headers.get('link') ?? '').not.toMatch(/script/)
  const policy = policyOf(response)
  expect(policy).toContain("; script-src 'self'; style-src 'self'; ")
  expect(policy).not.toMatch(/unsafe|nonce|sha256/)
  expect(html).toMatch(/<\/main>[\s\S]*<\/footer>[\s\S]*<\/body><\/html>$/)
  return html
}

/** A page without its scripts, and without the one thing in which two views of it differ: the token of its form. */
const bare = async (...asked: Parameters<typeof get>): Promise<string> =>
  (await expectBare(await get(...asked))).replace(/(?<=name="view" value=")[\w-]+(?=")/, '')

describe('a visitor gets no script but ours', () => {
  it.each(everyKind)('fresh, kept, and by those who ask for pages in pieces: %s', async (_kind, path) => {
    const first = await bare(path)
    expect(await bare(path)).toBe(first)
    const pieces = {rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%5D', 'next-url': path}
    expect(await bare(path, pieces)).toBe(first)
    // The publisher reads from the page what of the content it shows.
    expect(first).toMatch(/<meta name="content-stamp" content="site\.[\w-]{8}/)
  })

  it.each([missing, '/es/nada', '/conditions/nothing', '/es/conditions/nada', '/not-found-page'])(
    'where there is no page: %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      await expectBare(response)
    },
  )

  it('where an address leads elsewhere', async () => {
    const response = await get('/en/conditions')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/conditions'])
    expect(scriptsIn(await response.text())).toEqual([])
  })

  it('in a real browser, which finds nothing to complain of', async () => {
    const patient = await openBrowser()
    try {
      for (const [kind, path] of everyKind) {
        const asked: string[] = []
        patient.page.on('request', (request) => request.resourceType() === 'script' && asked.push(request.url()))
        await patient.page.goto(clinic.siteUrl + path, {waitUntil: 'networkidle'})
        patient.page.removeAllListeners('request')
        expect([kind, asked]).toEqual([kind, [`${clinic.siteUrl}/enhance.js`]])
      }
      expect(patient.errors.filter((error) => !error.includes('status of 404'))).toEqual([])
    } finally {
      await patient.close()
    }
  })
})

describe('the framework stays', () => {
  it('for an editor with a preview, whose page is kept by nobody', async () => {
    const path = '/conditions/sciatica'
    const session = cookiesOf(await askForPreview(clinic.siteUrl, await makeSecret(editor), path))
    const response = await get(path, {cookie: cookieHeader(session)})
    const html = await response.text()
    expect(response.headers.get('cache-control')).toMatch(/no-store/)
    expect(scriptsIn(html).length).toBeGreaterThan(5)
    expect(html).toContain('self.__next_f.push(')
    expect(policyOf(response)).toMatch(/script-src 'self' 'sha256-/)
    await expectBare(await get(path))
    // One of the two cookies of a preview makes nobody an editor.
    const bypass = new Map([['__prerender_bypass', session.get('__prerender_bypass') ?? '']])
    await expectBare(await get(path, {cookie: cookieHeader(bypass)}))
  })

  it('in the Studio', async () => {
    const html = await (await get('/studio')).text()
    expect(scriptsIn(html).filter((script) => script.startsWith('/_next/')).length).toBeGreaterThan(3)
  })
})

it('was known to the last script: the log says nothing of it', () => {
  const log = clinic.printed()
  expect(log).not.toMatch(/framework's scripts stay/)
  expect(readFileSync('server/door/page-answer.ts', 'utf8')).toContain("framework's scripts stay")
})
