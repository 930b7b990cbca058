/**
 * Cookies, as far as the lake needs them: its own two, never readable by scripts.
 * @module
 */

/** @returns the value of a cookie of the request, or null */
export function cookieIn(request: Request, name: string): string | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value !== undefined && /^[\w-]{1,200}$/.test(value)) return value
  }
  return null
}

export type Cookie = {
  readonly name: string
  readonly value: string
  readonly path: string
  readonly sameSite: 'Strict' | 'Lax'
  /** 0 takes the cookie away. */
  readonly maxAgeSeconds: number
  readonly isSecure: boolean
}

export const setCookie = ({name, value, path, sameSite, maxAgeSeconds, isSecure}: Cookie): string =>
  `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`
