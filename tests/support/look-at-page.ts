/** What a page is made of, read from the page itself: for tests that look at every page in the same way. */
import {AxeBuilder} from '@axe-core/playwright'
import type {Locator, Page, Request} from 'playwright-core'

/**
 * Every rule for WCAG 2.0 to 2.2, A and AA, and good practice. The tags are spelled out because axe leaves the rule for
 * the size of targets out unless `wcag22aa` is asked for (4.14; the same list as the NHS uses).
 */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks with a window as tall as the page: what is scrolled beneath a bar at an edge of the window is not covered by it. */
async function inWholeView<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  const size = page.viewportSize()
  if (!size) return look()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({width: size.width, height: Math.max(size.height, height)})
  try {
    return await look()
  } finally {
    await page.setViewportSize(size)
  }
}

/** What axe finds wrong, one line for each element. */
export async function barriersOn(page: Page): Promise<string[]> {
  // "Legacy" leaves out what frames of other origins need, a second page for each look; ours have none. A third of the time.
  if (page.frames().length > 1) throw new Error('This page has frames: look at it in another way.')
  const axe = new AxeBuilder({page})
    .setLegacyMode(true)
    .options({resultTypes: ['violations']})
    .withTags(rules)
  const {violations, passes} = await inWholeView(page, () => axe.analyze())
  if (passes.length === 0) throw new Error('axe looked at nothing.')
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${help} (${target.join(' ')}) ${failureSummary ?? ''}`),
  )
}

/** The headings a reader meets, in order: `1 Back Pain`. */
export const headingsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => `${heading.tagName.slice(1)} ${heading.textContent.trim()}`),
  )

/** The text that can be seen in a place, each gap in it one space. */
export const shownIn = async (place: Locator): Promise<string> =>
  (await place.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')

/** Where the order of headings jumps over a level. */
export function jumpsIn(headings: readonly string[]): string[] {
  return headings.filter((heading, index) => {
    const level = Number(heading[0])
    return level > Number(headings[index - 1]?.[0] ?? 0) + 1
  })
}

/** Scrolls through the page so that every picture comes, and answers those that did not. */
export const brokenPicturesOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const pictures = [...document.images]
    for (const picture of pictures) {
      picture.scrollIntoView({block: 'center', behavior: 'instant'})
      // Rejects where the picture cannot be shown, which `naturalWidth` tells below.
      await picture.decode().catch(() => undefined)
    }
    return pictures.filter(({naturalWidth}) => naturalWidth === 0).map(({currentSrc, src}) => currentSrc || src)
  })

/** Elements that reach over the right edge, where the page scrolls sideways; none where it does not. */
export const overflowOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const {clientWidth, scrollWidth} = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .concat(`${scrollWidth} px wide in ${clientWidth}`)
  })

/** Listens to what a page asks for, from now on. */
export function requestsOf(page: Page): {readonly urls: string[]; readonly stop: () => void} {
  const urls: string[] = []
  const listen = (request: Request) => urls.push(request.url())
  page.on('request', listen)
  return {urls, stop: () => page.off('request', listen)}
}

/** Every element of an HTML text by its name, as its attributes: for what must hold without a browser. */
export const tagsIn = (html: string, name: string): Map<string, string>[] =>
  [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(
    ([, attributes = '']) =>
      new Map(
        [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          unescaped(value),
        ]),
      ),
  )

const entities: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'"}
const unescaped = (text: string): string =>
  text.replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole)
