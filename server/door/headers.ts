/** The security headers of each kind of answer. Pure: what an answer needs depends on its path and its body alone. */
import {createHash} from 'node:crypto'

type Sources = {
  /** The embedded lake as a browser reaches it, or null on a hosted project. */
  readonly publicLakeUrl: string | null
  /** The project's id: parts of the Studio put it before the lake's host name. */
  readonly projectId: string
  /** Is the site reached over HTTPS? */
  readonly secure: boolean
}

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
} as const

/**
 * Headers for an answer at this path; `html` is its body where it is a page of the patient's site. The same ETag means the
 * same page, whose scripts are then hashed once.
 */
export function headersFor(
  path: string,
  html: string | null,
  sources: Sources,
  etag: string | null = null,
): Record<string, string> {
  const policy = isStudio(path) ? studioPolicy(sources) : html === null ? null : knownPolicy(html, etag)
  return {
    ...always,
    ...(policy && {'content-security-policy': policy}),
    // A browser that saw the site over HTTPS once stays with it for a year.
    ...(sources.secure && {'strict-transport-security': 'max-age=31536000; includeSubDomains'}),
  }
}

export const isStudio = (path: string): boolean => /^\/studio(?:\/|$)/.test(path)

/** Policies remembered, about a kilobyte each. */
const remembered = 1000
const known = new Map<string, string>()

function knownPolicy(html: string, etag: string | null): string {
  const key = etag && `${etag} ${html.length}`
  const hit = key ? known.get(key) : undefined
  if (hit) return hit
  const made = pagePolicy(html)
  if (key) {
    const [oldest] = known.keys()
    if (known.size >= remembered && oldest) known.delete(oldest)
    known.set(key, made)
  }
  return made
}

/**
 * A page may load from its own origin only, and run only the inline scripts that it came with: each is allowed by its
 * hash, because a nonce would make every page dynamic (Next's own documentation).
 */
function pagePolicy(html: string): string {
  return policyOf({
    'default-src': ["'self'"],
    'script-src': ["'self'", ...inlineScriptHashes(html)],
    'style-src': ["'self'"],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  })
}

/** The Studio builds styles and code at run time and speaks to the lake, and to nobody else. */
function studioPolicy({publicLakeUrl, projectId}: Sources): string {
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

const policyOf = (directives: Record<string, readonly string[]>): string =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')

/** The CSP hashes of the scripts written into a page; data blocks such as JSON-LD do not run and need none. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const [, attributes = '', code = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (code === '' || /\ssrc=/.test(attributes) || /type="application\/(?:ld\+)?json"/.test(attributes)) continue
    hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  }
  return [...hashes]
}
