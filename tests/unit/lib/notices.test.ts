import {describe, expect, test} from '@jest/globals'
import type {Language} from '@/lib/language'
import {liveNotices, nextNoticeMoment, noticeState, noticesFor} from '@/lib/notices'

const at = (time: string) => Date.parse(`2026-12-24T${time}Z`)
const notice = (
  _key: string,
  kind: 'urgent' | 'closure' | 'weather' | 'information',
  startsAt?: string,
  endsAt?: string,
) => ({
  _key,
  kind,
  startsAt: startsAt ? `2026-12-24T${startsAt}Z` : null,
  endsAt: endsAt ? `2026-12-24T${endsAt}Z` : null,
})

describe('a notice', () => {
  const morning = notice('a', 'closure', '08:00:00', '12:00:00')

  test('is live from its start up to its end, and not at it', () => {
    expect(noticeState(morning, at('07:59:59.999'))).toBe('coming')
    expect(noticeState(morning, at('08:00:00'))).toBe('live')
    expect(noticeState(morning, at('11:59:59.999'))).toBe('live')
    expect(noticeState(morning, at('12:00:00'))).toBe('over')
  })

  test('without a start is live at once, without an end until it is taken away', () => {
    expect(noticeState(notice('b', 'urgent'), at('03:00:00'))).toBe('live')
    expect(noticeState(notice('b', 'urgent', undefined, '12:00:00'), at('12:00:00'))).toBe('over')
    expect(noticeState(notice('b', 'urgent', '08:00:00'), at('23:00:00'))).toBe('live')
  })

  test('changes the pages at its start and at its end, and then never again', () => {
    expect(nextNoticeMoment([morning], at('03:00:00'))).toBe(at('08:00:00'))
    expect(nextNoticeMoment([morning], at('08:00:00'))).toBe(at('12:00:00'))
    expect(nextNoticeMoment([morning], at('12:00:00'))).toBeNull()
    expect(nextNoticeMoment([notice('b', 'urgent')], at('12:00:00'))).toBeNull()
  })

  test('stands before others that are less urgent', () => {
    const list = [notice('i', 'information'), morning, notice('u', 'urgent'), notice('w', 'weather')]
    expect(liveNotices(list, at('09:00:00')).map(({_key}) => _key)).toEqual(['u', 'a', 'w', 'i'])
  })
})

describe('in a further language', () => {
  const settings = (notices: ReturnType<typeof notice>[], originals: ReturnType<typeof notice>[]) => ({
    language: 'es' as Language,
    notices,
    original: {notices: originals},
  })
  const shown = (...parameters: Parameters<typeof settings>) =>
    noticesFor(settings(...parameters)).map(({_key, language}) => `${_key} ${language}`)

  test('news that nobody has translated is shown as it is', () => {
    expect(shown([], [notice('snow', 'weather')])).toEqual(['snow en'])
    expect(shown([notice('aviso', 'information')], [notice('snow', 'weather')])).toEqual(['snow en', 'aviso es'])
  })

  test('its translation takes its place: the same entry, of whatever kind', () => {
    expect(shown([notice('snow', 'information')], [notice('snow', 'weather')])).toEqual(['snow es'])
  })

  test('other news of the same kind takes nobody’s place', () => {
    expect(shown([notice('feriado', 'closure')], [notice('flood', 'closure')])).toEqual(['feriado es', 'flood en'])
  })
})
