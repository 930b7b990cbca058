/** What must not happen in a Studio while somebody works in it, watched from the first page to the last. */
import type {Page, Request} from 'playwright-core'
import type {TestBrowser} from './browser'
import type {Clinic} from './start-clinic'

/**
 * The Studio asks Sanity for a font, its newest version and the like; the Content-Security-Policy of /studio stops that,
 * which the browser reports. Before the sign-in it asks who is signed in, and the honest answer is 401. And when a page
 * is left, the Studio's own client says good-bye on a line that it has just hung up.
 */
export const isExpected = (error: string): boolean =>
  /design-system-static\.sanity\.io|sanity-cdn\.com|api\.sanity\.io|Failed to fetch version for package/.test(error) ||
  /status of 401/.test(error) ||
  /WebSocket is already in CLOSING or CLOSED state/.test(error)

/** A request of the lake that takes longer has been left unanswered. Milliseconds. */
const patience = 15_000

export type StudioWatch = {
  /** Everything that went wrong so far; waits for what is still being answered. */
  readonly complaints: () => Promise<string[]>
}

export function watchStudio({context, errors}: TestBrowser, {lakePort}: Clinic): StudioWatch {
  const open = new Map<Request, number>()
  const refused: string[] = []
  const isOfLake = (request: Request) => new URL(request.url()).port === String(lakePort)
  const nameOf = (request: Request) => `${request.method()} ${request.url().slice(0, 300)}`
  context.on('request', (request) => {
    if (isOfLake(request)) open.set(request, Date.now())
  })
  context.on('requestfinished', (request) => open.delete(request))
  context.on('requestfailed', (request) => open.delete(request))
  context.on('response', (response) => {
    const request = response.request()
    // Who is not signed in yet is told so.
    const isQuestionWho = response.status() === 401 && request.url().includes('/users/me')
    if (isOfLake(request) && response.status() >= 400 && !isQuestionWho) {
      refused.push(`${response.status()} ${nameOf(request)}`)
    }
  })
  return {
    complaints: async () => {
      const end = Date.now() + patience
      const unanswered = () => [...open].filter(([, since]) => since < end - patience).map(([request]) => request)
      while (unanswered().length > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
      return [
        ...refused,
        ...unanswered().map((request) => `unanswered: ${nameOf(request)}`),
        ...errors.filter((error) => !isExpected(error)),
      ]
    },
  }
}

/** Whatever turns on the screen has stopped turning. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll('[data-ui="Spinner"], [data-testid="loading-block"]')].every(
        (spinner) => !spinner.checkVisibility({opacityProperty: true, visibilityProperty: true}),
      ),
    undefined,
    {timeout: 30_000},
  )
