/** How a page is met by people who do not use a mouse, do not see it, or see it their own way. */
import type {Page} from 'playwright-core'

export type Stop = {
  /** What stands there, for messages: `a "All conditions"`. */
  readonly what: string
  /** Is some of it within the window? */
  readonly isInSight: boolean
  /** What lies over it, if anything does. */
  readonly coveredBy: string | null
  /** Can it be seen that this is the place? */
  readonly isMarked: boolean
}

/** More stops than any page has: a walk that does not end is a trap. */
const farthest = 400

/** Goes through a page with the Tab key, from its top until the browser leaves it. */
export async function walkByKeyboard(page: Page): Promise<Stop[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo({top: 0, behavior: 'instant'})
  })
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(hereByKeyboard)
    if (!stop) return stops
    stops.push(stop)
    if (stops.length > farthest) throw new Error(`The walk does not end: ${stops.at(-1)?.what}`)
  }
}

/** Runs in the page. Null where no element of the page has the focus, or the walk begins anew. */
function hereByKeyboard(): Stop | null {
  const here = document.activeElement
  if (!here || here === document.body || here.hasAttribute('data-walked')) return null
  here.setAttribute('data-walked', '')
  const name = here.getAttribute('aria-label') ?? here.textContent?.trim() ?? ''
  // A link within a line may be broken over two: each of its boxes counts.
  const boxes = [...here.getClientRects()].filter(({width, height}) => width > 0 && height > 0)
  const points = boxes.flatMap(({left, top, width, height}) =>
    [0.15, 0.5, 0.85].flatMap((x) =>
      [0.2, 0.5, 0.8].map((y): [number, number] => [left + width * x, top + height * y]),
    ),
  )
  const within = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
  const over = within
    .map(([x, y]) => document.elementFromPoint(x, y))
    .find((top) => top && !here.contains(top) && !top.contains(here) && !here.closest('label')?.contains(top))
  // The parts of a drawing lie close together and within each other's boxes: there, only what is not of it can cover.
  const drawing = here instanceof SVGElement ? here.ownerSVGElement : null
  const covers = over && !drawing?.contains(over) ? over : null
  const style = getComputedStyle(here)
  return {
    what: `${here.tagName.toLowerCase()} "${name.replaceAll(/\s+/g, ' ').slice(0, 60)}"`,
    isInSight: within.length > 0,
    coveredBy: covers ? `${covers.tagName.toLowerCase()}.${covers.getAttribute('class')}` : null,
    // A shape is marked along its own edge instead of by a box around it (tests/e2e/body-map.test.ts).
    isMarked: drawing !== null || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2),
  }
}

/**
 * The spacing that readers may set for themselves without losing anything (WCAG 2.2, 1.4.12). The rules are put in through
 * the style sheets' own interface, because the site's policy allows no style that it did not bring.
 */
export async function setReadersSpacing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `)
    document.adoptedStyleSheets = [sheet]
  })
}

/** Places whose text is cut off: content that reaches out of a box which hides what does not fit. */
export const cutOffOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const {overflowX, overflowY, clipPath} = getComputedStyle(element)
        const isForScreenReaders = clipPath !== 'none'
        // A drawing may reach out of its frame; its words stand beside it as a list.
        const {right, bottom} = element.getBoundingClientRect()
        const isFrame =
          element.querySelector('svg') !== null &&
          [...element.querySelectorAll('*:not(svg, svg *)')].every((part) => {
            const box = part.getBoundingClientRect()
            return box.right <= right + 1 && box.bottom <= bottom + 1
          })
        if (isForScreenReaders || isFrame || !element.checkVisibility() || element.closest('svg')) return false
        const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return (
          (cut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (cut(overflowY) && element.scrollHeight > element.clientHeight + 1)
        )
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
  )

/** What moves although the reader asked for stillness. */
export const motionsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat))
    return [...document.querySelectorAll('html, body, body *')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const animates = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01
        return animates || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth'
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`)
  })

export type Heard = {readonly role: string; readonly name: string}

/** Everything that can be used or is a picture, as a screen reader is told of it (Chromium's accessibility tree). */
export async function heardOn(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const {nodes} = await session.send('Accessibility.getFullAXTree')
    return nodes
      .filter(({ignored, role, properties = []}) => {
        const isFocusable = properties.some(({name, value}) => name === 'focusable' && value.value === true)
        // The document and the main text take the focus for the skip link, and need no name.
        const isPlace = role?.value === 'RootWebArea' || role?.value === 'main'
        return !ignored && !isPlace && (isFocusable || role?.value === 'image')
      })
      .map(({role, name}) => ({role: String(role?.value ?? ''), name: String(name?.value ?? '').trim()}))
  } finally {
    await session.detach()
  }
}

/** Links of one name that lead to different pages: out of context nobody can tell them apart. */
export const sameNamesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const targets = new Map<string, Set<string>>()
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      if (!link.checkVisibility()) continue
      const name = (link.getAttribute('aria-label') ?? link.textContent).trim().replaceAll(/\s+/g, ' ')
      const {origin, pathname, search, href} = new URL(link.getAttribute('href') ?? '', location.href)
      const isHere = origin === location.origin && pathname === location.pathname && search === location.search
      // A place on this page may be called what a page is called: "On this page" says which is meant.
      if (!isHere) targets.set(name, (targets.get(name) ?? new Set()).add(href))
    }
    return [...targets]
      .filter(([, hrefs]) => hrefs.size > 1)
      .map(([name, hrefs]) => `${name} → ${[...hrefs].join(', ')}`)
  })
