/** Every page that a reader can reach from the home page, but for the search: for tests that must hold for all of them. */
import {tagsIn} from './look-at-page'

type Site = Readonly<{
  url: string
  get: (path: string) => Promise<{status: number; html: string; headers: Headers}>
}>

const isHtml = (headers: Headers) => headers.get('content-type')?.startsWith('text/html') ?? false

/** The paths of all pages, found by following links; `from` are further places to begin at. */
export async function everyPath(site: Site, from: readonly string[] = []): Promise<string[]> {
  const seen = new Set<string>()
  const found: string[] = []
  const queue = ['/', ...from]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const {status, html, headers} = await site.get(path)
    // What a search finds is listed nowhere.
    if (status !== 200 || !isHtml(headers) || path.endsWith('/search')) continue
    found.push(path)
    for (const link of tagsIn(html, 'a')) {
      const to = new URL(link.get('href') ?? '', site.url + path)
      if (to.origin === site.url && to.search === '') queue.push(to.pathname)
    }
  }
  return found
}

/** What these pages are, by path. */
export async function servedPages(site: Site, paths: readonly string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const path of paths) pages.set(path, (await site.get(path)).html)
  return pages
}
