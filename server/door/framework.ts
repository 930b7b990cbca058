/**
 * Takes the framework's scripts out of a page (decision 0004).
 *
 * A public page has no client components, so its scripts would load some 135 kB and change nothing. What a script is
 * says the table below. It errs towards keeping: a script that is not in the table, or a page that is not built as this
 * version of Next builds it, and the whole page stays as it was written.
 */
import {type Comment, MarkupError, type Part, partsOf, type Tag} from './markup.ts'

type ScriptKind =
  /** `public/enhance.js`. */
  | 'ours'
  /** Data that no browser runs. */
  | 'data'
  /** A file of the framework's runtime. */
  | 'chunk'
  /** The line that makes room for the payload, the payload itself, and what starts the runtime. */
  | 'opening'
  | 'payload'
  | 'start'

const dataTypes: ReadonlySet<string> = new Set(['application/ld+json', 'application/json'])

const isInline = ({attributes}: Tag): boolean => !attributes.has('src') && !attributes.has('type')

/** Is what stands between these two parts of a script JSON of the kind that is expected there? */
function holds(text: string, before: string, after: string, isExpected: (value: unknown) => boolean): boolean {
  if (!text.startsWith(before) || !text.endsWith(after)) return false
  try {
    return isExpected(JSON.parse(text.slice(before.length, text.length - after.length)))
  } catch {
    return false
  }
}

/** What each script is; the first that fits. Next 16.4, React 19.3. */
const scripts: readonly (readonly [kind: ScriptKind, fits: (script: Tag) => boolean])[] = [
  ['ours', ({attributes, text}) => attributes.get('src') === '/enhance.js' && text === ''],
  ['data', ({attributes}) => dataTypes.has(attributes.get('type') ?? '') && !attributes.has('src')],
  [
    'chunk',
    ({attributes, text}) =>
      /^\/_next\/static\/[\w./~-]+\.js(?:\?dpl=[\w-]+)?$/.test(attributes.get('src') ?? '') && text === '',
  ],
  ['opening', (script) => isInline(script) && script.text === '(self.__next_f=self.__next_f||[]).push([0])'],
  [
    'payload',
    // `[1, text]`, or `[3, base64]` where the payload is no text.
    (script) =>
      isInline(script) &&
      holds(
        script.text,
        'self.__next_f.push(',
        ')',
        (value) => Array.isArray(value) && value.length === 2 && [1, 3].includes(value[0]),
      ),
  ],
  [
    'start',
    (script) =>
      isInline(script) &&
      holds(
        script.text,
        '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
        ');',
        (value) => typeof value === 'object' && value !== null && 'runtimeModuleIds' in value,
      ),
  ],
  [
    'start',
    (script) => isInline(script) && script.text === 'requestAnimationFrame(function(){$RT=performance.now()});',
  ],
]

/** The marks that React leaves around what is complete; they carry nothing. */
const emptyMarks: ReadonlySet<string> = new Set(['', ' ', '$', '/$', '&', '/&'])

/** Places that React fills by script: `B:0`, `P:1`, `S:2`. */
const isFilledLater = ({attributes}: Tag): boolean => /(?:^|[^A-Za-z])[BPS]:[\da-f]+$/.test(attributes.get('id') ?? '')

export type WithoutFramework = {
  readonly html: string
  /** Why the page was left as it was; null where nothing of the framework is in it any more. */
  readonly kept: string | null
}

/** The page without the framework, or the very same page and the reason. */
export function withoutFramework(html: string): WithoutFramework {
  try {
    const removed = removable([...partsOf(html)])
    return {html: without(html, removed), kept: null}
  } catch (error) {
    if (error instanceof MarkupError) return {html, kept: error.message}
    throw error
  }
}

/** Everything that can go. Throws a `MarkupError` where the page is not what it should be. */
function removable(parts: readonly Part[]): Part[] {
  const last = parts.findLast((part) => part.kind !== 'comment')
  if (last?.kind !== 'end' || last.name !== 'html') throw new MarkupError('does not end as a document does')
  const tags = parts.filter((part) => part.kind === 'tag')
  const waiting = tags.find(isFilledLater)
  if (waiting) throw new MarkupError(`has a part that a script fills (${waiting.attributes.get('id')})`)
  const found = tags.filter(({name}) => name === 'script').map((tag) => ({tag, kind: kindOf(tag)}))
  const count = (wanted: ScriptKind) => found.filter(({kind}) => kind === wanted).length
  const counts = {chunk: count('chunk'), opening: count('opening'), payload: count('payload'), start: count('start')}
  const isWhole = counts.chunk > 0 && counts.opening === 1 && counts.payload > 0
  if (!isWhole && Object.values(counts).some((number) => number > 0)) {
    throw new MarkupError(`has not all the parts of the framework (${JSON.stringify(counts)})`)
  }
  const sheets = new Set(tags.filter(isSheet).map(({attributes}) => attributes.get('href')))
  return [
    ...found.filter(({kind}) => kind !== 'ours' && kind !== 'data').map(({tag}) => tag),
    ...tags.filter((tag) => isScriptPreload(tag) || isIdlePreload(tag, sheets)),
    ...parts.filter((part) => part.kind === 'comment').filter(isEmptyMark),
    ...emptyOutlet(parts),
  ].sort((a, b) => a.from - b.from)
}

function kindOf(script: Tag): ScriptKind {
  const [kind] = scripts.find(([, fits]) => fits(script)) ?? []
  if (kind) return kind
  const shown = script.attributes.get('src') ?? script.text.slice(0, 40)
  throw new MarkupError(`has a script that is not known ("${shown.replaceAll(/\s+/g, ' ')}")`)
}

function isEmptyMark({text}: Comment): boolean {
  if (emptyMarks.has(text)) return true
  // "$?" waits for content, "$!" failed on the server and is drawn by script.
  if (text.startsWith('$')) throw new MarkupError(`has a part that is not complete ("<!--${text}-->")`)
  return false
}

const isSheet = ({name, attributes}: Tag): boolean => name === 'link' && attributes.get('rel') === 'stylesheet'

/** A link that fetches scripts ahead; one that fetches any but the framework's is not known here. */
function isScriptPreload({name, attributes}: Tag): boolean {
  const rel = attributes.get('rel')
  const isAhead = rel === 'modulepreload' || (rel === 'preload' && attributes.get('as') === 'script')
  if (name !== 'link' || !isAhead) return false
  if (attributes.get('href')?.startsWith('/_next/static/')) return true
  throw new MarkupError(`fetches a script ahead that is not known ("${attributes.get('href')}")`)
}

/** Styles of the error page, which only the framework would draw, are fetched ahead and used by nobody. */
const isIdlePreload = ({name, attributes}: Tag, sheets: ReadonlySet<string | undefined>): boolean =>
  name === 'link' &&
  attributes.get('rel') === 'preload' &&
  attributes.get('as') === 'style' &&
  !sheets.has(attributes.get('href'))

/** The empty box at the top of the body, in which the framework would draw later metadata. */
function emptyOutlet(parts: readonly Part[]): Part[] {
  const at = parts.findIndex((part) => part.kind === 'tag' && part.name === 'body') + 1
  const end = parts.findIndex((part, index) => index > at && part.kind !== 'comment')
  const [box, closing] = [parts[at], parts[end]]
  if (at === 0 || box?.kind !== 'tag' || box.name !== 'div' || [...box.attributes.keys()].join() !== 'hidden') return []
  if (closing?.kind !== 'end' || closing.name !== 'div') return []
  // Marks follow one another without a gap; a gap would be text.
  const marks = parts.slice(at + 1, end)
  const marked = marks.reduce((sum, {from, to}) => sum + to - from, 0)
  return marked === closing.from - box.to ? [box, closing] : []
}

/** @param places in order, none within another */
function without(html: string, places: readonly Part[]): string {
  let at = 0
  let kept = ''
  for (const {from, to} of places) {
    kept += html.slice(at, from)
    at = to
  }
  return kept + html.slice(at)
}

/**
 * A `Link` header without what fetches scripts ahead; null where nothing is left of it.
 * `</a.js>; rel=preload; as="script", </a.woff2>; rel=preload; as="font"`
 */
export function linkWithoutScripts(header: string): string | null {
  const links = header.split(/,\s*(?=<)/)
  const isScript = (link: string) => /;\s*rel="?modulepreload\b|;\s*as="?script\b/i.test(link)
  return links.filter((link) => !isScript(link)).join(', ') || null
}
