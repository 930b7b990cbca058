/** The Content-Security-Policy of each kind of answer. Pure: what an answer may do depends on what it is made of. */
import {createHash} from 'node:crypto'
import {partsOf} from './markup.ts'

export type PolicySources = {
  /** The embedded lake as a browser reaches it, or null on a hosted project. */
  readonly publicLakeUrl: string | null
  /** The project's id: parts of the Studio put it before the lake's host name. */
  readonly projectId: string
  /** Is the site reached over HTTPS? */
  readonly secure: boolean
}

/** A public page without the framework's scripts: it runs `/enhance.js`, and no word of script that is written into it. */
export const barePolicy = (html: string, sources: PolicySources): string =>
  pagePolicy({'script-src': ["'self'"], ...styleSources(html)}, sources)

/**
 * A page with the framework's scripts: those written into it are allowed by their hashes, because a nonce would make
 * every page dynamic (Next's own documentation). What the framework draws may bring styles of its own; visual editing
 * makes an empty style element and fills it rule by rule, for which the hash of nothing is enough.
 */
export const scriptedPolicy = (html: string, sources: PolicySources): string =>
  pagePolicy(
    {
      'script-src': ["'self'", ...inlineScriptHashes(html)],
      'style-src': [
        "'self'",
        ...hashesOf(['', ...[...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style)]),
      ],
      'style-src-attr': ["'unsafe-inline'"],
    },
    sources,
  )

const pagePolicy = (own: Record<string, readonly string[]>, {secure}: PolicySources): string =>
  policyOf({
    'default-src': ["'self'"],
    ...own,
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
    ...(secure && {'upgrade-insecure-requests': []}),
  })

/**
 * Styles come from files. What is written into a page all the same (a brand's colour, the width of a bar) is allowed by
 * its hash and word for word; nothing else is, and where a page has none of it, neither has the policy.
 */
function styleSources(html: string): Record<string, readonly string[]> {
  const tags = [...partsOf(html)].filter((part) => part.kind === 'tag')
  const elements = tags.filter(({name}) => name === 'style').map(({text}) => text)
  const attributes = tags.flatMap((tag) => tag.attributes.get('style') ?? [])
  return {
    'style-src': ["'self'", ...hashesOf(elements)],
    ...(attributes.length > 0 && {'style-src-attr': ["'unsafe-hashes'", ...hashesOf(attributes)]}),
  }
}

/** The hashes of the scripts written into a page; data blocks such as JSON-LD do not run and need none. */
function inlineScriptHashes(html: string): string[] {
  const codes = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].flatMap(
    ([, attributes = '', code = '']) =>
      code === '' || /\ssrc=/.test(attributes) || /type="application\/(?:ld\+)?json"/.test(attributes) ? [] : [code],
  )
  return hashesOf(codes)
}

const hashesOf = (texts: readonly string[]): string[] =>
  [...new Set(texts)].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)

/** The Studio builds styles and code at run time and speaks to the lake, and to nobody else. */
export function studioPolicy({publicLakeUrl, projectId}: PolicySources): string {
  const lake = publicLakeUrl
    ? [publicLakeUrl, publicLakeUrl.replace('://', `://${projectId}.`), publicLakeUrl.replace(/^http/, 'ws')]
    : ['https://*.sanity.io', 'wss://*.sanity.io', 'https://cdn.sanity.io']
  const media = publicLakeUrl ? [publicLakeUrl] : ['https://cdn.sanity.io', 'https://*.sanity.io']
  return policyOf({
    'default-src': ["'self'"],
    'connect-src': ["'self'", ...lake],
    'img-src': ["'self'", 'data:', 'blob:', ...media],
    'media-src': ["'self'", 'blob:', ...media],
    'font-src': ["'self'", 'data:'],
    'style-src': ["'self'", "'unsafe-inline'"],
    'script-src': ["'self'", "'unsafe-inline'", "'unsafe-eval'", 'blob:'],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'self'"],
  })
}

/** What is no page loads nothing, runs nothing and is framed by nobody; a drawing may have styles of its own. */
export const closedPolicy = policyOf({
  'default-src': ["'none'"],
  'style-src': ["'unsafe-inline'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
})

function policyOf(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}
