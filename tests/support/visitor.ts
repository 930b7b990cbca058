/** A browser without scripts, as far as the lake's own pages need one: it keeps cookies, fills in forms and sends them. */
import {cookieNames} from '../../sanity/lake/sign-in-cookies.ts'
import {clientFor} from './start-lake'

export type Sent = {
  readonly status: number
  readonly text: string
  readonly location: string | null
  readonly headers: Headers
}

export class Visitor {
  /** By name and path. Two visitors with the same are one browser. */
  readonly cookies: Map<string, string>
  /** What this lake calls its cookies. */
  readonly names: ReturnType<typeof cookieNames>
  readonly #lakeUrl: string
  readonly #headers: Record<string, string>

  /** @param headers sent with every request */
  constructor(lakeUrl: string, headers: Record<string, string> = {}, cookies = new Map<string, string>()) {
    this.cookies = cookies
    this.names = cookieNames(lakeUrl)
    this.#lakeUrl = lakeUrl
    this.#headers = headers
  }

  async get(address: string, headers: Record<string, string> = {}): Promise<Sent> {
    return this.#send(new URL(address, this.#lakeUrl), {headers})
  }

  async post(address: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Sent> {
    return this.#send(new URL(address, this.#lakeUrl), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: {origin: this.#lakeUrl, 'sec-fetch-site': 'same-origin', ...headers},
    })
  }

  signIn(email: string, password: string, fields: Record<string, string> = {}): Promise<Sent> {
    return this.post('/v1/auth/local', {email, password, ...fields})
  }

  /** Sends a form of a page of the lake's own, with the proof that the page holds. */
  async act(page: 'account' | 'people', act: string, fields: Record<string, string> = {}): Promise<Sent> {
    const {text} = await this.get(`/v1/auth/${page}`)
    const proof = /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? ''
    return this.post(`/v1/auth/${page}`, {proof, act, ...fields})
  }

  async #send(url: URL, init: RequestInit): Promise<Sent> {
    const cookie = [...this.cookies]
      .map(([name, value]) => ({name: name.split(' ')[0], path: name.split(' ')[1] ?? '/', value}))
      .filter(({path}) => url.pathname.startsWith(path))
      .map(({name, value}) => `${name}=${value}`)
      .join('; ')
    const headers = {...this.#headers, ...(cookie === '' ? {} : {cookie}), ...(init.headers as Record<string, string>)}
    const response = await fetch(url, {...init, headers, redirect: 'manual'})
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      const path = /; Path=([^;]+)/.exec(text)?.[1] ?? '/'
      if (value === '') this.cookies.delete(`${name} ${path}`)
      else this.cookies.set(`${name} ${path}`, value)
    }
    const text = await response.text()
    return {status: response.status, text, location: response.headers.get('location'), headers: response.headers}
  }
}

/** The id of the session in the address to which somebody is sent on. */
export function sidIn({location}: Sent): string {
  return new URLSearchParams(new URL(location ?? '').hash.slice(1)).get('sid') ?? ''
}

/** What the Studio does with that id: its token, or null where it is refused. */
export async function tokenFor(lakeUrl: string, sid: string): Promise<string | null> {
  const response = await fetch(`${lakeUrl}/v1/auth/fetch?sid=${sid}`)
  const body: {token?: string} = await response.json()
  return body.token ?? null
}

/** The Studio's client of somebody who was just signed in. */
export async function studioOf(lakeUrl: string, sent: Sent) {
  const token = await tokenFor(lakeUrl, sidIn(sent))
  if (token === null) throw new Error('The session was refused.')
  return clientFor(lakeUrl, token)
}
