/** How long a picture made to measure takes, the first time and from then on. */
import sharp from 'sharp'
import {atTheEnd} from '../support/endings.ts'
import {startLake} from '../support/start-lake.ts'
import {median, milliseconds, percentile, timed} from './figures.ts'
import type {Table} from './table.ts'

/** A photo's worth of detail, 4000 by 3000: soft noise at several sizes, which no encoder can guess. */
async function photo(number: number): Promise<Buffer> {
  const noise = (width: number, height: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: '#777',
        noise: {type: 'gaussian', mean: 128, sigma: 40 + number},
      },
    })
  const coarse = await noise(160, 120).png().toBuffer()
  const base = await sharp(coarse).resize(4000, 3000, {kernel: 'cubic'}).png({compressionLevel: 1}).toBuffer()
  const grain = await noise(1000, 750).png().toBuffer()
  const fine = await sharp(grain).resize(4000, 3000).blur(1).png({compressionLevel: 1}).toBuffer()
  return sharp(base)
    .composite([{input: fine, blend: 'soft-light'}])
    .jpeg({quality: 88})
    .toBuffer()
}

async function fetchBytes(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  await response.arrayBuffer()
}

export async function lakeImages(photos: number): Promise<Table> {
  const lake = await startLake()
  atTheEnd(() => lake.close())
  const editor = lake.client('editor')
  const [first, again]: [number[], number[]] = [[], []]
  let size = 0
  for (let number = 0; number < photos; number++) {
    const bytes = await photo(number)
    size += bytes.byteLength / photos
    const {url} = await editor.assets.upload('image', bytes, {filename: `photo-${number}.jpg`})
    const address = `${url}?w=1200&fm=webp`
    first.push(await timed(() => fetchBytes(address)))
    for (let time = 0; time < 20; time++) again.push(await timed(() => fetchBytes(address)))
  }
  return {
    columns: ['a photo of 12 megapixels, 1200 wide, as WebP', 'p50', 'p95', 'target'],
    rows: [
      ['the first time', milliseconds(median(first)), milliseconds(percentile(first, 0.95)), '≤ 250 ms'],
      ['from the cache on disk', milliseconds(median(again)), milliseconds(percentile(again, 0.95)), '≤ 3 ms'],
    ],
    notes: [`${photos} JPEGs of ${(size / 1e6).toFixed(1)} MB made for this; over HTTP, the lake in the same process.`],
  }
}
