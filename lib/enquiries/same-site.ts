/**
 * Does a form come from a page of this site? Another site could make a browser send one in its reader's name (CSRF).
 * Browsers say where from in two headers; who says nothing at all is not let in. Pure.
 */

type Headers = {readonly get: (name: string) => string | null}

/**
 * @param siteUrl the site's public address: behind a proxy the site itself may be asked by another name
 */
export function isFromThisSite(headers: Headers, siteUrl: string): boolean {
  const place = headers.get('sec-fetch-site')
  // `none`: the reader's own doing, such as sending a form again after a restart of the browser.
  if (place !== null && place !== 'same-origin' && place !== 'none') return false
  const origin = headers.get('origin')
  // Privacy tools hide the origin; then the other header has to vouch for it, which no page can write.
  if (origin === null || origin === 'null') return place !== null || isOurs(headers.get('referer'), headers, siteUrl)
  return isOurs(origin, headers, siteUrl)
}

/** The site by its public address, or by the name under which this very request asks for it. */
function isOurs(address: string | null, headers: Headers, siteUrl: string): boolean {
  if (!address || !URL.canParse(address)) return false
  const {protocol, host, origin} = new URL(address)
  if (origin === new URL(siteUrl).origin) return true
  return /^https?:$/.test(protocol) && host === headers.get('host')?.toLowerCase()
}
