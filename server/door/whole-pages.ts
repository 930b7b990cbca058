/**
 * Whole documents for the two answers that Next leaves empty on generated routes: without JavaScript its 404 and 500 are
 * blank shells (measured, vercel/next.js#62228).
 */

import {defaultLanguage, isLanguage} from '../../lib/language.ts'
import {keptAnswer} from '../../lib/revalidation/answers.ts'
import {ownAddress} from '../../lib/revalidation/served-page.ts'

/** The route that draws the 404 page, in each language; asked for directly, it is a 404 as well. */
export const notFoundPath = (language: string): string =>
  language === defaultLanguage ? '/not-found-page' : `/${language}/not-found-page`

export const isNotFoundPath = (path: string): boolean => /^(?:\/[a-z]{2})?\/not-found-page$/.test(path)

/** Next's shell of a failed render: no language, no content. */
export const isEmptyShell = (html: string): boolean => html.includes('id="__next_error__"')

/** A 404 page is drawn anew at most this often. Milliseconds. */
const freshFor = 5000
const drawn = new Map<string, {html: string; at: number}>()

/** The site's own 404 page, in the language of the path; null where even that cannot be drawn. */
export async function notFoundPage(path: string): Promise<string | null> {
  const [, first = ''] = path.split('/')
  const language = isLanguage(first) ? first : defaultLanguage
  const known = drawn.get(language)
  if (known && Date.now() - known.at < freshFor) return known.html
  try {
    const response = await fetch(ownAddress(notFoundPath(language)), {signal: AbortSignal.timeout(5000)})
    const html = await response.text()
    if (isEmptyShell(html) || response.status !== 404) return known?.html ?? null
    drawn.set(language, {html, at: Date.now()})
    return html
  } catch {
    return known?.html ?? null
  }
}

/** A page that needs nothing: for the moment in which nothing else works. Says how to reach the clinic all the same. */
export function failurePage(): string {
  const {name, phone, emergencyText} = clinic()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>This page cannot be shown right now – ${escaped(name)}</title>
</head>
<body style="font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 10vh auto; padding: 0 1.25rem">
<main>
<h1 style="line-height: 1.2">This page cannot be shown right now</h1>
<p>We are sorry. Please try again in a minute, or <a href="/">go to the home page</a>.</p>
${phone ? `<p>You can call ${escaped(name)}: <a href="tel:${escaped(phone.replace(/[^+\d]/g, ''))}">${escaped(phone)}</a></p>` : ''}
<p><strong>${escaped(emergencyText)}</strong></p>
</main>
</body>
</html>
`
}

const fallback = {
  name: 'the clinic',
  phone: '',
  emergencyText: 'In an emergency, call 911 or go to the nearest emergency room.',
}

/** What is known of the clinic from the last good answer. */
function clinic(): typeof fallback {
  try {
    const kept = keptAnswer({contract: 'site', params: {language: defaultLanguage}})?.value
    if (typeof kept !== 'object' || kept === null) return fallback
    const text = (key: keyof typeof fallback) => {
      const value: unknown = Reflect.get(kept, key)
      return typeof value === 'string' && value !== '' ? value : fallback[key]
    }
    return {name: text('name'), phone: text('phone'), emergencyText: text('emergencyText')}
  } catch {
    return fallback
  }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
