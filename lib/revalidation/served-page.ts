/** What the site really serves at a path: fetched over its own listener, as a patient would. */
import {env} from '../env.ts'

export type ServedPage = {
  readonly status: number
  /** Where it leads: a path of this site, or a whole address elsewhere; null where it leads nowhere. */
  readonly location: string | null
  /** The revision marks the page carries, contract by contract; empty where it carries none. */
  readonly stamps: ReadonlyMap<string, string>
}

/** The meta element that `stampFor` fills: `<meta name="content-stamp" content="site.a1b2c3d4 condition.e5f6a7b8">`. */
const stampElement = /<meta name="content-stamp" content="([^"]*)"/

/** The site's own listener, as this machine reaches it. */
export const ownAddress = (path: string): string => new URL(path, `http://${env.ownHost}:${env.port}`).href

/** Fetches a page of this site. Throws where nothing answers within 15 seconds. */
export async function servedPage(path: string): Promise<ServedPage> {
  const response = await fetch(ownAddress(path), {
    redirect: 'manual',
    cache: 'no-store',
    headers: {'user-agent': 'clinic-site warm-up', accept: 'text/html'},
    signal: AbortSignal.timeout(15_000),
  })
  const html = await response.text()
  const marks = (stampElement.exec(html)?.[1] ?? '').split(' ').filter(Boolean)
  return {
    status: response.status,
    location: response.headers.get('location'),
    stamps: new Map(marks.map((mark) => [mark.slice(0, mark.lastIndexOf('.')), mark.slice(mark.lastIndexOf('.') + 1)])),
  }
}
