import {expect, jest, test} from '@jest/globals'
import sharp from 'sharp'
import {heaviest, lightEnough} from '@/sanity/share-picture'
import {plain} from '../../support/pictures'
import {chanceFrom} from '../../support/random'

// Pixels take a moment on a busy machine.
jest.setTimeout(60_000)

/** A picture that no method makes small: each pixel by chance. */
async function noise(): Promise<Buffer> {
  const chance = chanceFrom(7)
  const pixels = Buffer.from(Uint8Array.from({length: 1200 * 630 * 3}, () => chance.whole(0, 255)))
  return sharp(pixels, {raw: {width: 1200, height: 630, channels: 3}})
    .jpeg({quality: 75})
    .toBuffer()
}

test('a picture for sharing that is too heavy is made lighter, in the same size and kind', async () => {
  const heavy = await noise()
  expect(heavy.length).toBeGreaterThan(heaviest)
  const light = await lightEnough(heavy)
  expect(light.length).toBeLessThanOrEqual(heaviest)
  expect(await sharp(light).metadata()).toMatchObject({format: 'jpeg', width: 1200, height: 630})
})

test('one that is light enough is left as it is', async () => {
  const light = await sharp(await plain('#0d5f5c', 1200, 630))
    .jpeg()
    .toBuffer()
  expect(await lightEnough(light)).toBe(light)
})
