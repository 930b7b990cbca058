import {describe, expect, test} from '@jest/globals'
import sharp from 'sharp'
import {describeImage} from '@/sanity/lake/images/describe'
import {ImageError} from '@/sanity/lake/images/image-error'
import {plain, quadrants} from '@/tests/support/pictures'

const svg = (text: string) => new TextEncoder().encode(text)

async function refusalOf(bytes: Uint8Array): Promise<ImageError> {
  const outcome = await describeImage(bytes).then(
    () => 'accepted',
    (error: unknown) => error,
  )
  if (outcome instanceof ImageError) return outcome
  throw new Error(`Expected an ImageError, got ${String(outcome)}`)
}

describe('what a picture is', () => {
  test.each([
    ['jpeg', 'jpg', 'image/jpeg'],
    ['png', 'png', 'image/png'],
    ['webp', 'webp', 'image/webp'],
    ['gif', 'gif', 'image/gif'],
    ['avif', 'avif', 'image/avif'],
  ] as const)('a %s is told from its bytes', async (format, extension, mimeType) => {
    const bytes = await sharp(await quadrants())
      .toFormat(format)
      .toBuffer()
    expect(await describeImage(bytes)).toMatchObject({extension, mimeType, width: 400, height: 300})
  })

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"/>'],
    [
      '\uFEFF<?xml version="1.0"?>\n<!-- drawn <svg> --><svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"></svg>',
    ],
    [
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' +
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"></svg>',
    ],
  ])('an SVG says its size itself: %s', async (text) => {
    expect(await describeImage(svg(text))).toMatchObject({
      extension: 'svg',
      mimeType: 'image/svg+xml',
      width: 60,
      height: 40,
    })
  })

  test('the size is that of the picture as it is shown, turned as the camera was', async () => {
    const bytes = await sharp(await quadrants())
      .withMetadata({orientation: 6})
      .jpeg()
      .toBuffer()
    const {width, height, metadata} = await describeImage(bytes)
    expect({width, height}).toEqual({width: 300, height: 400})
    expect(metadata.dimensions).toEqual({_type: 'sanity.imageDimensions', width: 300, height: 400, aspectRatio: 0.75})
  })

  test('an animation counts as large as one of its frames', async () => {
    const frames = [await plain('#ff0000', 40, 30), await plain('#0000ff', 40, 30)]
    const bytes = await sharp(frames, {join: {animated: true}})
      .gif()
      .toBuffer()
    expect(await describeImage(bytes)).toMatchObject({extension: 'gif', width: 40, height: 30})
  })
})

describe('what is kept with a picture', () => {
  test('a preview 20 pixels wide, a blur hash and no transparency for a photo', async () => {
    const {metadata} = await describeImage(
      await sharp(await quadrants())
        .jpeg()
        .toBuffer(),
    )
    expect(metadata).toMatchObject({_type: 'sanity.imageMetadata', hasAlpha: false, isOpaque: true})
    expect(metadata.blurHash).toMatch(/^L.{27}$/)
    const [prefix, data = ''] = metadata.lqip.split(',')
    expect(prefix).toBe('data:image/jpeg;base64')
    expect(await sharp(Buffer.from(data, 'base64')).metadata()).toMatchObject({format: 'jpeg', width: 20, height: 15})
  })

  test('the preview of a picture that lets light through does so too', async () => {
    const {metadata} = await describeImage(await plain('#ff000080', 40, 40))
    expect(metadata).toMatchObject({hasAlpha: true, isOpaque: false})
    expect(metadata.lqip).toMatch(/^data:image\/png;base64,/)
  })

  test('an alpha channel that hides nothing is opaque', async () => {
    const bytes = await sharp(await quadrants())
      .ensureAlpha()
      .png()
      .toBuffer()
    expect((await describeImage(bytes)).metadata).toMatchObject({hasAlpha: true, isOpaque: true})
  })

  test('the palette names the colours that are there, with their share of the picture', async () => {
    const parts = [
      {input: await plain('#e01b1b', 300, 300), left: 0, top: 0},
      {input: await plain('#0d2a5c', 100, 200), left: 300, top: 0},
      {input: await plain('#a8e6a3', 100, 100), left: 300, top: 200},
    ]
    const bytes = await sharp(await plain('#000000', 400, 300))
      .composite(parts)
      .png()
      .toBuffer()
    const {palette} = (await describeImage(bytes)).metadata
    expect(palette._type).toBe('sanity.imagePalette')
    expect(palette.dominant).toMatchObject({background: '#e01b1b', foreground: '#fff', title: '#fff'})
    expect(palette.dominant.population).toBeGreaterThan(70)
    expect(palette.vibrant.background).toBe('#e01b1b')
    expect(palette.darkVibrant.background).toBe('#0d2a5c')
    expect(palette.lightVibrant).toMatchObject({background: '#a8e6a3', foreground: '#000'})
    expect(palette.muted.population).toBe(0)
  })

  test.each([
    [
      'grey',
      sharp({create: {width: 30, height: 30, channels: 3, background: '#777'}})
        .toColourspace('b-w')
        .png(),
    ],
    [
      '16 bits deep',
      sharp({create: {width: 30, height: 30, channels: 3, background: '#777'}})
        .toColourspace('rgb16')
        .png(),
    ],
    [
      'made for print',
      sharp({create: {width: 30, height: 30, channels: 3, background: '#777'}})
        .toColourspace('cmyk')
        .jpeg(),
    ],
  ])('a picture that is %s has ordinary colours too', async (_, picture) => {
    const {palette} = (await describeImage(await picture.toBuffer())).metadata
    expect(palette.dominant.background).toMatch(/^#([67][0-9a-f]){3}$/)
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text', svg('hello')],
    ['a web page with a drawing in it', svg('<html><svg xmlns="http://www.w3.org/2000/svg"></svg></html>')],
    ['a PDF', svg('%PDF-1.7')],
    ['a TIFF', new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])],
  ])('%s is no picture', async (_, bytes) => {
    const refusal = await refusalOf(bytes)
    expect(refusal.status).toBe(400)
    expect(refusal.message).toContain('please use JPEG, PNG, WebP, GIF, AVIF or SVG')
  })

  test('a picture that breaks off is damaged', async () => {
    const whole = await sharp(await quadrants())
      .jpeg()
      .toBuffer()
    const refusal = await refusalOf(whole.subarray(0, whole.length / 2))
    expect(refusal).toMatchObject({status: 400, message: expect.stringContaining('damaged or incomplete')})
    expect(refusal.cause).toBeInstanceOf(Error)
  })

  test('a small file that claims 2,500 million pixels is not unpacked', async () => {
    const bomb = Buffer.from(await plain('#000000', 16, 16))
    // Width and height stand at bytes 16 to 23 of a PNG, covered by the checksum at 29 to 32.
    bomb.writeUInt32BE(50_000, 16)
    bomb.writeUInt32BE(50_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    expect(await refusalOf(bomb)).toMatchObject({status: 413, message: expect.stringContaining('100 million pixels')})
  })

  test('a drawing that claims to be enormous is not drawn', async () => {
    const refusal = await refusalOf(svg('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'))
    expect(refusal.status).toBe(413)
  })

  test('the frames of an animation count together', async () => {
    const frames = [await plain('#ff0000', 16, 16), await plain('#0000ff', 16, 16)]
    const animation = await sharp(frames, {join: {animated: true}})
      .gif()
      .toBuffer()
    // Each frame has a graphic control (21 F9 04) of 8 bytes, then 2C, where it is drawn, and its width and height.
    for (let at = animation.indexOf('21f904', 0, 'hex'); at > 0; at = animation.indexOf('21f904', at + 1, 'hex')) {
      animation.writeUInt16LE(8000, at + 13)
      animation.writeUInt16LE(8000, at + 15)
    }
    expect((await refusalOf(animation)).status).toBe(413)
  })

  test('entities that multiply, or that name a file of this machine, are not followed', async () => {
    const levels = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    const laughs = levels.map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')
    const drawing = (declared: string, text: string) =>
      svg(
        `<!DOCTYPE svg [${declared}]><svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><text>${text}</text></svg>`,
      )
    expect((await refusalOf(drawing(`<!ENTITY a "aaaaaaaaaa">${laughs}`, '&j;'))).status).toBe(400)
    expect((await refusalOf(drawing('<!ENTITY x SYSTEM "file:///etc/hostname">', '&x;'))).status).toBe(400)
  })
})

/** The checksum that PNG puts behind every chunk (ISO 3309), computed bit by bit. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
