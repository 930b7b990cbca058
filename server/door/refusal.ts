/** What the door turns away before anything else sees it; each refusal is an honest status and one sentence. */

export type Refusal = {readonly status: number; readonly message: string; readonly allow?: string}

type Knock = {readonly method: string; readonly url: string; readonly hosts: number}

/** Rooms that take more than a look: route handlers, which check their own callers. */
const takesPosts = /^\/api\//
/** Those that are for nothing else. A look at them is answered by themselves, in words. */
const onlyPosts = /^\/api\/enquiries$/

const isWellFormed = (url: string): boolean => {
  if (!url.startsWith('/') || /[\p{Cc}\\]|%00/u.test(url)) return false
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/**
 * The refusal for a request, or null where it may come in. Next answers some of these with a 500 of its own (malformed
 * escapes, TRACE) or as if they were reading (PUT on a page); measured on 16.4.6.
 */
export function refusalFor({method, url, hosts}: Knock): Refusal | null {
  if (hosts !== 1) return {status: 400, message: 'A request names exactly one host.'}
  if (!isWellFormed(url)) return {status: 400, message: 'This address is not written correctly.'}
  if (method === 'GET' || method === 'HEAD') return null
  const path = url.split('?')[0] ?? ''
  if (method === 'POST' && takesPosts.test(path)) return null
  // Sanity's visual editing and the Studio's own forms never post to pages.
  const allow = onlyPosts.test(path) ? 'POST' : takesPosts.test(path) ? 'GET, HEAD, POST' : 'GET, HEAD'
  return {status: 405, message: `This address answers ${allow} only.`, allow}
}
