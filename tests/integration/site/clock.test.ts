/**
 * What changes with the clock: pages that were kept are right when the moment comes, without a publication and before
 * anybody visits. The site as a process, the real lake.
 */
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {SanityClient} from '@sanity/client'
import {addDays, endOf, instantOf, todayAt} from '@/lib/clinic-time'
import {publishSmallClinic, settings} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

const pages = ['/', '/conditions', '/conditions/neck-pain', '/contact', '/es/contact', '/no-such-page']

let site: StartedSite
let editor: SanityClient

const settled = async () => (await (await fetch(`${site.url}/api/health`)).json()).pending === 0
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()

/**
 * The moment has come, and the site says that every page was seen to be right: nobody has visited one by then.
 * @param clockAhead how far the site's clock is ahead of ours
 */
async function seenThrough(moment: string, clockAhead = 0): Promise<void> {
  await until(() => Date.now() + clockAhead > Date.parse(moment), moment)
  const store = new DatabaseSync(path.join(site.dataDir, 'site', 'site.db'), {readOnly: true})
  const due = store.prepare('select count(*) as due from answer where changes_at <= ?')
  await until(() => due.get(Date.now() + clockAhead)?.due === 0, 'the pages to be made anew')
  store.close()
}

/** The pages on which a text is found at the first look. */
async function shownOn(text: string): Promise<string[]> {
  const found: string[] = []
  for (const page of pages) if ((await site.get(page)).html.includes(text)) found.push(page)
  return found
}

async function publishNotice(text: string, period: {startsAt?: string; endsAt?: string}): Promise<void> {
  const notices = [{_type: 'siteNotice', _key: 'only', kind: 'closure', text, ...period}]
  await editor.patch('siteSettings').set({notices}).commit()
  await until(settled, 'the publication')
}

beforeAll(async () => {
  site = await startSite()
  editor = site.lake.client('editor')
  await publishSmallClinic(editor)
  await editor.create({...settings, _id: 'siteSettings-es', language: 'es', name: 'Clínica de prueba'})
  await until(async () => (await site.get('/es/contact')).html.includes('Clínica de prueba'), 'the Spanish pages')
  await until(async () => (await settled()) && (await site.get(pages[2] ?? '')).status === 200, 'the first pages')
  for (const page of pages) await site.get(page)
}, 120_000)

afterEach(() => site.between.become('well'))

afterAll(() => site.close())

describe('a notice', () => {
  it('appears on pages of every kind at its start and leaves them at its end', async () => {
    const [startsAt, endsAt] = [soon(8000), soon(14_000)]
    await publishNotice('We close at noon.', {startsAt, endsAt})
    expect(await shownOn('We close at noon.')).toEqual([])
    await seenThrough(startsAt)
    expect(await shownOn('We close at noon.')).toEqual(pages)
    expect((await site.get('/es/contact')).html).toMatch(/lang="en"[^>]*>.*We close at noon\./)
    await seenThrough(endsAt)
    expect(await shownOn('We close at noon.')).toEqual([])
  })

  it.each(['refuse', 'hang', 'the wrong shape'] as const)(
    'does so while the lake is out of reach: %s',
    async (fault) => {
      const [startsAt, endsAt] = [soon(6000), soon(9000)]
      await publishNotice('We open late.', {startsAt, endsAt})
      site.between.become(fault)
      await seenThrough(endsAt)
      expect(await shownOn('We open late.')).toEqual([])
      const again = soon(4000)
      site.between.become('well')
      await publishNotice('We open later.', {startsAt: again})
      site.between.become(fault)
      await seenThrough(again)
      expect(await shownOn('We open later.')).toEqual(pages)
      site.between.become('well')
    },
  )

  it('is there after a kill and a start across its moment, also without the lake', async () => {
    const startsAt = soon(3000)
    await publishNotice('The elevator is out of order.', {startsAt})
    site.between.become('refuse')
    await site.kill()
    await until(() => Date.now() > Date.parse(startsAt), startsAt)
    await site.start()
    await seenThrough(startsAt)
    expect(await shownOn('The elevator is out of order.')).toEqual(pages)
  })

  it('is told where a page cannot be made at all', async () => {
    await publishNotice('Call us before you come.', {endsAt: soon(3_600_000)})
    site.between.become('refuse')
    const {status, html} = await site.get('/conditions/never-seen')
    expect([status, html.includes('Call us before you come.')]).toEqual([503, true])
  })
})

describe('the clinic’s colour', () => {
  const sheetOf = (html: string) => /<link rel="stylesheet" href="(\/brand\.css\?v=[0-9a-f]+)"/.exec(html)?.[1] ?? ''

  it('is on every page as a style sheet of its own, whose address changes with it', async () => {
    expect(sheetOf((await site.get('/')).html)).toBe('')
    await editor.patch('siteSettings').set({brandColor: '#7A1F5C'}).commit()
    await until(settled, 'the publication')
    const addresses = new Set<string>()
    for (const page of pages) addresses.add(sheetOf((await site.get(page)).html))
    const [first = ''] = addresses
    expect([first !== '', addresses.size]).toEqual([true, 1])
    const {html: css, headers} = await site.get(first)
    expect(css).toContain('--accent:#7a1f5c')
    expect(headers.get('content-type')).toMatch('text/css')
    expect(headers.get('cache-control')).toMatch('immutable')
    expect((await site.get('/')).html).toMatch(
      /<meta name="theme-color" content="#7a1f5c" media="\(prefers-color-scheme: light\)"/,
    )

    await editor.patch('siteSettings').set({brandColor: '#ffd400'}).commit()
    await until(settled, 'the publication')
    const second = sheetOf((await site.get('/')).html)
    expect(second).not.toBe(first)
    // An old address, on a page that somebody still has open, answers with what is true now, and not for long.
    const old = await site.get(first)
    expect(old.html).toBe((await site.get(second)).html)
    expect(old.headers.get('cache-control')).toBe('public, max-age=60')
    site.between.become('refuse')
    expect((await site.get(second)).html).toBe(old.html)
  })
})

describe('the clinic’s day', () => {
  const timeZone = String(settings.timeZone)
  /** Two days on: nothing of the tests before is left of it. */
  const day = addDays(todayAt({at: Date.now(), timeZone}), 2)
  const place = {
    _id: 'main-clinic',
    _type: 'location',
    language: 'en',
    title: 'Main clinic',
    slug: {_type: 'slug', current: 'main-clinic'},
    address: {
      _type: 'address',
      street: '1 Main Street',
      city: 'Anytown',
      region: 'PA',
      postalCode: '19000',
      country: 'US',
    },
    phone: '(215) 555-0142',
    hours: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => ({
      _type: 'hours',
      _key: weekday,
      day: weekday,
      opens: '08:00',
      closes: '17:00',
    })),
    specialHours: [{_type: 'specialHours', _key: 'h', date: addDays(day, 1), closed: true, note: 'Founders’ Day'}],
  }
  const fact = {
    _id: 'old-fact',
    _type: 'fact',
    language: 'en',
    statement: 'Necks turn ten thousand times a day.',
    slug: {_type: 'slug', current: 'necks-turn'},
    sourceState: 'sourced',
    sources: [{_type: 'reference', _key: 's', _ref: 'source'}],
    checkedOn: '2026-01-01',
    expiresOn: day,
  }
  const review = {
    reviewedBy: {_type: 'reference', _ref: 'reviewer'},
    lastReviewed: '2026-01-01',
    nextReviewDue: day,
  }
  const person = {
    _id: 'reviewer',
    _type: 'person',
    language: 'en',
    name: 'Ada Lane',
    slug: {_type: 'slug', current: 'ada-lane'},
    role: 'Physician',
  }
  const source = {
    _id: 'source',
    _type: 'source',
    title: 'A survey of necks',
    publisher: 'The Neck Society',
    url: 'https://necks.example/',
    year: 2025,
    kind: 'statistics',
  }

  /** Starts the site anew at ten seconds before this moment, on its own clock, and answers how far that is ahead. */
  async function startJustBefore(moment: number): Promise<number> {
    await site.kill()
    const clockAhead = moment - 10_000 - Date.now()
    await site.start({clockAhead})
    return clockAhead
  }

  const text = async (path: string) =>
    (await site.get(path)).html.replaceAll(/<script.*?<\/script>|<[^>]+>/gs, '').replaceAll('\u00a0', ' ')

  beforeAll(async () => {
    const transaction = editor.transaction()
    const documents: (Record<string, unknown> & {_id: string; _type: string})[] = [place, source, person, fact]
    for (const document of documents) transaction.createOrReplace(document)
    transaction.patch('siteSettings', (patch) => patch.unset(['notices']))
    transaction.patch('neck-pain', (patch) =>
      patch.set({facts: [{_type: 'reference', _key: 'f', _ref: 'old-fact'}], review}),
    )
    await transaction.commit()
    await until(settled, 'the publication')
    await until(async () => (await text('/conditions/neck-pain')).includes(fact.statement), 'the fact')
    for (const path of ['/', '/contact', '/locations', '/locations/main-clinic', '/facts', '/facts/necks-turn']) {
      await until(async () => (await site.get(path)).status === 200, path)
    }
    await until(settled, 'the pages')
  })

  it('opens and closes on every page that shows its places', async () => {
    const opens = instantOf(day, '08:00', timeZone)
    const clockAhead = await startJustBefore(opens)
    const places = ['/', '/contact', '/locations', '/locations/main-clinic']
    for (const path of places) expect(await text(path)).toContain('Closed now. Opens at 8 am')
    await seenThrough(new Date(opens).toISOString(), clockAhead)
    for (const path of places) expect(await text(path)).toContain('Open now until 5 pm')
  })

  it('ends at midnight there: facts and reviews are out of date, a holiday begins', async () => {
    const midnight = endOf(day, timeZone)
    const clockAhead = await startJustBefore(midnight)
    expect(await text('/conditions/neck-pain')).toContain(fact.statement)
    expect(await text('/conditions/neck-pain')).toContain('Next review due')
    expect(await text('/facts')).toContain(fact.statement)
    expect(await text('/locations/main-clinic')).toContain('Closed now. Opens ')
    site.between.become('refuse')
    await seenThrough(new Date(midnight).toISOString(), clockAhead)
    expect(await text('/conditions/neck-pain')).not.toContain(fact.statement)
    expect((await site.get('/conditions/neck-pain')).html).not.toContain(fact.statement)
    expect(await text('/conditions/neck-pain')).toContain('A new review was due on')
    expect(await text('/facts')).not.toContain(fact.statement)
    expect(await text('/facts/necks-turn')).toMatch(/out of date/i)
    expect(await text('/locations/main-clinic')).toContain('Closed today (Founders’ Day)')
  })
})
