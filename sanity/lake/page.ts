/**
 * The frame of the few pages that a person may see of the lake: plain HTML with nothing to load and no script, readable
 * by anyone on anything.
 * @module
 */
import {createHash} from 'node:crypto'

/** Text that is HTML already. Everything else is escaped on its way into a page. */
export class Html {
  readonly #html: string
  constructor(html: string) {
    this.#html = html
  }
  toString(): string {
    return this.#html
  }
}

type Part = Html | string | number | false | null | readonly Part[]

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

function htmlOf(part: Part): string {
  if (part instanceof Html) return String(part)
  if (Array.isArray(part)) return part.map(htmlOf).join('')
  if (part === false || part === null) return ''
  return escapeHtml(String(part))
}

/** HTML with values in it, each of them escaped unless it is `Html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((text, index) => text + htmlOf(parts[index] ?? null)).join(''))

const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f3f5f7, #12161b);
  --card: light-dark(#ffffff, #1b2129);
  --text: light-dark(#17202a, #e9edf2);
  --faint: light-dark(#4e5b69, #a9b5c2);
  --line: light-dark(#d5dbe2, #36404c);
  --edge: light-dark(#6b7885, #8593a1);
  --accent: light-dark(#0b5c8f, #7cc4f2);
  --on-accent: light-dark(#ffffff, #0b1a26);
  --bad: light-dark(#a3211c, #ff9a92);
  --bad-page: light-dark(#fdf0ef, #33191a);
  --good: light-dark(#17663a, #82d6a3);
  --good-page: light-dark(#edf8f1, #14291d);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; min-height: 100dvh; background: var(--page); color: var(--text);
  display: grid; align-content: center; justify-items: center; padding: 1.5rem 1rem }
main { width: 100%; max-width: 27rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
  padding: clamp(1.25rem, 5vw, 2.25rem) }
main.wide { max-width: 46rem }
.wide .field { max-width: 24rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; letter-spacing: -.01em; text-wrap: balance }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 2.25rem 0 .5rem; padding-top: 1.5rem; border-top: 1px solid var(--line) }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere }
p { margin: 0 0 1rem; text-wrap: pretty }
form { margin: 0 }
.lead, .hint, small { color: var(--faint) }
.hint { font-size: .9375rem; margin: 0 0 .375rem }
label { display: block; font-weight: 600; margin: 0 0 .25rem }
.field { margin: 0 0 1.125rem }
input, select { font: inherit; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; color: inherit;
  background: var(--card); border: 1px solid var(--edge); border-radius: .375rem }
[aria-invalid=true] { border: 2px solid var(--bad) }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.125rem; border-radius: .375rem; cursor: pointer;
  border: 1px solid var(--edge); background: var(--card); color: var(--text) }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
main:not(.wide) button.main { width: 100% }
button.danger { color: var(--bad); border-color: currentColor }
button:hover { text-decoration: underline }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.note { border-left: 4px solid; border-radius: .25rem; padding: .625rem .875rem; margin: 0 0 1.25rem }
.note.bad { color: var(--bad); background: var(--bad-page) }
.note.good { color: var(--good); background: var(--good-page) }
.wrong { color: var(--bad); font-weight: 600; margin: 0 0 .375rem }
details { margin-top: 1.25rem; border-top: 1px solid var(--line); padding-top: .875rem }
summary { cursor: pointer; padding: .375rem 0; font-weight: 600; color: var(--accent) }
details > :not(summary) { margin-top: .5rem }
code, .secret { font: .9375rem/1.5 ui-monospace, "Cascadia Mono", Menlo, "Liberation Mono", monospace;
  overflow-wrap: anywhere }
code { background: var(--page); padding: .125em .375em; border-radius: .25em }
.secret { display: block; padding: .75rem; background: var(--card); color: var(--text); border: 1px solid var(--edge);
  border-radius: .375rem; margin-top: .5rem; user-select: all }
ul.list { list-style: none; margin: 0; padding: 0 }
ul.list > li { padding: 1rem 0; border-bottom: 1px solid var(--line) }
ul.list > li:last-child { border-bottom: 0 }
ul.list details { margin: .25rem 0 0; border: 0; padding: 0 }
.row { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end }
.row > .field { margin: 0; flex: 1 1 10rem }
.row.apart { justify-content: space-between; align-items: center }
.row.apart > div { flex: 1 1 14rem }
.row.top { margin-top: .875rem }
.choice { margin-top: .5rem }
.choice .field { margin-bottom: .625rem }
.row small { flex: 1 1 100% }
.tag { display: inline-block; font-size: .875rem; font-weight: 600; border: 1px solid currentColor; border-radius: 1rem;
  padding: 0 .625rem; margin-left: .375rem; color: var(--faint) }
.sub { font-size: .9375rem; color: var(--faint); margin: .125rem 0 0; overflow-wrap: anywhere }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1.25rem }
nav a { padding: .375rem 0 }
@media (forced-colors: active) { main, button, input, select, .note { border: 1px solid } }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

export type PageOptions = {
  readonly status?: number
  readonly isWide?: boolean
  /** Something in a form was wrong: the title says so first, because that is read first. */
  readonly hasError?: boolean
  /** Origins to which a form of this page may lead. Browsers hold a form's redirects to that too. */
  readonly formTargets?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

export function page(title: string, content: Html, options: PageOptions = {}): Response {
  const {status = 200, isWide = false, hasError = false, formTargets = [], headers = {}} = options
  const text = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${hasError ? 'Error: ' : ''}${title}</title><style>${new Html(STYLE)}</style></head>
<body><main${isWide ? new Html(' class="wide"') : ''}><h1>${title}</h1>
${content}
</main></body>
</html>
`
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
  ]
  return new Response(String(text), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // Nothing of an address goes to another site; and without "same-origin" a form would not say where it comes from.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': policy.join('; '),
      ...headers,
    },
  })
}

/** Sends a browser on, so that going back or reloading repeats nothing. */
export const redirect = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: {location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer'},
  })

export type Input = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autocomplete: string
  readonly value?: string
  readonly hint?: string | null
  /** What is wrong with what was typed, as a sentence. */
  readonly error?: string | null
  /** The cursor is here when the page opens, because `errorNote` speaks of this field. */
  readonly isToCorrect?: boolean
  readonly isOptional?: boolean
  readonly maxLength?: number
}

/** A labelled field; what is wrong with it stands beside it, is announced with it, and takes the cursor there. */
export function field(input: Input): Html {
  const {id, name, label, type = 'text', autocomplete, value = '', hint = null, error = null} = input
  const isToCorrect = input.isToCorrect === true
  const described = [hint && `${id}-hint`, error && `${id}-error`, isToCorrect && NOTE_ID].filter(Boolean).join(' ')
  // Codes are no words, and begin small. Browsers know as much of addresses by themselves.
  const isCode = type === 'text' && !/name|off/.test(autocomplete)
  return html`<div class="field">
<label for="${id}">${label}</label>
${hint !== null && html`<p class="hint" id="${id}-hint">${hint}</p>`}
${error !== null && html`<p class="wrong" id="${id}-error">${error}</p>`}
<input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${type === 'password' ? '' : value}"
 maxlength="${input.maxLength ?? 254}"${input.isOptional === true ? null : new Html(' required')}${
   isCode ? new Html(' spellcheck="false" autocapitalize="none"') : null
 }${described !== '' && html` aria-describedby="${described}"`}${
   (error !== null || isToCorrect) && new Html(' aria-invalid="true" autofocus')
 }>
</div>`
}

const NOTE_ID = 'error'

export const errorNote = (text: string | null): Html | null =>
  text === null ? null : html`<p class="note bad" id="${NOTE_ID}" role="alert">${text}</p>`

export const goodNote = (text: string | null): Html | null =>
  text === null ? null : html`<p class="note good" role="status">${text}</p>`

/** A time in words, in UTC because the lake does not know where its reader is. */
export const timeInWords = (time: number | null): string =>
  time === null
    ? 'never'
    : `${new Intl.DateTimeFormat('en-US', {dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC'}).format(time)} UTC`

/** A wait in words: `40 seconds`, `3 minutes`. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
