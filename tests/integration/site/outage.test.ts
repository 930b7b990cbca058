/** The lake fails in every way a lake can; patients must not see it. And the site is killed; nothing may be lost. */
import type {SanityClient} from '@sanity/client'
import {everyFault} from '../../support/faulty-lake'
import {publishSmallClinic} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

const page = '/conditions/neck-pain'
/** The promise: fresh within ten seconds of the lake's return. Milliseconds. */
const freshWithin = 10_000

let site: StartedSite
let editor: SanityClient
let count = 0

const settled = async () => (await (await fetch(`${site.url}/api/health`)).json()).pending === 0
const shows = (text: string) => async () => (await site.get(page)).html.includes(text)

/** Publishes a new sentence and answers it. */
async function publish(): Promise<string> {
  const sentence = `This is sentence number ${++count}.`
  await editor.patch('neck-pain').set({summary: sentence}).commit()
  return sentence
}

beforeAll(async () => {
  site = await startSite()
  editor = site.lake.client('editor')
  await publishSmallClinic(editor)
  await until(async () => (await settled()) && (await site.get(page)).status === 200, 'the first pages')
}, 120_000)

afterAll(() => site.close())

describe('an outage of the lake', () => {
  it.each(everyFault)('is not seen by a patient, and ends by itself: %s', async (fault) => {
    const before = await publish()
    await until(shows(before), 'the page before the outage')
    await until(settled, 'the publication before the outage')

    site.between.become(fault)
    const meanwhile = await publish()
    // The webhook has arrived (the lake itself is well) and cannot be acted upon: pages must stand all the same.
    await until(async () => !(await settled()), 'the webhook')
    for (let look = 0; look < 10; look++) {
      const {status, html} = await site.get(page)
      expect(status).toBe(200)
      expect(html).toContain(before)
    }
    expect((await site.get('/conditions')).status).toBe(200)

    const back = Date.now()
    site.between.become('well')
    await until(shows(meanwhile), 'the sentence published meanwhile', freshWithin)
    expect(Date.now() - back).toBeLessThan(freshWithin)
  })

  it('is told by the health check, which names what is not ready', async () => {
    expect((await site.get('/api/health')).status).toBe(200)
    site.between.become('refuse')
    const {status, html} = await site.get('/api/health')
    expect(status).toBe(503)
    expect(JSON.parse(html)).toMatchObject({
      status: 'not ready',
      site: 'ready',
      lake: expect.stringMatching(/does not answer/),
    })
    site.between.become('well')
    expect((await site.get('/api/health')).status).toBe(200)
  })

  it('is not seen even when the site starts in the middle of it', async () => {
    const before = await publish()
    await until(shows(before), 'the page before the outage')
    await until(settled, 'the publication before the outage')
    site.between.become('refuse')
    await site.kill()
    await site.start()
    expect(await shows(before)()).toBe(true)
    site.between.become('well')
    const after = await publish()
    await until(shows(after), 'the page after the outage', freshWithin)
  }, 60_000)

  it('answers an address it never saw with 503 and the clinic’s phone, and keeps nothing of it', async () => {
    site.between.become('refuse')
    const {status, html, headers} = await site.get('/conditions/never-seen')
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('30')
    expect(html).toContain('(215) 555-0142')
    expect(html).not.toContain('<script')
    // Of the settings in Spanish nothing is known here; the words and the way home are Spanish all the same.
    const spanish = await site.get('/es/conditions/never-seen')
    expect([spanish.status, spanish.headers.get('content-security-policy')]).toEqual([
      503,
      expect.stringContaining("script-src 'self'; style-src 'self' 'sha256-"),
    ])
    expect(spanish.html).toMatch(/<html lang="es">[\s\S]*<title>Esta página no se puede mostrar/)
    expect(spanish.html).toContain('href="/es"')
    site.between.become('well')
    await until(async () => (await site.get('/conditions/never-seen')).status === 404, 'the honest answer', freshWithin)
  })
})

describe('a kill of the site', () => {
  it('loses no publication that was acknowledged just before', async () => {
    for (let round = 0; round < 3; round++) {
      // The lake cannot be asked, so the acknowledged webhook stays undone until after the kill.
      site.between.become('hang')
      const sentence = await publish()
      await until(async () => !(await pendingIsZero()), 'the webhook to be acknowledged')
      await site.kill()
      site.between.become('well')
      await site.start()
      await until(shows(sentence), 'the acknowledged publication', freshWithin)
    }
  }, 120_000)

  const pendingIsZero = async () => {
    const response = await fetch(`${site.url}/api/health`)
    return (await response.json()).pending === 0
  }
})
