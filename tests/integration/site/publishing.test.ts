/** What happens between Publish and the page: the site as a process, the real lake, real webhooks. */
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {SanityClient} from '@sanity/client'
import {signatureOf} from '@/lib/revalidation/signature'
import {pagesShowing} from '@/sanity/publishing/questions'
import {condition, fact, faq, prose, publishSmallClinic, reference, settings, source} from '../../support/sample'
import {type StartedSite, startSite, webhookSecret} from '../../support/start-site'
import {until} from '../../support/until'

let site: StartedSite
let editor: SanityClient

const shows = (path: string, text: string) => async () => (await site.get(path)).html.includes(text)
const settled = async () => (await (await fetch(`${site.url}/api/health`)).json()).pending === 0
const conditionsAsked = () => site.between.asked().filter((question) => /^condition /.test(question))

beforeAll(async () => {
  site = await startSite()
  editor = site.lake.client('editor')
  await publishSmallClinic(editor)
  await until(
    async () => (await settled()) && (await site.get('/conditions/neck-pain')).status === 200,
    'the first pages',
  )
}, 120_000)

afterAll(() => site.close())

describe('publishing', () => {
  it('shows an edit on the page without a restart', async () => {
    await editor.patch('neck-pain').set({title: 'Stiff neck', summary: 'A new sentence about necks.'}).commit()
    await until(shows('/conditions/neck-pain', 'A new sentence about necks.'), 'the new sentence')
    await until(shows('/conditions', 'Stiff neck'), 'the new name in the index')
  })

  it('refreshes exactly the pages that show the changed document', async () => {
    for (const path of ['neck-pain', 'hip-pain', 'knee-pain', 'foot-pain']) await site.get(`/conditions/${path}`)
    await until(settled, 'earlier publications')
    site.between.forget()
    await editor.patch('shared-question').set({question: 'Does it really hurt?'}).commit()
    for (const path of ['neck-pain', 'hip-pain', 'knee-pain']) {
      await until(shows(`/conditions/${path}`, 'Does it really hurt?'), `the new question on ${path}`)
    }
    await until(settled, 'the publication to be done')
    await site.get('/conditions/foot-pain')
    expect(new Set(conditionsAsked())).toEqual(
      new Set(
        ['condition hip-pain', 'condition knee-pain', 'condition neck-pain'].map((name) =>
          name.replace(' ', ' "').concat('"'),
        ),
      ),
    )
  })

  it('shows a person on the pages of what they treat, and takes them away again', async () => {
    const ref = (_ref: string) => ({_type: 'reference', _key: _ref, _ref})
    const walking = {...condition('walking', {title: 'Walking group'}), _type: 'treatment', sections: []}
    await editor.createOrReplace(walking)
    await editor
      .patch('hip-pain')
      .set({treatments: [ref('walking')]})
      .commit()
    await until(shows('/conditions/hip-pain', 'Walking group'), 'the treatment on the condition')
    await until(shows('/treatments/walking', 'hip-pain'), 'the condition on the treatment')
    await until(settled, 'earlier publications')
    site.between.forget()
    const zoe = {_id: 'zoe', _type: 'person', language: 'en', slug: {_type: 'slug', current: 'zoe'}, role: 'Therapist'}
    await editor.createOrReplace({...zoe, name: 'Zoe Walker', treatments: [ref('walking')]})
    await until(shows('/conditions/hip-pain', 'Zoe Walker'), 'the person on the condition of their treatment')
    await until(shows('/treatments/walking', 'Zoe Walker'), 'the person on the treatment')
    await until(settled, 'the publication of the person')
    expect(new Set(conditionsAsked())).toEqual(new Set(['condition "hip-pain"']))
    await editor
      .patch('zoe')
      .set({conditions: [ref('knee-pain')]})
      .commit()
    await until(shows('/conditions/knee-pain', 'Zoe Walker'), 'the person on the condition they name')
    await until(async () => !(await shows('/conditions/hip-pain', 'Zoe Walker')()), 'the person to leave the other')
    await editor.delete('zoe')
    await until(async () => !(await shows('/conditions/knee-pain', 'Zoe Walker')()), 'the person to be gone')
  })

  it('turns a 404 into a page when the document appears, and back when it goes', async () => {
    expect((await site.get('/conditions/elbow-pain')).status).toBe(404)
    await editor.createOrReplace(condition('elbow-pain', {title: 'Elbow pain'}))
    await until(async () => (await site.get('/conditions/elbow-pain')).status === 200, 'the new page')
    await until(shows('/conditions', 'Elbow pain'), 'the new page in the index')
    await editor.delete('elbow-pain')
    await until(async () => (await site.get('/conditions/elbow-pain')).status === 404, 'the page to be gone')
    await until(async () => !(await shows('/conditions', 'Elbow pain')()), 'the page to leave the index')
  })

  it('moves a page to its new address when the slug changes', async () => {
    await editor.createOrReplace(condition('wrist-pain', {title: 'Wrist pain'}))
    await until(async () => (await site.get('/conditions/wrist-pain')).status === 200, 'the page')
    await editor
      .patch('wrist-pain')
      .set({slug: {_type: 'slug', current: 'sore-wrist'}})
      .commit()
    await until(async () => (await site.get('/conditions/sore-wrist')).status === 200, 'the new address')
    await until(async () => (await site.get('/conditions/wrist-pain')).status === 404, 'the old address to be gone')
  })

  it('follows a redirect as soon as it is published, and only where the page would be a 404', async () => {
    expect((await site.get('/sore-necks.html')).status).toBe(404)
    const target = {_type: 'reference', _ref: 'neck-pain'}
    await editor.createOrReplace({
      _id: 'old',
      _type: 'redirect',
      from: '/sore-necks.html',
      toPage: target,
      permanent: true,
    })
    await until(async () => (await site.get('/sore-necks.html')).status === 308, 'the redirect')
    expect((await site.get('/sore-necks.html')).headers.get('location')).toBe('/conditions/neck-pain')
    await editor.createOrReplace({
      _id: 'greedy',
      _type: 'redirect',
      from: '/conditions',
      toPath: '/contact',
      permanent: false,
    })
    await until(settled, 'the redirect to be journalled')
    expect((await site.get('/conditions')).status).toBe(200)
    await editor.delete('old')
    await until(async () => (await site.get('/sore-necks.html')).status === 404, 'the redirect to be gone')
  })

  it('follows redirects from addresses however they are written, and waits for none that cannot be seen', async () => {
    const from = (_id: string, address: string, more: object = {toPath: '/contact'}) =>
      editor.createOrReplace({_id, _type: 'redirect', from: address, permanent: true, ...more})
    for (const path of ['/a%C3%B1o', '/a+b', '/x,y', '/Old-Page']) await site.get(path)
    await from('read', '/año')
    await from('plus', '/a+b')
    await from('comma', '/x,y')
    await from('sent', '/d%C3%ADa')
    await from('capitals', '/Old-Page')
    for (const path of ['/a%C3%B1o', '/a+b', '/x,y', '/d%C3%ADa', '/Old-Page']) {
      await until(
        async () => (await site.get(path)).headers.get('location') === '/contact',
        `the redirect from ${path}`,
      )
    }
    // Written past the Studio's checks: other parts of the software answer there.
    for (const [index, path] of [
      '/old.md',
      '/card/x',
      '/qr/x',
      '/en/x',
      '/api/x',
      '/studio/x',
      '/a?b',
      '/%',
    ].entries()) {
      await from(`taken-${index}`, path)
    }
    await from('nowhere', '/leads-nowhere', {toPage: {_type: 'reference', _ref: 'unborn', _weak: true}})
    await from('circle', '/Round', {toPath: '/round'})
    await editor.delete('capitals')
    await until(async () => (await site.get('/Old-Page')).headers.get('location') === '/old-page', 'the small letters')
    await until(settled, 'all of them to be done')
    expect((await site.get('/leads-nowhere')).status).toBe(404)
  })

  it('keeps the last good page when a document breaks its contract, and says what to correct', async () => {
    const path = '/conditions/knee-pain'
    const {html: before} = await site.get(path)
    await editor.patch('knee-pain').set({title: 7}).commit()
    await until(() => site.printed().includes('does not fit its contract'), 'the log')
    await until(settled, 'the publication to be done')
    const after = await site.get(path)
    expect(after.status).toBe(200)
    expect(titleOf(after.html)).toBe(titleOf(before))
    expect(site.printed()).toMatch(
      /document "knee-pain".*title: .*expected string.*Correct it in the Studio: \S+id=knee-pain/,
    )
    await editor.patch('knee-pain').set({title: 'Knee pain again'}).commit()
    await until(shows(path, 'Knee pain again'), 'the corrected page')
  })

  it('survives hostile text in a document', async () => {
    await editor.createOrReplace(
      faq('hostile', 'Is </script><script>alert(1)</script> safe?', '<img src=x onerror=alert(1)>'),
    )
    await editor
      .patch('foot-pain')
      .set({faqs: [{_type: 'reference', _key: 'h', _ref: 'hostile'}], 'sections[0].body': prose('</style><b>bold</b>')})
      .commit()
    await until(shows('/conditions/foot-pain', 'safe?'), 'the question')
    const {html} = await site.get('/conditions/foot-pain')
    expect(html).not.toContain('<script>alert(1)')
    expect(html).not.toContain('<img src=x')
  })
})

describe('questions and facts', () => {
  it('have pages of their own, which say where they are shown and change with those pages', async () => {
    const path = '/questions/shared-question'
    await until(shows(path, 'An answer.'), 'the answer on its own page')
    expect((await site.get(path)).html).not.toContain('href="/conditions/foot-pain"')
    await editor
      .patch('foot-pain')
      .set({title: 'Sore foot', faqs: [reference('shared-question')]})
      .commit()
    await until(shows(path, 'Sore foot'), 'the fourth condition on the page of the question')
    await until(shows('/questions', 'Does it'), 'the question in the index')
    await editor
      .patch('shared-question')
      .set({answer: prose('Another answer.')})
      .commit()
    await until(shows(path, 'Another answer.'), 'the new answer on its own page')
    await until(shows('/questions', 'Another answer.'), 'the new answer in the index')
    await until(shows('/conditions/foot-pain', 'Another answer.'), 'the new answer on a condition')
  })

  it('follow their sources, on every page that shows them', async () => {
    const statement = 'One in five people know this.'
    await editor
      .transaction()
      .create(source('study', 'The old name of a study'))
      .create(fact('known', statement, ['study']))
      .commit()
    await editor
      .patch('foot-pain')
      .set({facts: [reference('known')]})
      .commit()
    const pages = ['/facts/known', '/facts', '/conditions/foot-pain']
    for (const path of pages) await until(shows(path, statement), `the fact on ${path}`)
    await editor.patch('study').set({title: 'The new name of a study', publisher: 'Another house'}).commit()
    for (const path of pages) await until(shows(path, 'Another house'), `the new source on ${path}`)
    await editor.patch('known').set({sourceState: 'checking'}).commit()
    await until(shows('/facts/known', 'Source being checked'), 'the note')
    await until(async () => !(await shows('/facts', statement)()), 'the fact to leave the index')
    expect((await site.get('/facts/known')).html).toMatch(/<meta name="robots" content="noindex/)
    await until(settled, 'the publications to be done')
    await editor.patch('known').set({sourceState: 'sourced', expiresOn: '2020-01-01'}).commit()
    await until(shows('/facts/known', 'This figure is out of date'), 'the note that it is out of date')
    expect((await site.get('/facts')).html).not.toContain(statement)
  })

  it('leave no thin page behind', async () => {
    await editor.create({...faq('open', 'And now?'), answer: []})
    await until(settled, 'the publication to be done')
    expect((await site.get('/questions/open')).status).toBe(404)
    expect((await site.get('/questions')).html).not.toContain('And now?')
  })
})

it('is not held up by a language that somebody asked for and the clinic does not have', async () => {
  for (const path of ['/es', '/es/contact', '/es/conditions']) expect((await site.get(path)).status).toBe(404)
  await editor.patch('siteSettings').set({tagline: 'Care in one language'}).commit()
  await until(shows('/', 'Care in one language'), 'the new tagline')
  await until(settled, 'the publication to be done')
  expect((await site.get('/es')).status).toBe(404)
})

it('is not held up by the lists of a language that has settings and nothing else yet', async () => {
  await editor.create({...settings, _id: 'siteSettings-es', language: 'es', name: 'Clínica de prueba'})
  await until(shows('/es/contact', 'Clínica de prueba'), 'the Spanish pages')
  for (const path of ['/es/conditions', '/es/questions']) expect((await site.get(path)).status).toBe(404)
  await editor.patch('neck-pain').set({summary: 'One more sentence about necks.'}).commit()
  await until(shows('/conditions/neck-pain', 'One more sentence about necks.'), 'the new sentence')
  await until(settled, 'the publication to be done')
  await editor.delete('siteSettings-es')
  await until(async () => (await site.get('/es/contact')).status === 404, 'the Spanish pages to be gone')
  await until(settled, 'the publications to be done')
})

it('knows every page that shows an answer: none is refreshed without being looked at', async () => {
  const store = new DatabaseSync(path.join(site.dataDir, 'site', 'site.db'), {readOnly: true})
  const kept = store.prepare('select contract, params from answer').all()
  store.close()
  const known = kept.map(({contract, params}) => ({contract: String(contract), params: JSON.parse(String(params))}))
  const missing: string[] = []
  for (const page of [
    '/',
    '/conditions',
    '/conditions/neck-pain',
    '/treatments',
    '/people',
    '/locations',
    '/contact',
  ]) {
    const [, marks = ''] = /<meta name="content-stamp" content="([^"]*)"/.exec((await site.get(page)).html) ?? []
    expect(marks).not.toBe('')
    for (const contract of marks.split(' ').map((mark) => mark.slice(0, mark.lastIndexOf('.')))) {
      const shown = known
        .filter((question) => question.contract === contract)
        .map((question) => pagesShowing(question, () => known))
      if (!shown.some((pages) => pages === 'every page' || pages.includes(page))) missing.push(`${contract} on ${page}`)
    }
  }
  expect(missing).toEqual([])
})

describe('a translation', () => {
  const english = '/conditions/foot-pain'
  const spanish = '/es/conditions/dolor-de-pie'
  const original = {_type: 'reference', _ref: 'foot-pain', _weak: true}
  const alternates = async (path: string) =>
    [
      ...(await site.get(path)).html.matchAll(
        /<link rel="alternate" hrefLang="([^"]+)" href="[^"]*?(\/[^"/][^"]*|)"/gi,
      ),
    ].map(([, language, href]) => `${language} ${href?.replace(/^\/\/[^/]+/, '')}`)
  const leadsTo = (from: string, to: string) => async () =>
    (await site.get(from)).html.includes(`href="${to}"`) && (await alternates(from)).length === 3

  it('shows on the page it was made from as soon as it is published, and each leads to the other', async () => {
    await site.get('/conditions')
    expect(await alternates(english)).toEqual([])
    await editor.createOrReplace({
      ...condition('dolor-de-pie', {title: 'Dolor de pie'}),
      language: 'es',
      translationOf: original,
    })
    await until(leadsTo(spanish, english), 'the way from the translation')
    await until(leadsTo(english, spanish), 'the way to the translation')
    const html = (await site.get(spanish)).html
    expect(html).toContain('<html lang="es"')
    expect(await alternates(english)).toEqual(await alternates(spanish))
    expect((await alternates(english)).map((line) => line.split(' ')[0]).sort()).toEqual([
      'en-US',
      'es-US',
      'x-default',
    ])
    await until(leadsTo('/conditions', '/es/conditions'), 'the list to know of the Spanish one')
    await until(leadsTo('/es/conditions', '/conditions'), 'the Spanish list')
  })

  it('tells patients that its original is newer, until somebody confirms it', async () => {
    const older = shows(spanish, 'La versión en inglés de esta página es más nueva')
    expect(await older()).toBe(false)
    await editor.patch('foot-pain').set({summary: 'Feet are patient. This is new.'}).commit()
    await until(older, 'the note on the translation')
    const {_updatedAt} = await editor.getDocument('foot-pain').then((found) => found ?? {_updatedAt: ''})
    await editor
      .patch('dolor-de-pie')
      .set({translation: {_type: 'translation', sourceUpdatedAt: _updatedAt}})
      .commit()
    await until(async () => !(await older()), 'the note to be gone')
  })

  it('leaves the page it was made from when it is taken down', async () => {
    await editor.delete('dolor-de-pie')
    await until(async () => (await site.get(spanish)).status === 404, 'the translation to be gone')
    await until(async () => !(await site.get(english)).html.includes(spanish), 'the switch to be gone')
    await until(async () => (await alternates(english)).length === 0, 'the alternates to be gone')
    await until(async () => (await alternates('/conditions')).length === 0, 'the list to forget the Spanish one')
  })
})

describe('a notice', () => {
  const footerShows = (path: string, text: string) => async () => {
    const {html} = await site.get(path)
    return html.slice(html.indexOf('<footer')).includes(text)
  }
  const page = {
    _id: 'privacy',
    _type: 'page',
    language: 'en',
    title: 'Our privacy notice',
    slug: {_type: 'slug', current: 'privacy'},
    summary: 'What we know.',
    legalNotice: 'websitePrivacy',
    body: prose('Nothing.'),
  }

  it('is at the bottom of every page as soon as it is published, and gone with it', async () => {
    const pages = ['/', '/conditions/neck-pain', '/contact']
    await editor.createOrReplace(page)
    for (const path of pages) await until(footerShows(path, 'Our privacy notice'), `the notice on ${path}`)
    await editor.patch('privacy').unset(['legalNotice']).commit()
    for (const path of pages) {
      await until(async () => !(await footerShows(path, 'Our privacy notice')()), `the notice to leave ${path}`)
    }
    await editor.delete('privacy')
  })

  it('leaves every page too where another page showed so before the publication was looked at', async () => {
    const pages = ['/', '/conditions/neck-pain', '/contact']
    await editor.createOrReplace(page)
    for (const path of pages) await until(footerShows(path, 'Our privacy notice'), `the notice on ${path}`)
    await until(settled, 'the publication to be done')
    const release = site.between.hold('publishing')
    await editor.delete('privacy')
    const other = {...page, _id: 'parking', title: 'Parking', legalNotice: undefined}
    await editor.createOrReplace({...other, slug: {_type: 'slug', current: 'parking'}})
    const {html} = await site.get('/parking')
    expect([html.includes('Parking'), html.includes('Our privacy notice')]).toEqual([true, false])
    release()
    for (const path of pages) {
      await until(async () => !(await footerShows(path, 'Our privacy notice')()), `the notice to leave ${path}`)
    }
    await editor.delete('parking')
  })
})

describe('the webhook', () => {
  const send = (body: string, headers: Record<string, string>) =>
    fetch(`${site.url}/api/revalidate`, {method: 'POST', body, headers})
  const body = JSON.stringify({_id: 'neck-pain', _type: 'condition'})
  const signed = (text: string, at = Date.now()) => ({'sanity-webhook-signature': signatureOf(text, webhookSecret, at)})

  it('is recorded where it is signed, and once only', async () => {
    const headers = {...signed(body), 'idempotency-key': 'one delivery of this test'}
    const first = await send(body, headers)
    expect([first.status, await first.json()]).toEqual([200, {message: 'Recorded.'}])
    const second = await send(body, headers)
    expect([second.status, await second.json()]).toEqual([200, {message: 'Known already.'}])
  })

  it.each([
    ['without a signature', 401, () => send(body, {})],
    ['with the signature of another body', 401, () => send(body, signed('other'))],
    ['with an old signature', 401, () => send(body, signed(body, Date.now() - 10 * 60_000))],
    ['with a body that names no document', 400, () => send('{}', signed('{}'))],
    ['with a body that is no JSON', 400, () => send('hello', signed('hello'))],
    ['with a body of more than a megabyte', 413, () => send('x'.repeat(1024 * 1024 + 1), {})],
  ])('is refused %s (%i)', async (_how, status, refused) => {
    expect((await refused()).status).toBe(status)
  })

  it('cannot be used by others to make pages stale', async () => {
    const response = await fetch(`${site.url}/api/revalidate/refresh`, {
      method: 'POST',
      headers: {'x-clinic-internal-key': 'guessed'},
      body: '{"publications":[],"outdated":false,"everything":true}',
    })
    expect(response.status).toBe(404)
  })
})

const titleOf = (html: string) => /<title>([^<]*)/.exec(html)?.[1]
