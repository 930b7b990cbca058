/** Layout shifts of a page, as the browser itself counts them (https://web.dev/articles/cls). */
import type {Page} from 'playwright-core'

export type Shift = {readonly value: number; readonly elements: readonly string[]}

/** Scrolls through the page once, slowly enough for what is lazy to come, and answers every shift there was. */
export const shiftsOn = (page: Page): Promise<Shift[]> =>
  page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
      scrollTo({top, behavior: 'instant'})
      await nextFrame()
      await Promise.all([...document.images].filter(isNear).map((image) => image.decode().catch(() => undefined)))
    }
    await document.fonts.ready
    await nextFrame()
    return await new Promise<Shift[]>((resolve) => {
      const found: Shift[] = []
      const observer = new PerformanceObserver((list) => found.push(...list.getEntries().map(shiftOf)))
      observer.observe({type: 'layout-shift', buffered: true})
      // What the browser has buffered is told before the next frame but one.
      nextFrame()
        .then(nextFrame)
        .then(() => resolve([...found, ...observer.takeRecords().map(shiftOf)]))
    })

    function isNear(image: HTMLImageElement): boolean {
      const {top, bottom} = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    }
    function shiftOf(entry: PerformanceEntry): Shift {
      const sources: unknown = Reflect.get(entry, 'sources')
      const nodes = Array.isArray(sources) ? sources.map(({node}) => node) : []
      return {
        value: Number(Reflect.get(entry, 'value')),
        elements: nodes.map((node) => (node instanceof Element ? `${node.localName}.${node.className}` : String(node))),
      }
    }
  })
