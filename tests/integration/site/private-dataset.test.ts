/** The site on a private dataset: its own token reads, and strangers get nothing from the lake itself. */
import {plain as picture} from '../../support/pictures'
import {publishSmallClinic} from '../../support/sample'
import {clientFor} from '../../support/start-lake'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

let site: StartedSite

beforeAll(async () => {
  site = await startSite()
}, 120_000)

afterAll(() => site.close())

it('is as it is on a public one: pages, pictures, search and what is published later', async () => {
  const editor = site.lake.client('editor')
  site.lake.lake.admin.setVisibility('private')
  await publishSmallClinic(editor)
  const asset = await editor.assets.upload('image', await picture('#0d5f5c', 1400, 900), {filename: 'neck.png'})
  const image = {_type: 'picture', asset: {_type: 'reference', _ref: asset._id}, alt: 'A drawing of a neck'}
  await editor.patch('neck-pain').set({image}).commit()
  await until(async () => (await site.get('/conditions/neck-pain')).html.includes('A drawing of a neck'), 'the page')
  const {status, headers} = await site.get(`/media/${asset._id}?w=640`)
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^image\//)])
  expect((await site.get('/card/conditions/neck-pain')).status).not.toBe(500)

  await expect(clientFor(site.lake.url).fetch('*')).rejects.toThrow('This dataset is private')
  expect((await fetch(asset.url.replace(/^https?:\/\/[^/]+/, site.lake.url))).status).toBe(401)

  await editor.patch('neck-pain').set({title: 'Pain in the neck'}).commit()
  await until(async () => (await site.get('/conditions/neck-pain')).html.includes('Pain in the neck'), 'the change')
})
