/** The tool "Questions" in the real Studio: whoever may read works with them, whoever may not sees one sentence. */
import {readFileSync} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import type {EnquiryStore} from '../../lib/enquiries/store.ts'
import {ask} from '../support/asked'
import {openBrowser, type TestBrowser} from '../support/browser'
import {storeIn} from '../support/enquiry'
import {barriersOn, overflowOn, shownIn} from '../support/look-at-page'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'
import {acceptInvitation, firstScreen, signIn} from '../support/studio'
import {type StudioWatch, settled, watchStudio} from '../support/studio-watch'
import {until} from '../support/until'

jest.setTimeout(180_000)

const hour = 3_600_000
const hostile =
  '<img src=x onerror="window.ran = 1"><script>window.ran = 2</script> {{7*7}} [here](javascript:window.ran=3) =1+1'
const story =
  'I am Joe Miller, born 03/12/1961. Since Monday my buttocks are numb. Call (312) 555-0142.\nHow long may I wait?'
const publicQuestion = 'How long may I wait when my buttocks are numb?'

let clinic: Clinic
let store: EnquiryStore
let lake: SanityClient
let administrator: TestBrowser
let watch: StudioWatch
let page: Page
/** References, by what they are. */
let plain: string
let urgent: string
let nasty: string
let spam: string

const tool = (rest = '') => `${clinic.siteUrl}/studio/questions${rest}`
const invitation = async (name: string): Promise<string> => {
  const email = `${name.toLowerCase()}@clinic.example`
  const printed = await clinic.lake('invite', '--role', 'editor', '--name', name, '--email', email)
  return /\bhttp\S+/.exec(printed)?.[0] ?? ''
}

/** The lines of the list, by reference. */
const line = (reference: string, on = page) => on.locator(`[data-reference="${reference}"]`)
const article = (on = page) => on.getByRole('article')
const button = (name: string | RegExp, on = page) => on.getByRole('button', {name, exact: typeof name === 'string'})
const stateOf = (reference: string) => store.records().find((record) => record.reference === reference)?.state
const textIn = (on: Page) => shownIn(on.locator('body'))

async function openQuestion(reference: string, on = page): Promise<void> {
  await on.goto(tool(`/${reference}`))
  await on.getByTestId('question-text').waitFor({timeout: firstScreen})
}

beforeAll(async () => {
  process.env.ENQUIRY_READERS = 'lena@clinic.example'
  clinic = await startClinic()
  delete process.env.ENQUIRY_READERS
  lake = clientFor(
    `http://localhost:${clinic.lakePort}`,
    (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1),
  )
  store = storeIn(clinic.dataDir)
  const now = Date.now()
  plain = await ask(store, {}, {receivedAt: now - 50 * hour})
  urgent = await ask(
    store,
    {name: 'Joe Miller', email: 'joe.miller@patient.example', question: story, unencryptedReplyIsFine: false},
    {receivedAt: now - 2 * hour},
  )
  nasty = await ask(
    store,
    {name: '<b>Bobby</b>', question: hostile, when: '"><script>window.ran=4</script>'},
    {receivedAt: now - hour},
  )
  spam = await ask(store, {name: 'Cheap Pills', question: 'Buy now at spam.example'}, {state: 'held', spamScore: 90})
  await lake
    .patch('siteSettings')
    .set({replyTexts: [{_key: 'a', _type: 'replyText', title: 'Appointment', text: 'Hello,\nplease call us.'}]})
    .commit()
  administrator = await openBrowser({width: 1280})
  page = administrator.page
  page.setDefaultTimeout(20_000)
  page.setDefaultNavigationTimeout(firstScreen)
  watch = watchStudio(administrator, clinic)
  await signIn(page, clinic.signInLink)
}, startPatience)

afterAll(async () => {
  store?.close()
  await administrator?.close()
  await clinic?.stop()
})

describe('an administrator', () => {
  afterEach(async () => {
    expect(await watch.complaints()).toEqual([])
  })

  it('comes to the tool from the top of the Studio, and reads what is not set up and what is urgent first', async () => {
    await page.getByRole('link', {name: 'Questions', exact: true}).first().click()
    await line(urgent).waitFor()
    const references = await page
      .locator('[data-reference]')
      .evaluateAll((lines) => lines.map((one) => one.getAttribute('data-reference')))
    expect(references).toEqual([urgent, plain, nasty])
    expect(await shownIn(line(urgent))).toMatch(/Joe Miller.*2 h.*Unread.*Emergency: 911/)
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      'New 3',
      'In progress 0',
      'Answered 0',
      'Held as spam 1',
      'Insights',
    ])
    expect(await textIn(page)).toContain('Nobody is told of questions by mail')
    expect(await textIn(page)).not.toContain('numb')
  })

  it('opens one with the keyboard alone, and comes back to its line', async () => {
    await line(urgent).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByTestId('question-text').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/studio/questions/${plain}`)
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    await page.keyboard.press('Escape')
    await page.waitForFunction((at) => document.activeElement?.getAttribute('data-reference') === at, plain)
    expect(store.auditTrail({reference: plain}).map(({action}) => action)).toEqual(['opened'])
  })

  it('sees what somebody hostile wrote as text, and nothing of it runs', async () => {
    await openQuestion(nasty)
    expect(await page.getByTestId('question-text').textContent()).toBe(hostile)
    expect(await article().getByRole('heading', {level: 1}).textContent()).toBe('<b>Bobby</b>')
    expect(await article().locator('img, script, b, iframe, a[href^="javascript:"]').count()).toBe(0)
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
  })

  it('finds by words that stand in no address', async () => {
    const search = page.getByRole('textbox', {name: 'Search all questions'})
    await search.fill('buttocks MILLER')
    await search.press('Enter')
    await line(nasty).waitFor({state: 'detached'})
    await line(urgent).waitFor()
    expect(await page.locator('[data-reference]').count()).toBe(1)
    await search.fill('spam.example')
    await search.press('Enter')
    await line(spam).waitFor()
    expect(page.url()).not.toMatch(/spam|buttocks/i)
    await page.getByRole('tab', {name: /New/}).click()
  })

  it('takes one, writes a note, and answers by e-mail with a saved text', async () => {
    await openQuestion(plain)
    await button('Assign to me').click()
    await page.getByText('You look after it.').waitFor()
    expect(stateOf(plain)).toBe('inProgress')
    await page.getByRole('textbox', {name: 'New note'}).fill('Called: <i>no answer</i>')
    await button('Add note').click()
    await page.getByText('Called: <i>no answer</i>').waitFor()
    await page.getByLabel('Saved text for the reply').selectOption({label: 'Appointment'})
    const href = (await page.getByRole('link', {name: 'Write an e-mail'}).getAttribute('href')) ?? ''
    expect(href).toMatch(/^mailto:ana@patient\.example\?subject=/)
    expect(new URL(href).searchParams.get('body')).toBe('Hello,\r\nplease call us.')
    expect(decodeURIComponent(href)).not.toContain('How long will my back hurt')
    await button('Mark as answered').click()
    await page.getByRole('tab', {name: 'Answered 1'}).waitFor()
    expect(stateOf(plain)).toBe('answered')
    await page.getByRole('tab', {name: /Answered/}).click()
    await line(plain).waitFor()
  })

  it('is warned where an e-mail must not hold anything about health', async () => {
    await openQuestion(urgent)
    await page.getByText('does not want health matters in ordinary e-mail').waitFor()
    await page.getByText('call the patient').waitFor()
  })

  it('lets go what was held as spam', async () => {
    await page.getByRole('tab', {name: /Held/}).click()
    await line(spam).click()
    await button('Not spam: move to new').click()
    await page.getByRole('tab', {name: 'Held as spam 0'}).waitFor()
    expect(stateOf(spam)).toBe('new')
  })

  it('saves a question as a file, and a list as a table', async () => {
    await openQuestion(nasty)
    const [file] = await Promise.all([page.waitForEvent('download'), button('Save as a file').click()])
    expect(file.suggestedFilename()).toBe(`question-${nasty}.json`)
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({asked: {question: hostile}})
    await button('Export').click()
    const [table] = await Promise.all([page.waitForEvent('download'), button('Save table').click()])
    expect(readFileSync(await table.path(), 'utf8')).toContain('<b>Bobby</b>')
    await page.keyboard.press('Escape')
  })

  it('deletes one for good, asked twice', async () => {
    await openQuestion(spam)
    await button('Delete').click()
    await button('Keep it').click()
    await button('Delete').click()
    await button('Delete for good').click()
    await line(spam).waitFor({state: 'detached'})
    expect(stateOf(spam)).toBeUndefined()
  })

  it('makes an FAQ of one: only without what is personal, as a draft on a draft of its page', async () => {
    await openQuestion(urgent)
    await button('Make an FAQ of it').click()
    const dialog = page.getByRole('dialog')
    const make = dialog.getByRole('button', {name: 'Make the draft'})
    const confirmed = dialog.getByRole('checkbox')
    await dialog.getByText('Take these out first').waitFor()
    const parts = await dialog.locator('li').allInnerTexts()
    expect(parts).toEqual([
      'Joe (the patient’s name)',
      'Miller (the patient’s name)',
      '03/12/1961 (a date)',
      '(312) 555-0142 (a number)',
    ])
    expect(await make.isDisabled()).toBe(true)
    expect(await confirmed.isDisabled()).toBe(true)
    const text = dialog.getByRole('textbox')
    await text.fill(publicQuestion)
    await confirmed.check()
    await text.pressSequentially(' ')
    expect(await confirmed.isChecked()).toBe(false)
    expect(await make.isDisabled()).toBe(true)
    await confirmed.check()
    await make.click()
    await page.waitForURL(/\/studio\/structure\//, {timeout: firstScreen})
    await page.locator('[data-testid="field-question"] input').waitFor({timeout: firstScreen})

    const [faq] = await lake.fetch('*[_type == "faq" && question == $question]', {question: publicQuestion})
    expect(faq).toMatchObject({language: 'en', _id: expect.stringMatching(/^drafts\./)})
    const id = faq._id.slice('drafts.'.length)
    const draft = await lake.getDocument('drafts.condition-back-pain')
    expect(draft?.faqs.at(-1)).toMatchObject({_ref: id, _weak: true})
    expect((await lake.getDocument('condition-back-pain'))?.faqs).toHaveLength((draft?.faqs.length ?? 0) - 1)
    expect((await store.open(urgent))?.handling.promotedTo).toBe(id)
    expect(JSON.stringify(await lake.fetch('*[]'))).not.toMatch(
      /Joe Miller|joe\.miller|03\/12\/1961|555-0142"?\.\\nHow/,
    )
    await openQuestion(urgent)
    await button('Open the FAQ made of it').waitFor()
  })

  it('reads what the counters say', async () => {
    await page.getByRole('tab', {name: 'Insights'}).click()
    await page.getByRole('table').first().waitFor()
    expect(await shownIn(page.getByRole('table').first())).toMatch(/Back Pain \d/)
  })

  it('keeps nothing of it in the browser', async () => {
    const kept = await page.evaluate(() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage}))
    expect(kept).not.toMatch(/Miller|patient\.example|Bobby|buttocks|How long will/)
  })

  it.each(['light', 'dark'] as const)('works without barriers, in %s, wide and narrow', async (colorScheme) => {
    await page.emulateMedia({colorScheme})
    for (const width of [1280, 768]) {
      await page.setViewportSize({width, height: 900})
      await openQuestion(nasty)
      await settled(page)
      expect(await barriersIn(page)).toEqual([])
      expect(await overflowOn(page)).toEqual([])
    }
    await page.setViewportSize({width: 1280, height: 900})
    await page.emulateMedia({colorScheme: 'light'})
  })
})

/** What is wrong in the tool itself; the Studio's own bars around it are not ours. */
const barriersIn = async (on: Page): Promise<string[]> =>
  (await barriersOn(on)).filter((barrier) => /questions-|article|tabpanel/.test(barrier))

describe('when nobody is there', () => {
  let tab: Page

  beforeAll(async () => {
    tab = await administrator.context.newPage()
    tab.setDefaultTimeout(20_000)
    await tab.clock.install()
    await openQuestion(urgent, tab)
  })

  afterAll(() => tab?.close())

  const opens = () => store.auditTrail({reference: urgent}).filter(({action}) => action === 'opened').length
  const isLocked = () => button('Show questions', tab).waitFor()

  it('the tool stays open as long as there is a sign of somebody', async () => {
    for (let minutes = 0; minutes < 12; minutes += 4) {
      await tab.clock.runFor(4 * 60_000)
      await tab.mouse.move(300 + minutes, 300)
    }
    expect(await tab.getByTestId('question-text').isVisible()).toBe(true)
  })

  it('locks after five minutes, and nothing of a question is left on the page', async () => {
    await tab.clock.runFor(5 * 60_000 + 6000)
    await isLocked()
    expect(await tab.content()).not.toMatch(/Joe Miller|joe\.miller|buttocks|Bobby/)
    await tab.mouse.move(10, 10)
    await isLocked()
  })

  it('opens again only by asking the server', async () => {
    const before = opens()
    const [asked] = await Promise.all([
      tab.waitForResponse((response) => response.url().endsWith('/api/enquiries/inbox')),
      button('Show questions', tab).click(),
    ])
    expect(asked.status()).toBe(200)
    await tab.getByTestId('question-text').waitFor()
    expect(opens()).toBe(before + 1)
  })

  it('locks after two minutes behind another tab, and after a sleep of the computer', async () => {
    await tab.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true})
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await tab.clock.runFor(2 * 60_000 + 6000)
    await isLocked()
    await tab.evaluate(() => {
      Reflect.deleteProperty(document, 'visibilityState')
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await button('Show questions', tab).click()
    await tab.getByTestId('question-text').waitFor()
    await tab.clock.fastForward(8 * hour)
    await tab.mouse.move(400, 400)
    await isLocked()
  })

  it('looks for new questions every half minute, while somebody looks', async () => {
    await tab.goto(tool())
    await line(nasty, tab).waitFor({timeout: firstScreen})
    const fresh = await ask(store, {name: 'Just Now', question: 'A fresh one?'})
    await tab.clock.runFor(31_000)
    await line(fresh, tab).waitFor()
    store.delete(fresh, {id: 'test', name: 'Test'}, Date.now())
  })
})

describe('an editor', () => {
  it('without the right reads one sentence and gets nothing else from the server', async () => {
    const other = await openBrowser()
    try {
      const watched = watchStudio(other, clinic)
      const answers: string[] = []
      other.page.setDefaultTimeout(20_000)
      await acceptInvitation(other.page, await invitation('Eddie'), 'Eddie Editor')
      other.page.on('response', (response) => {
        if (response.url().includes('/api/enquiries'))
          void response.text().then((text) => answers.push(`${response.status()} ${text}`))
      })
      await other.page.goto(tool(`/${urgent}`))
      await other.page
        .getByText('You may not read questions of patients. An administrator')
        .waitFor({timeout: firstScreen})
      expect(await textIn(other.page)).not.toMatch(/Joe|Miller|New \d|numb/)
      await until(() => answers.length > 0, 'the answer')
      for (const answer of answers) expect(answer).toMatch(/^403 \{"message":"You may not[^{}]*"\}$/)
      expect((await watched.complaints()).filter((complaint) => !/status of 403/.test(complaint))).toEqual([])
    } finally {
      await other.close()
    }
  })

  it('on the clinic’s list gets in, and is out from the moment the role is taken away', async () => {
    const lena = await openBrowser()
    try {
      lena.page.setDefaultTimeout(20_000)
      await acceptInvitation(lena.page, await invitation('Lena'), 'Lena Listed')
      await openQuestion(urgent, lena.page)
      await button('Assign to me', lena.page).click()
      await lena.page.getByText('You look after it.').waitFor()
      expect((await store.open(urgent))?.handling.assignee?.name).toBe('Lena Listed')
      await clinic.lake('user', 'role', 'lena@clinic.example', '--role', 'viewer')
      await button('Give it back', lena.page).click()
      await lena.page.getByText('You may not read questions of patients').waitFor()
      expect(await textIn(lena.page)).not.toMatch(/Joe Miller|numb/)
      expect((await store.open(urgent))?.handling.assignee?.name).toBe('Lena Listed')
    } finally {
      await lena.close()
    }
  })
})

it('a question that is gone is told of, in a link that somebody kept', async () => {
  await page.goto(tool(`/${spam}`))
  await page.getByRole('main').getByText('There is no such question').waitFor()
  // The browser reports what was asked for here, and nothing else. On the page's own clock, which the tests of the lock
  // have set, a timer can be due in the moment in which it is cancelled; RxJS, of which the Studio is made, reports that.
  const complaints = (await watch.complaints()).filter((complaint) => complaint !== 'executing a cancelled action')
  expect(new Set(complaints)).toEqual(
    new Set(['Failed to load resource: the server responded with a status of 404 (Not Found)']),
  )
})
