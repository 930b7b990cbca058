/**
 * One page, one address: slashes that mean nothing are taken out in one step. Next does the same in several, one redirect
 * for each kind. Letters are left as they are: an old address that a redirect knows may have capitals, so that is decided
 * where redirects are (`missing-page.ts`).
 */

/** The address without spare slashes, with its query; null where it has none: `//conditions//` → `/conditions`. */
export function withoutSpareSlashes(url: string): string | null {
  const at = url.indexOf('?')
  const path = at === -1 ? url : url.slice(0, at)
  const clean = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  return clean === path ? null : clean + url.slice(path.length)
}
