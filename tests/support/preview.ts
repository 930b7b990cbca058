/** Opening a preview as the Studio does it: a secret in the lake, an address with the secret, and the cookies it gives. */
import type {SanityClient} from '@sanity/client'
import {urlSearchParamPreviewPathname, urlSearchParamPreviewSecret} from '@sanity/preview-url-secret/constants'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'

export const makeSecret = async (client: SanityClient): Promise<string> =>
  (await createPreviewSecret(client, 'a test', 'http://localhost/studio')).secret

/** Asks for a preview of a path; `secret: null` sends none. */
export function askForPreview(siteUrl: string, secret: string | null, path: string): Promise<Response> {
  const query = new URLSearchParams({[urlSearchParamPreviewPathname]: path})
  if (secret !== null) query.set(urlSearchParamPreviewSecret, secret)
  return fetch(`${siteUrl}/api/draft-mode/enable?${query}`, {redirect: 'manual'})
}

/** The cookies of an answer, by name; those that it takes away are empty. */
export const cookiesOf = (response: Response): Map<string, string> =>
  new Map(
    response.headers.getSetCookie().map((cookie) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      return [name, value]
    }),
  )

/** As a browser sends them back. */
export const cookieHeader = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
