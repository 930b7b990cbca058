/** A real Chromium for a test, which never leaves the machine: every request to another host is stopped and told. */
import {type BrowserContext, chromium, type Page} from 'playwright-core'
import {temporaryFolder} from './temporary-folder'

/** Chromium without its calls home, and without what containers lack. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=LocalNetworkAccessChecks',
]

export type TestBrowser = {
  readonly context: BrowserContext
  readonly page: Page
  /** Hosts that were asked for outside of this machine. */
  readonly outside: ReadonlySet<string>
  /** Errors of the console and of scripts. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

export type BrowserOptions = {
  javaScriptEnabled?: boolean
  width?: number
  /** Pixels of the screen for one of the page. */
  density?: number
  colorScheme?: 'light' | 'dark'
}

const isHere = (url: URL) => ['localhost', '127.0.0.1'].includes(url.hostname) || url.hostname.endsWith('.localhost')

export async function openBrowser({
  javaScriptEnabled = true,
  width = 1280,
  density = 1,
  colorScheme = 'light',
}: BrowserOptions = {}) {
  const {folder, remove} = temporaryFolder('browser')
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
    headless: true,
    args: browserFlags,
    viewport: {width, height: 900},
    deviceScaleFactor: density,
    javaScriptEnabled,
    colorScheme,
    // The site answers to Next's own rules for caching; a test must see what is served now.
    bypassCSP: false,
  })
  const outside = new Set<string>()
  const errors: string[] = []
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url())
    if (!/^(?:https?|wss?):$/.test(url.protocol) || isHere(url)) return route.continue()
    outside.add(url.host)
    return route.abort()
  })
  const watch = (page: Page) => {
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
  }
  context.on('page', watch)
  const page = context.pages()[0] ?? (await context.newPage())
  watch(page)
  const browser: TestBrowser = {
    context,
    page,
    outside,
    errors,
    close: async () => {
      await context.close()
      remove()
    },
  }
  return browser
}
