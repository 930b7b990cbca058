/**
 * Which web pages may read answers: those whose exact origin is on the list, and no others. Programs that are no
 * browser send no Origin and are not concerned.
 * @module
 */

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

export class Cors {
  readonly #origins: ReadonlySet<string>

  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins.map((origin) => new URL(origin).origin))
  }

  get origins(): string[] {
    return [...this.#origins]
  }

  isAllowed(origin: string | null): boolean {
    return origin !== null && this.#origins.has(origin)
  }

  preflight(request: Request): Response {
    const headers = new Headers({vary: 'Origin, Access-Control-Request-Headers'})
    if (this.isAllowed(request.headers.get('origin'))) {
      headers.set('access-control-allow-methods', METHODS)
      headers.set('access-control-allow-headers', request.headers.get('access-control-request-headers') ?? '')
      headers.set('access-control-max-age', '600')
      headers.set('access-control-allow-private-network', 'true')
    }
    return this.annotate(request, new Response(null, {status: 204, headers}))
  }

  annotate(request: Request, response: Response): Response {
    const origin = request.headers.get('origin')
    response.headers.append('vary', 'Origin')
    if (origin !== null && this.isAllowed(origin)) {
      response.headers.set('access-control-allow-origin', origin)
      response.headers.set('access-control-allow-credentials', 'true')
      response.headers.set('access-control-expose-headers', 'Content-Type, Content-Length, ETag')
    }
    return response
  }
}
