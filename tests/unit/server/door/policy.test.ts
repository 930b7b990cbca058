import {createHash} from 'node:crypto'
import {barePolicy, closedPolicy, scriptedPolicy, studioPolicy} from '@/server/door/policy'
import {barePage} from '../../../fixtures/next-page'

const here = {publicLakeUrl: null, projectId: 'clinic', secure: false}
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const directives = (policy: string) => policy.split('; ')

describe('what a page may do', () => {
  it('is to load from its own site, and to run no script that is written into it', () => {
    expect(directives(barePolicy(barePage, here))).toEqual([
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ])
  })

  it('is to speak HTTPS only, where the site does', () => {
    expect(directives(barePolicy(barePage, {...here, secure: true}))).toContain('upgrade-insecure-requests')
  })

  it('has the very styles that are written into it, and no others', () => {
    const html = `<html><style>a{}</style><p style="width:10%"></p><p style="content:&quot;a&quot;"></p><p style="width:10%"></p></html>`
    expect(directives(barePolicy(html, here))).toEqual(
      expect.arrayContaining([
        `style-src 'self' ${hashOf('a{}')}`,
        `style-src-attr 'unsafe-hashes' ${hashOf('width:10%')} ${hashOf('content:"a"')}`,
      ]),
    )
  })

  it('is to run the inline scripts that it came with, by their hashes, where the framework stays', () => {
    const html =
      '<style>a{}</style><script>one()</script><script src="/a.js"></script><script type="application/ld+json">{}</script>'
    expect(directives(scriptedPolicy(html, here))).toEqual(
      expect.arrayContaining([
        `script-src 'self' ${hashOf('one()')}`,
        `style-src 'self' ${hashOf('')} ${hashOf('a{}')}`,
      ]),
    )
  })
})

it('what is no page may do nothing', () => {
  expect(directives(closedPolicy)).toEqual(expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'"]))
})

it('lets the Studio speak to its lake and to nobody else', () => {
  const lake = 'http://localhost:3939'
  const policy = studioPolicy({...here, publicLakeUrl: lake})
  expect(policy).toContain(`connect-src 'self' ${lake} http://clinic.localhost:3939 ws://localhost:3939;`)
  expect(policy).not.toContain('sanity.io')
})
