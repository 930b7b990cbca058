import {readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'
import {act, render, screen} from '@testing-library/react'
import {condition} from '@/components/examples/content/condition'
import {faqs} from '@/components/examples/content/faq'
import {site} from '@/components/examples/content/site'
import {Faqs} from '@/components/page'
import {ShareLinks} from '@/components/share/share-links'
import {documentHead} from '@/lib/seo/head'
import {absoluteUrl} from '@/lib/site'

const script = readFileSync('public/enhance.js', 'utf8')
const enhance = () => new Function(script)()

/** What a browser can do, for one test. */
function browserWith(abilities: {clipboard?: object | undefined; share?: unknown}) {
  for (const [name, value] of Object.entries(abilities)) {
    Object.defineProperty(navigator, name, {value, configurable: true})
  }
}

function broken(): never {
  throw new Error('This browser is broken.')
}
/** Whatever is asked of it, it throws. */
const trap = new Proxy({}, {get: broken})

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
  Reflect.deleteProperty(navigator, 'clipboard')
  Reflect.deleteProperty(navigator, 'share')
  location.hash = ''
})

const head = documentHead('condition', condition)

async function copy() {
  await act(async () => screen.getByRole('button', {name: 'Copy link'}).click())
  act(() => jest.advanceTimersByTime(100))
}

describe('the one script of the site', () => {
  test('is small', () => {
    expect(gzipSync(script, {level: 6}).length).toBeLessThan(4096)
  })

  test('needs nothing but itself', () => {
    expect(script).not.toMatch(/^\s*(?:import|export)\b|\bimport\(|https?:|\beval\b|innerHTML|document\.write/m)
  })

  test.each([
    ['no clipboard', () => browserWith({clipboard: undefined})],
    ['no share sheet', () => browserWith({share: undefined})],
    ['a clipboard that throws', () => browserWith({clipboard: trap})],
    ['a share sheet that throws', () => Object.defineProperty(navigator, 'share', {get: broken, configurable: true})],
    ['no way to find an element', () => jest.spyOn(document, 'querySelectorAll').mockImplementation(broken)],
    ['no way to listen', () => jest.spyOn(globalThis, 'addEventListener').mockImplementation(broken)],
    ['no details', () => jest.spyOn(document, 'getElementById').mockImplementation(broken)],
  ])('fails in silence, and leaves the page as it was: %s', (_what, prepare) => {
    render(<ShareLinks site={site} head={head} />)
    const before = document.body.innerHTML
    prepare()
    expect(enhance).not.toThrow()
    jest.restoreAllMocks()
    expect(document.body.innerHTML).toBe(before)
  })

  test('goes on with the next feature where one fails', async () => {
    Object.defineProperty(navigator, 'clipboard', {get: broken, configurable: true})
    const share = jest.fn(async () => {})
    browserWith({share})
    render(<ShareLinks site={site} head={head} />)
    enhance()
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Share…'])
  })

  test('copies the address of the page and says so', async () => {
    const writeText = jest.fn(async (_text: string) => {})
    browserWith({clipboard: {writeText}})
    render(<ShareLinks site={site} head={head} />)
    enhance()
    await copy()
    expect(writeText).toHaveBeenCalledWith(absoluteUrl(head.path))
    expect(screen.getByRole('status')).toHaveTextContent('Link copied')
  })

  test('says what to do where copying is not allowed', async () => {
    browserWith({clipboard: {writeText: () => Promise.reject(new Error('not allowed'))}})
    render(<ShareLinks site={site} head={head} />)
    enhance()
    await copy()
    expect(screen.getByRole('status')).toHaveTextContent('Copy it from the address bar.')
  })

  test('offers the share sheet of the device, and closing it is no error', async () => {
    const share = jest.fn((_shared: {url: string; title: string}) => Promise.reject(new Error('closed')))
    browserWith({share})
    render(<ShareLinks site={site} head={head} />)
    enhance()
    await act(async () => screen.getByRole('button', {name: 'Share…'}).click())
    expect(share).toHaveBeenCalledWith({url: absoluteUrl(head.path), title: 'Back Pain'})
  })

  test('shows nothing that the browser cannot do', () => {
    render(<ShareLinks site={site} head={head} />)
    enhance()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('opens the question that the address points to', () => {
    render(<Faqs faqs={faqs} context={{language: 'en', phone: ''}} />)
    location.hash = '#question-work'
    enhance()
    const open = screen.getAllByRole('group').filter((question) => question.hasAttribute('open'))
    expect(open.map(({id}) => id)).toEqual(['question-work'])
  })

  test('survives an address that ends in anything', () => {
    location.hash = '#%E0%A4%A'
    expect(enhance).not.toThrow()
  })

  test('opens every answer for print, and closes them again', () => {
    render(<Faqs faqs={faqs} context={{language: 'en', phone: ''}} />)
    enhance()
    const open = () => screen.getAllByRole('group').filter((question) => question.hasAttribute('open')).length
    dispatchEvent(new Event('beforeprint'))
    expect(open()).toBe(4)
    dispatchEvent(new Event('afterprint'))
    expect(open()).toBe(0)
  })
})
