/** @jest-environment node */
/** What is kept of drawn cards, and for how long the web may keep them, while a disk or the lake fails. */
import sharp from 'sharp'
import {drawnCard} from '@/app/card/[...path]/draw'
import {GET} from '@/app/card/[...path]/route'
import {type Card, cardPath} from '@/lib/seo/card'
import type {Media} from '@/sanity/media'

let logoFile: Media | 'unknown' | 'unavailable' = 'unavailable'
jest.mock('@/sanity/media', () => ({mediaFor: async () => logoFile}))
jest.mock('@/sanity/read', () => ({isPreview: async () => false}))
jest.mock('@/app/card/[...path]/content', () => ({getCard: async () => withLogo}))

jest.setTimeout(60_000)

const plain: Card = {
  language: 'en',
  kind: 'condition',
  slug: 'back-pain',
  title: 'Back pain',
  siteName: 'Riverside Pain Clinic',
  figure: null,
  brandColor: null,
  logo: null,
}

const withLogo: Card = {
  ...plain,
  logo: {
    assetId: 'image-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-512x512-png',
    width: 512,
    height: 512,
    crop: null,
    hotspot: null,
  },
}

const answer = async (path = cardPath(withLogo)) => {
  const {status, headers} = await GET(new Request(`https://clinic.example${path}`), {
    params: Promise.resolve({path: path.split('/').slice(2)}),
  })
  return [status, headers.get('cache-control')]
}

beforeEach(() => {
  logoFile = 'unavailable'
})
afterEach(() => {
  jest.restoreAllMocks()
})

test('fonts that could not be read once are read again', async () => {
  const elsewhere = jest.spyOn(process, 'cwd').mockReturnValue('/nowhere')
  await expect(drawnCard(plain)).rejects.toThrow('ENOENT')
  elsewhere.mockRestore()
  expect((await drawnCard(plain)).whole).toBe(true)
})

test('a card without its logo is answered for minutes and drawn anew; with it, it is good for ever', async () => {
  for (logoFile of ['unavailable', 'unknown'] as const) expect(await answer()).toEqual([200, 'public, max-age=300'])
  const white = {width: 64, height: 64, channels: 3, background: '#fff'} as const
  logoFile = {bytes: await sharp({create: white}).png().toBuffer(), type: 'image/png'}
  expect(await answer()).toEqual([200, 'public, max-age=31536000, immutable'])
  logoFile = 'unavailable'
  expect(await answer()).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(await answer(cardPath({...withLogo, title: 'Older'}))).toEqual([200, 'public, max-age=300'])
})
