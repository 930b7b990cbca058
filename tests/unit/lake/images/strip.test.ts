/** What a photo tells of its place and its maker does not get in; what it shows does. */
import {describe, expect, test} from '@jest/globals'
import sharp from 'sharp'
import {stripped} from '../../../../sanity/lake/images/strip/index'
import {cornersOf, quadrants} from '../../../support/pictures'

const place = {
  IFD0: {ImageDescription: 'canary-title', Copyright: 'canary-name'},
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 3230/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 4366/100',
  },
}
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="canary-xmp"/></rdf:RDF></x:xmpmeta>'

type Format = 'jpeg' | 'png' | 'webp' | 'avif'
const formats: Format[] = ['jpeg', 'png', 'webp', 'avif']

async function photo(format: Format, orientation?: number): Promise<Buffer> {
  const picture = sharp(await quadrants())
    .withExif(place)
    .withXmp(xmp)
  return (orientation === undefined ? picture : picture.withMetadata({orientation}).withExifMerge(place).withXmp(xmp))
    .toFormat(format)
    .toBuffer()
}

const pixelsOf = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).autoOrient().raw().toBuffer()

describe.each(formats)('a %s', (format) => {
  test('comes out without its place and remarks, with every pixel, and the second time unchanged', async () => {
    const original = await photo(format)
    expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('canary')
    expect((await sharp(original).metadata()).xmp?.toString('latin1')).toContain('canary-xmp')
    const bytes = Buffer.from(stripped(original))
    expect(bytes.toString('latin1')).not.toContain('canary')
    expect((await sharp(bytes).metadata()).xmp?.toString('latin1') ?? '').not.toContain('rdf')
    expect((await pixelsOf(bytes)).equals(await pixelsOf(original))).toBe(true)
    expect(Buffer.from(stripped(bytes)).equals(bytes)).toBe(true)
  })

  test('stays as it is where there is nothing to take out', async () => {
    const original = await sharp(await quadrants())
      .toFormat(format)
      .toBuffer()
    expect(Buffer.from(stripped(original)).equals(original)).toBe(true)
  })

  test.each(['<script>alert(1)</script>', 'PK\x03\x04 an archive'])(
    'hides nothing behind its end: %s',
    async (hidden) => {
      const original = await sharp(await quadrants())
        .toFormat(format)
        .toBuffer()
      if (format === 'avif')
        return expect(() => stripped(Buffer.concat([original, Buffer.from(hidden)]))).toThrow('damaged')
      const bytes = Buffer.from(stripped(Buffer.concat([original, Buffer.from(hidden)])))
      expect(bytes.equals(original)).toBe(true)
    },
  )
})

test.each<[Format, number]>([
  ['jpeg', 6],
  ['jpeg', 3],
  ['png', 8],
  ['webp', 6],
])('a %s of orientation %i is still shown upright', async (format, orientation) => {
  const original = await photo(format, orientation)
  const bytes = Buffer.from(stripped(original))
  expect(bytes.toString('latin1')).not.toContain('canary')
  expect((await sharp(bytes).metadata()).orientation).toBe(orientation)
  const upright = (picture: Buffer) => sharp(picture).autoOrient().png().toBuffer().then(cornersOf)
  expect(await upright(bytes)).toBe(await upright(original))
  expect(Buffer.from(stripped(bytes)).equals(bytes)).toBe(true)
})

test('a JPEG keeps its colour profile', async () => {
  const original = await sharp(await quadrants())
    .withIccProfile('p3')
    .withExif(place)
    .jpeg()
    .toBuffer()
  const {icc, exif} = await sharp(stripped(original)).metadata()
  expect(icc?.equals((await sharp(original).metadata()).icc ?? Buffer.alloc(0))).toBe(true)
  expect(exif).toBeUndefined()
})

test('a progressive JPEG keeps all its scans', async () => {
  const original = await sharp(await quadrants())
    .withExif(place)
    .jpeg({progressive: true})
    .toBuffer()
  expect((await pixelsOf(stripped(original))).equals(await pixelsOf(original))).toBe(true)
})

test('a GIF keeps its frames and its loop, and loses its comments', async () => {
  const frame = await sharp({create: {width: 8, height: 8, channels: 3, background: '#f00'}})
    .png()
    .toBuffer()
  const other = await sharp({create: {width: 8, height: 8, channels: 3, background: '#00f'}})
    .png()
    .toBuffer()
  const gif = await sharp([frame, other], {join: {animated: true}})
    .gif({loop: 3, delay: [100, 200]})
    .toBuffer()
  const comment = Buffer.from('\x21\xfe\x06canary\x00', 'latin1')
  const at = gif.indexOf(Buffer.from('\x21\xff\x0bNETSCAPE2.0', 'latin1'))
  const spoken = Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at), Buffer.from('<script>')])
  const bytes = Buffer.from(stripped(spoken))
  expect(bytes.toString('latin1')).not.toMatch(/canary|script/)
  expect(await sharp(bytes, {animated: true}).metadata()).toMatchObject({pages: 2, loop: 3, delay: [100, 200]})
})

test('a film forgets where it was shot', () => {
  const box = (type: string, ...parts: (string | Buffer)[]): Buffer => {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + body.length)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, body])
  }
  const film = Buffer.concat([
    box('ftyp', 'isom\0\0\0\0isom'),
    box(
      'moov',
      box('mvhd', 'x'.repeat(100)),
      box('udta', box('\xa9xyz', '+51.5074-000.1278/')),
      box('trak', box('udta', 'canary')),
    ),
    box('mdat', 'pictures and sound'),
    box('uuid', 'canary'),
  ])
  const bytes = Buffer.from(stripped(film))
  expect(bytes).toHaveLength(film.length)
  expect(bytes.toString('latin1')).not.toMatch(/51\.5|canary/)
  expect(bytes.toString('latin1')).toContain('pictures and sound')
})

test.each<[string, string]>([
  ['a JPEG cut in a segment', '\xff\xd8\xff\xe1\xff\xff'],
  ['a JPEG of noise', '\xff\xd8\xff\xe0\x00\x04ab<html>'],
  ['a PNG with a chunk of 4 GB', '\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT'],
  ['a GIF that is a page', 'GIF89a/*<script>*/=1;'],
  ['a WebP that is shorter than it says', 'RIFF\xff\xff\xff\x7fWEBPVP8 '],
  ['a box that is longer than the file', '\x00\x00\x10\x00ftypavif'],
  ['a box that ends before it begins', '\x00\x00\x00\x01ftypavif\x00\x00\x00\x00\x00\x00\x00\x00'],
])('%s is refused in a sentence', (_, text) => {
  expect(() => stripped(Buffer.from(text, 'latin1'))).toThrow('damaged or incomplete')
})

test('what is no picture is left alone', () => {
  const text = Buffer.from('%PDF-1.7 canary')
  expect(stripped(text)).toBe(text)
})
