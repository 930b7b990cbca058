import {parseEnv} from '@/lib/env'
import {requiredNotices} from '@/sanity/vocabulary'
import {diskFindingFor} from '@/server/doctor/data-folder'
import {noticesFinding} from '@/server/doctor/lake'
import {settingsFindings} from '@/server/doctor/settings'
import {findingFor} from '@/server/doctor/site'

const statesOf = (source: Record<string, string>) =>
  Object.fromEntries(settingsFindings(parseEnv(source)).map(({subject, state}) => [subject, state]))

describe('the doctor', () => {
  it.each([
    ['', 'attention'],
    ['http://localhost:3000', 'attention'],
    ['http://127.0.0.1:8080', 'attention'],
    ['http://clinic.example', 'attention'],
    ['https://clinic.example', 'ok'],
  ])('looks at the public address: “%s” is %s', (url, state) => {
    expect(statesOf({SITE_URL: url})['Public address']).toBe(state)
  })

  it('asks for what only a hosted project has to be told', () => {
    expect(Object.keys(statesOf({}))).toEqual(['Settings', 'Public address'])
    const hosted = {NEXT_PUBLIC_SANITY_PROJECT_ID: 'abc12345'}
    expect(statesOf(hosted)).toMatchObject({'Read token': 'attention', 'Webhook secret': 'attention'})
    expect(
      statesOf({...hosted, SANITY_API_READ_TOKEN: 'sk', SANITY_REVALIDATE_SECRET: 'sixteen characters'}),
    ).toMatchObject({'Read token': 'ok', 'Webhook secret': 'ok'})
  })

  it.each([
    [100, 'broken'],
    [1000, 'attention'],
    [10_000, 'ok'],
  ])('calls %i MB of free disk %s', (megabytes, state) => {
    expect(diskFindingFor(megabytes * 1024 * 1024).state).toBe(state)
  })

  it('names the notices that patients cannot read', () => {
    expect(noticesFinding([...requiredNotices, null]).state).toBe('ok')
    expect(noticesFinding(requiredNotices.filter((notice) => notice !== 'accessibility'))).toEqual({
      state: 'attention',
      subject: 'Notices',
      text: expect.stringMatching(/^not published: accessibility statement\. Make them/),
    })
  })

  it('takes the health check at its word', () => {
    const well = {site: 'ready', lake: 'ready', publishing: 'ready', pending: 0, pages: {warm: 3, known: 3}}
    expect(findingFor(well).state).toBe('ok')
    expect(findingFor({...well, pending: 2})).toMatchObject({
      state: 'attention',
      text: expect.stringMatching(/^2 publications/),
    })
    expect(findingFor({...well, publishing: 'no webhook secret is set'})).toMatchObject({
      state: 'attention',
      text: 'no webhook secret is set',
    })
    expect(findingFor({...well, lake: 'it does not answer', pending: 2})).toMatchObject({
      state: 'broken',
      text: 'it does not answer',
    })
  })
})
