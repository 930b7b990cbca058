/** Notices on every page: which of them are to be shown at a moment, and when that changes. */
import {firstAfter} from './clinic-time.ts'
import {defaultLanguage, type Language} from './language.ts'

/** Both ends are ISO instants and may be open: no start means at once, no end means until it is taken away. */
type Period = Readonly<{startsAt: string | null; endsAt: string | null}>

const instant = (moment: string | null): number | null => (moment === null ? null : Date.parse(moment))

export type NoticeState = 'coming' | 'live' | 'over'

/** A notice is live from its start up to, and without, its end. */
export function noticeState({startsAt, endsAt}: Period, at: number): NoticeState {
  if (at >= (instant(endsAt) ?? Number.POSITIVE_INFINITY)) return 'over'
  return at >= (instant(startsAt) ?? Number.NEGATIVE_INFINITY) ? 'live' : 'coming'
}

/** The first moment after an instant at which one of these begins or ends; null where none does. */
export const nextNoticeMoment = (notices: readonly Period[], at: number): number | null =>
  firstAfter(
    at,
    notices.flatMap(({startsAt, endsAt}) => [instant(startsAt), instant(endsAt)]),
  )

/** Most urgent first. */
export const noticeOrder = ['urgent', 'closure', 'weather', 'information'] as const

type Notice = Period & Readonly<{_key: string; kind: (typeof noticeOrder)[number]}>

const byUrgency = (one: Notice, other: Notice): number =>
  noticeOrder.indexOf(one.kind) - noticeOrder.indexOf(other.kind)

type Settings<Item> = Readonly<{
  language: Language
  notices: readonly Item[]
  /** The settings in the default language, where these are a translation. */
  original: Readonly<{notices: readonly Item[]}> | null
}>

/** The notices to be shown at an instant, most urgent first; none that is coming or over. */
export const liveNotices = <Item extends Notice>(notices: readonly Item[], at: number): Item[] =>
  notices.filter((notice) => noticeState(notice, at) === 'live').toSorted(byUrgency)

/**
 * The notices of a page, each with the language it is written in. News that nobody has translated yet is shown in the
 * default language rather than not at all: a closed door is closed for everybody. Only the same entry is its translation;
 * other news of the same kind is other news.
 */
export function noticesFor<Item extends Notice>({language, notices, original}: Settings<Item>) {
  const isTranslated = ({_key}: Item) => notices.some((own) => own._key === _key)
  return [
    ...notices.map((notice) => ({...notice, language})),
    ...(original?.notices ?? [])
      .filter((notice) => !isTranslated(notice))
      .map((notice) => ({...notice, language: defaultLanguage})),
  ].toSorted(byUrgency)
}
