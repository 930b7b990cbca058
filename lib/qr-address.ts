/** Where the QR code of a page is: `/conditions/back-pain` → `/qr/conditions/back-pain.svg`; of the home page, `/qr.svg`. */
export const qrAddressFor = (pagePath: string): string => `/qr${pagePath === '/' ? '' : pagePath}.svg`

/** Reads it back; null where it is no such address. */
export function pageOfQrAddress(path: string): string | null {
  const [, page] = /^\/qr((?:\/[^/]+)*)\.svg$/.exec(path) ?? []
  if (page === undefined) return null
  return page === '' ? '/' : page
}
