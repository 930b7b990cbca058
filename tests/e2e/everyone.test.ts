/**
 * The site for everyone: each kind of page in each way of seeing it, with the keyboard alone, with a reader's own spacing,
 * at 400 %, without motion, and as a screen reader is told of it (WCAG 2.2 AA).
 */
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyKind} from '../support/kinds-of-page'
import {barriersOn, overflowOn} from '../support/look-at-page'
import {cutOffOn, heardOn, motionsOn, sameNamesOn, setReadersSpacing, walkByKeyboard} from '../support/reach'
import {sampleClinic} from '../support/sample-clinic'
import {faultsIn} from '../support/valid-html'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let reader: TestBrowser

beforeAll(async () => {
  reader = await openBrowser()
})

afterAll(async () => {
  await reader?.close()
})

const plain = {colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference', media: 'screen'} as const

beforeEach(async () => {
  await reader.page.setViewportSize({width: 1280, height: 900})
  await reader.page.emulateMedia(plain)
})

const visit = (path: string) => reader.page.goto(clinic.siteUrl + path, {waitUntil: 'load'})

describe('however it is seen', () => {
  it.each(everyKind)('nobody is shut out, light, dark or in forced colors, wide or narrow: %s', async (_kind, path) => {
    const {page} = reader
    const barriers: string[] = []
    for (const width of [1280, 320]) {
      await page.setViewportSize({width, height: 800})
      await visit(path)
      for (const look of [plain, {...plain, colorScheme: 'dark'}, {...plain, forcedColors: 'active'}] as const) {
        await page.emulateMedia(look)
        const name = `${width}, ${look.forcedColors === 'active' ? 'forced colors' : look.colorScheme}`
        barriers.push(...(await barriersOn(page)).map((barrier) => `${name}: ${barrier}`))
      }
    }
    expect(barriers).toEqual([])
  })

  it.each(everyKind)('at 400 % it is one column, and nothing is cut off: %s', async (_kind, path) => {
    // A window of 1280 × 1024 enlarged four times.
    await reader.page.setViewportSize({width: 320, height: 256})
    await visit(path)
    expect(await overflowOn(reader.page)).toEqual([])
    expect(await cutOffOn(reader.page)).toEqual([])
  })

  it.each(everyKind)('a reader’s own spacing loses nothing: %s', async (_kind, path) => {
    const {page} = reader
    for (const width of [1280, 320]) {
      await page.setViewportSize({width, height: 800})
      await visit(path)
      await setReadersSpacing(page)
      expect(await overflowOn(page)).toEqual([])
      expect(await cutOffOn(page)).toEqual([])
    }
  })

  it.each(everyKind)('nothing moves for who asked for stillness: %s', async (_kind, path) => {
    await reader.page.emulateMedia({...plain, reducedMotion: 'reduce'})
    await visit(path)
    expect(await motionsOn(reader.page)).toEqual([])
  })
})

describe('with the keyboard alone', () => {
  // Where scrolling glides, the place is reached a moment after the key.
  beforeEach(() => reader.page.emulateMedia({...plain, reducedMotion: 'reduce'}))

  it.each(everyKind)('every stop is seen, marked and not covered, on a phone too: %s', async (_kind, path) => {
    for (const size of [
      {width: 1280, height: 720},
      {width: 320, height: 568},
    ]) {
      await reader.page.setViewportSize(size)
      await visit(path)
      const stops = await walkByKeyboard(reader.page)
      expect(stops.length).toBeGreaterThan(8)
      expect(stops[0]?.what).toMatch(/^a "(?:Skip to|Ir al)/)
      expect(stops.filter(({isInSight, isMarked}) => !isInSight || !isMarked)).toEqual([])
      expect(stops.filter(({coveredBy}) => coveredBy !== null)).toEqual([])
    }
  })

  it('the first stop leads past the menu, into the main text', async () => {
    const {page} = reader
    await visit('/conditions/sciatica')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
  })

  it('a question is opened, and closed again', async () => {
    const {page} = reader
    await visit('/conditions/sciatica')
    const question = page.locator('main details').first()
    await question.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await question.getAttribute('open')).not.toBeNull()
    await page.keyboard.press('Space')
    expect(await question.getAttribute('open')).toBeNull()
  })

  it('the list of what is on a page leads to each part', async () => {
    const {page} = reader
    await visit('/conditions/sciatica')
    const entries = page.getByRole('navigation', {name: 'On this page'}).getByRole('link')
    for (const entry of await entries.all()) {
      await entry.focus()
      await page.keyboard.press('Enter')
      const hash = await page.evaluate(() => location.hash)
      await page.waitForFunction((id) => {
        const {top = -1} = document.getElementById(id)?.getBoundingClientRect() ?? {}
        return top >= 0 && top < innerHeight
      }, hash.slice(1))
    }
  })
})

describe('as it is heard', () => {
  it.each(everyKind)(
    'everything that can be used has a name, and one name leads to one place: %s',
    async (_kind, path) => {
      await visit(path)
      const heard = await heardOn(reader.page)
      expect(heard.length).toBeGreaterThan(8)
      expect(heard.filter(({name}) => name === '')).toEqual([])
      expect(await sameNamesOn(reader.page)).toEqual([])
    },
  )

  it.each(everyKind)(
    'there is one main text, one head, one foot, and every navigation says what it is: %s',
    async (_kind, path) => {
      const {page} = reader
      await visit(path)
      const count = (role: 'main' | 'banner' | 'contentinfo') => page.getByRole(role).count()
      expect([await count('main'), await count('banner'), await count('contentinfo')]).toEqual([1, 1, 1])
      const names = await page.getByRole('navigation').evaluateAll((places) =>
        places.map((place) => {
          const labelled = place.getAttribute('aria-labelledby')
          return place.getAttribute('aria-label') ?? (labelled ? document.getElementById(labelled)?.textContent : null)
        }),
      )
      expect(names.filter((name) => !name)).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    },
  )
})

describe('as it is written', () => {
  it.each(everyKind)('the page is valid HTML: %s', async (_kind, path) => {
    const response = await fetch(clinic.siteUrl + path)
    expect(await faultsIn(await response.text())).toEqual([])
  })
})
