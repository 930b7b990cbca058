/** Moving between pages: the next one is drawn while the reader's finger or pointer is still on its link. */
import {sampleClinic} from '../support/sample-clinic'
import {openTab, type Tab} from '../support/tab'
import {until} from '../support/until'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let tab: Tab

beforeEach(async () => {
  tab = await openTab()
})

afterEach(() => tab?.close())
const arrival = `(() => {
  const [{deliveryType, activationStart, type}] = performance.getEntriesByType('navigation')
  return {path: location.pathname, deliveryType, drawnAhead: activationStart > 0, type}
})()`

const arrivedAt = (path: string) =>
  until(async () => (await tab.read(`location.pathname + ' ' + document.readyState`)) === `${path} complete`, path)

describe('the next page', () => {
  it('is drawn as soon as the reader points at its link, and there at the click', async () => {
    await tab.open(`${clinic.siteUrl}/conditions`)
    expect(tab.ahead).toEqual([])
    await tab.pointAt('main a[href="/conditions/sciatica"]')
    await until(() => tab.ahead.includes('Prerender /conditions/sciatica Ready'), 'the page to be drawn')
    await tab.click()
    await arrivedAt('/conditions/sciatica')
    expect(await tab.read(arrival)).toMatchObject({path: '/conditions/sciatica', drawnAhead: true})
    // It is a page like any other: its script runs, and it draws the next one in its turn.
    expect(await tab.read(`document.querySelector('[data-copy]')?.closest('[data-enhanced]')?.hidden`)).toBe(false)
    expect(tab.complaints).toEqual([])
  })

  it('comes from what was fetched ahead where a browser draws nothing ahead', async () => {
    await tab.open(`${clinic.siteUrl}/conditions`)
    // As a browser that is short of memory, or that knows no drawing ahead.
    await tab.tell('Page.setPrerenderingAllowed', {isAllowed: false})
    await tab.pointAt('main a[href="/conditions/sciatica"]')
    await until(() => tab.ahead.includes('Prefetch /conditions/sciatica Ready'), 'the page to be fetched')
    await tab.click()
    await arrivedAt('/conditions/sciatica')
    expect(await tab.read(arrival)).toMatchObject({deliveryType: 'navigational-prefetch', drawnAhead: false})
  })

  it('is not fetched where the reader only looks at the page, nor where a link leads elsewhere', async () => {
    await tab.open(`${clinic.siteUrl}/locations/main-clinic`)
    const elsewhere = 'main a[href^="https://"]'
    expect(await tab.read(`document.querySelectorAll('${elsewhere}').length > 0`)).toBe(true)
    await tab.pointAt(elsewhere)
    await tab.pointAt('a[href^="tel:"]')
    // A link of our own afterwards, so that there is something to wait for.
    await tab.pointAt('header a[href="/conditions"]')
    await until(() => tab.ahead.some((event) => event.startsWith('Prefetch /conditions ')), 'a page to be fetched')
    expect(tab.ahead.filter((event) => !/^\w+ \/conditions /.test(event))).toEqual([])
  })
})
