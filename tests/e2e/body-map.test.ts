/** “Where does it hurt?” as patients answer it: with a thumb on a small phone, by keyboard, in colors of their own. */
import type {Page} from 'playwright-core'
import {openBrowser, type TestBrowser} from '../support/browser'
import {barriersOn} from '../support/look-at-page'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(120_000)

/** Both sides of the smallest target WCAG 2.2 allows, and of the smallest phone. CSS pixels. */
const thumb = 24
const phone = {width: 320, height: 1600}

const clinic = sampleClinic()
let browser: TestBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = browser.page
})

afterAll(async () => {
  await browser?.close()
})

beforeEach(async () => {
  await page.setViewportSize({width: 1280, height: 900})
  await page.emulateMedia({colorScheme: 'light', media: 'screen', forcedColors: 'none', reducedMotion: 'reduce'})
})

const visit = (path: string) => page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
const onBody = () => page.getByRole('navigation', {name: 'Choose on the body'})
const inList = () => page.getByRole('navigation', {name: 'Choose from a list'})
const part = (name: string) => onBody().getByRole('link', {name: new RegExp(`^${name}:`)})

/** For each part of the body the largest square that leads nowhere else, wherever it is touched: its side, its middle. */
const roomForThumbs = () =>
  onBody().evaluate((nav) => {
    const links = [...nav.querySelectorAll('a')]
    const best = links.map((link) => ({name: link.getAttribute('aria-label'), side: 0, x: 0, y: 0}))
    const {left, top, right, bottom} = nav.getBoundingClientRect()
    let above: {owner: number; side: number}[] = []
    for (let y = Math.ceil(top); y < bottom; y++) {
      const row: typeof above = []
      for (let x = Math.ceil(left), i = 0; x < right; x++, i++) {
        const link = document.elementFromPoint(x, y)?.closest('a')
        const owner = link ? links.indexOf(link) : -1
        const corners = [row[i - 1], above[i], above[i - 1]]
        const side = owner < 0 ? 0 : 1 + Math.min(...corners.map((at) => (at?.owner === owner ? at.side : 0)))
        const known = best[owner]
        if (known && side > known.side) Object.assign(known, {side, x: x - side / 2, y: y - side / 2})
        row.push({owner, side})
      }
      above = row
    }
    return best
  })

/** The name of what has the focus, as `stops` presses of Tab pass by. */
async function tabbedThrough(stops: number): Promise<string[]> {
  const names: string[] = []
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press('Tab')
    names.push(
      await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      ),
    )
  }
  return names
}

describe('with a thumb, 320 pixels wide', () => {
  it.each(['/', '/conditions'])(
    'every part of the body on %s is large enough to touch, and leads to its conditions',
    async (path) => {
      await page.setViewportSize(phone)
      await visit(path)
      await onBody().scrollIntoViewIfNeeded()
      const parts = await roomForThumbs()
      expect(parts.length).toBeGreaterThan(10)
      expect(parts.filter(({side}) => side < thumb)).toEqual([])

      const [lowerBack] = parts.filter(({name}) => name?.startsWith('Lower back'))
      await page.mouse.click(lowerBack?.x ?? 0, lowerBack?.y ?? 0)
      await page.waitForURL('**/conditions#lower-back')
      const heading = page.getByRole('heading', {name: 'Lower back', exact: true})
      const place = await heading.boundingBox()
      expect(place?.y).toBeGreaterThanOrEqual(0)
      expect(place?.y).toBeLessThan(phone.height / 2)
      await page.getByRole('link', {name: 'Sciatica'}).first().click()
      await page.waitForURL('**/conditions/sciatica')
    },
  )

  it('the names that have no room are in the list right below, and nothing is cut off', async () => {
    await page.setViewportSize(phone)
    await visit('/')
    const [body, list] = [await onBody().boundingBox(), await inList().boundingBox()]
    expect((list?.y ?? 0) - ((body?.y ?? 0) + (body?.height ?? 0))).toBeLessThan(40)
    for (const link of await inList().getByRole('link').all()) {
      const box = await link.boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(44)
      expect((box?.x ?? 0) + (box?.width ?? phone.width)).toBeLessThan(phone.width)
    }
  })
})

describe('by keyboard', () => {
  it('each part is one stop, from head to foot, first on the body and then in the list', async () => {
    await visit('/conditions')
    const names = await onBody()
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))
    expect(names.at(0)).toBe('Head: 1 condition')
    expect(names.at(-1)).toMatch(/^(?:Foot and ankle|Whole body)/)
    await page.getByRole('link', {name: 'Go to the list'}).focus()
    expect(await tabbedThrough(names.length)).toEqual(names)
    const listed = await tabbedThrough(names.length)
    expect(listed.map((name) => name.replace(/(?=\d+ condition)/, ''))).toEqual(names)
  })

  it('the part that has the focus is seen, in both views, with its name', async () => {
    await visit('/conditions')
    await part('Neck').focus()
    await page.keyboard.press('Tab')
    const looks = (name: string) =>
      part(name).evaluate((link) => {
        const {fill, stroke} = getComputedStyle(link.querySelector('path') ?? link)
        const name = link.querySelector('text')
        return {fill, stroke, underlined: name !== null && getComputedStyle(name).textDecorationLine === 'underline'}
      })
    expect(await part('Shoulder').evaluate((link) => link === document.activeElement)).toBe(true)
    expect(await looks('Shoulder')).toMatchObject({underlined: true})
    expect((await looks('Shoulder')).stroke).not.toBe((await looks('Neck')).stroke)
    expect((await looks('Shoulder')).fill).not.toBe((await looks('Neck')).fill)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/conditions#shoulder')
  })

  it('the drawing can be passed by', async () => {
    await visit('/')
    const past = page.getByRole('link', {name: 'Go to the list'})
    await past.focus()
    expect((await past.boundingBox())?.height).toBeGreaterThan(20)
    await page.keyboard.press('Enter')
    expect(await tabbedThrough(1)).toEqual([expect.stringMatching(/^Head: ?1 condition$/)])
  })
})

describe('in every light', () => {
  it.each(['light', 'dark'] as const)('what can be chosen stands out from the ground: %s', async (colorScheme) => {
    await page.emulateMedia({colorScheme})
    await visit('/conditions')
    const contrast = await part('Neck').evaluate((link) => {
      const pixel = new OffscreenCanvas(1, 1).getContext('2d')
      const luminance = (color: string) => {
        if (!pixel) return 0
        pixel.fillStyle = color
        pixel.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0] = [...pixel.getImageData(0, 0, 1, 1).data].map((part) => {
          const share = part / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      const panel = link.closest('section') ?? link
      const [high = 0, low = 0] = [
        luminance(getComputedStyle(link.querySelector('path') ?? link).fill),
        luminance(getComputedStyle(panel).backgroundColor),
      ].sort((a, b) => b - a)
      return (high + 0.05) / (low + 0.05)
    })
    expect(contrast).toBeGreaterThanOrEqual(3)
  })

  it.each(['light', 'dark'] as const)('in colors of the reader’s own it is drawn in lines: %s', async (colorScheme) => {
    await page.emulateMedia({colorScheme, forcedColors: 'active'})
    await visit('/conditions')
    // A browser may have prepared the page ahead of the visit, in the colors of before.
    await page.reload({waitUntil: 'load'})
    expect(await barriersOn(page)).toEqual([])
    const {line, ground, name} = await part('Neck').evaluate((link) => {
      const shape = getComputedStyle(link.querySelector('path') ?? link)
      return {line: shape.stroke, ground: shape.fill, name: getComputedStyle(link.querySelector('text') ?? link).fill}
    })
    expect(line).not.toBe(ground)
    expect(name).toBe(line)
  })

  it('is left out on paper, where the conditions stand by part of the body', async () => {
    await page.emulateMedia({media: 'print'})
    await visit('/conditions')
    expect(await onBody().isVisible()).toBe(false)
    expect(await page.getByRole('heading', {name: 'Lower back', exact: true}).isVisible()).toBe(true)
  })
})
