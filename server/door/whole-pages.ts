/**
 * Whole documents for the two answers that Next leaves empty on generated routes: without JavaScript its 404 and 500 are
 * blank shells (measured, vercel/next.js#62228).
 */
import {z} from 'zod'
import {bareDocument, escaped} from '../../lib/bare-document.ts'
import {failureWords} from '../../lib/labels/error.ts'
import {type Language, languages} from '../../lib/language.ts'
import {liveNotices, noticeOrder, noticesFor} from '../../lib/notices.ts'
import {notFoundPath, pathIn, splitPath} from '../../lib/paths.ts'
import {phoneHref} from '../../lib/phone.ts'
import {keptAnswer} from '../../lib/revalidation/answers.ts'
import {ownAddress} from '../../lib/revalidation/served-page.ts'

export const isNotFoundPath = (path: string): boolean => /^(?:\/[a-z]{2})?\/not-found-page$/.test(path)

/** Next's shell of a failed render: no language, no content. */
export const isEmptyShell = (html: string | Buffer): boolean => html.includes('id="__next_error__"')

/** The 404 page is fetched anew at most this often; it may hold a notice that is over. Milliseconds. */
const freshFor = 1000
const drawn = new Map<Language, {page: Promise<string | null>; at: number}>()

/**
 * The site's own 404 page, in the language of the path; null where even that cannot be drawn. Whoever asks while it is
 * being fetched waits for the same one: a wave of wrong addresses must not double itself.
 */
export async function notFoundPage(path: string): Promise<string | null> {
  // The page that stands for all others would wait for itself.
  if (isNotFoundPath(path)) return null
  const {language} = splitPath(path)
  const known = drawn.get(language)
  if (known && Date.now() < known.at + freshFor) return known.page
  const drawing = {page: drawNotFound(language, known?.page ?? null), at: Number.POSITIVE_INFINITY}
  drawn.set(language, drawing)
  const html = await drawing.page
  // Its age counts from when it is there: however long that takes, nobody asks for another one meanwhile.
  drawing.at = html === null ? Number.NEGATIVE_INFINITY : Date.now()
  return html
}

/** The page as it is now; the one before where it cannot be had. */
async function drawNotFound(language: Language, before: Promise<string | null> | null): Promise<string | null> {
  try {
    const response = await fetch(ownAddress(notFoundPath(language)), {signal: AbortSignal.timeout(5000)})
    const html = await response.text()
    return isEmptyShell(html) || response.status !== 404 ? before : html
  } catch {
    return before
  }
}

/**
 * A page that needs nothing, for the moment in which nothing else works, in the language of the path. Says how to reach
 * the clinic all the same.
 */
export function failurePage(path: string): string {
  const {language} = splitPath(path)
  const words = failureWords[language]
  const {name, phone, emergencyText, news} = clinic(language)
  return bareDocument({
    language,
    title: `${words.title} – ${name}`,
    main: [
      ...news.map((text) => `<p><strong>${escaped(text)}</strong></p>`),
      `<h1>${words.title}</h1>`,
      `<p>${words.text} <a href="${pathIn(language, '/')}">${words.home}</a></p>`,
      ...(phone ? [`<p>${words.call} <a href="${escaped(phoneHref(phone))}">${escaped(phone)}</a></p>`] : []),
      `<p><strong>${escaped(emergencyText)}</strong></p>`,
    ].join('\n'),
  })
}

type Reach = {name: string; phone: string; emergencyText: string}

const Notice = z.object({
  _key: z.string(),
  kind: z.enum(noticeOrder),
  text: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
})
const News = z.object({
  language: z.enum(languages),
  notices: z.array(Notice),
  original: z.object({notices: z.array(Notice)}).nullable(),
})

/** The texts of the notices that are live, of settings as they were kept: the same ones as on every page. */
function newsOf(kept: object): string[] {
  const {data} = News.safeParse(kept)
  if (!data) return []
  const now = Date.now()
  const {language, notices, original} = data
  return noticesFor({
    language,
    notices: liveNotices(notices, now),
    original: original && {notices: liveNotices(original.notices, now)},
  }).map(({text}) => text)
}

/** What is known of the clinic from the last good answer. */
function clinic(language: Language): Reach & {news: string[]} {
  const {clinic: name, emergency: emergencyText} = failureWords[language]
  const fallback = {name, phone: '', emergencyText, news: []}
  try {
    const kept = keptAnswer({contract: 'site', params: {language}})?.value
    if (typeof kept !== 'object' || kept === null) return fallback
    const text = (key: keyof Reach) => {
      const value: unknown = Reflect.get(kept, key)
      return typeof value === 'string' && value !== '' ? value : fallback[key]
    }
    return {name: text('name'), phone: text('phone'), emergencyText: text('emergencyText'), news: newsOf(kept)}
  } catch {
    return fallback
  }
}
