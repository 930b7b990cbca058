import {describe, expect, test} from '@jest/globals'
import sharp from 'sharp'
import {parseImageParameters, transformImage} from '@/sanity/lake/images/transform'
import {cornersOf, plain, quadrants, sizeOf} from '@/tests/support/pictures'

/** What the four coloured quadrants (400 by 300) become under some parameters. */
async function see(search: string, original?: Uint8Array, accept?: string) {
  const parameters = parseImageParameters(search)
  if (!parameters) throw new Error(`No image parameter in ${search}`)
  const {bytes, mimeType} = await transformImage(original ?? (await quadrants()), parameters, accept)
  return {bytes, mimeType, size: await sizeOf(bytes), corners: await cornersOf(bytes)}
}

const whole = 'red green / blue yellow'

describe('size and fit', () => {
  test.each([
    ['w=200', '200x150', whole],
    ['h=30', '40x30', whole],
    ['w=100&dpr=2', '200x150', whole],
    ['w=100&h=100', '100x75', whole],
    ['w=800', '800x600', whole],
    ['fit=clip&w=800&h=800', '800x600', whole],
    ['fit=max&w=800', '400x300', whole],
    ['fit=max&w=100&h=100', '100x75', whole],
    ['fit=scale&w=100&h=200', '100x200', whole],
    ['fit=scale&w=100', '100x75', whole],
    ['fit=fill&w=200&h=200&bg=f00', '200x200', 'red red / red red'],
    ['fit=fill&w=800&h=600&bg=000', '800x600', whole],
    ['fit=fillmax&w=800&h=600&bg=f00', '800x600', 'red red / red red'],
    ['fit=crop&w=150&h=300', '150x300', whole],
    ['fit=crop&w=800&h=800', '800x800', whole],
    ['fit=min&w=800&h=800', '300x300', whole],
    ['fit=min&w=100&h=50', '100x50', whole],
    ['dpr=3', '400x300', whole],
  ])('%s gives %s', async (search, size, corners) => {
    expect(await see(`?${search}`)).toMatchObject({size, corners})
  })

  test.each([
    ['fit=crop&h=150&max-w=100', '100x150'],
    ['fit=crop&h=150&max-w=900', '200x150'],
    ['fit=crop&h=150&min-w=300', '300x150'],
    ['fit=crop&w=200&max-h=50', '200x50'],
    ['fit=crop&max-w=200&max-h=200', '200x150'],
    ['fit=crop&w=200&min-h=150&max-h=400&dpr=2', '400x300'],
    ['max-w=100&w=200', '200x150'],
  ])('%s leaves the size to the picture within its bounds: %s', async (search, size) => {
    expect((await see(`?${search}`)).size).toBe(size)
  })

  test('nothing grows past 8192 pixels a side', async () => {
    const thin = await plain('#ff0000', 40, 2)
    expect((await see('?w=8000&dpr=3&fm=jpg', thin)).size).toBe('8192x410')
    expect((await see('?h=1000&fm=jpg', thin)).size).toBe('8192x410')
    expect((await see('?w=8000&h=16&fit=scale&dpr=2&fm=jpg', thin)).size).toBe('8192x16')
  })

  test('a picture never vanishes', async () => {
    expect((await see('?w=1', await plain('#ff0000', 4000, 3))).size).toBe('1x1')
  })
})

describe('what remains', () => {
  test.each([
    ['rect=0,0,200,150', '200x150', 'red red / red red'],
    ['rect=100,75,200,150&w=100', '100x75', whole],
    ['rect=200,150,900,900', '200x150', 'yellow yellow / yellow yellow'],
    ['rect=0,150,400,150&fit=crop&w=50&h=50&crop=right', '50x50', 'yellow yellow / yellow yellow'],
    ['fit=crop&w=100&h=150&crop=left', '100x150', 'red red / blue blue'],
    ['fit=crop&w=100&h=150&crop=right', '100x150', 'green green / yellow yellow'],
    ['fit=crop&w=400&h=100&crop=top', '400x100', 'red green / red green'],
    ['fit=crop&w=400&h=100&crop=bottom', '400x100', 'blue yellow / blue yellow'],
    ['fit=crop&w=100&h=300&crop=top,left', '100x300', 'red red / blue blue'],
    ['fit=crop&w=100&h=300&crop=center', '100x300', whole],
    ['fit=crop&w=100&h=300&crop=focalpoint&fp-x=0.8&fp-y=0.5', '100x300', 'green green / yellow yellow'],
    ['fit=crop&w=400&h=100&fp-x=0.5&fp-y=0', '400x100', 'red green / red green'],
    ['fit=min&w=800&h=200&crop=bottom', '400x100', 'blue yellow / blue yellow'],
  ])('%s', async (search, size, corners) => {
    expect(await see(`?${search}`)).toMatchObject({size, corners})
  })

  test('a rectangle outside the picture is refused with the size of the picture', async () => {
    await expect(see('?rect=400,0,10,10')).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('400 by 300 pixels'),
    })
  })

  test('entropy keeps the part where something happens', async () => {
    const noise = await sharp({
      create: {width: 60, height: 60, channels: 3, background: '#888', noise: {type: 'gaussian', mean: 128, sigma: 60}},
    })
      .png()
      .toBuffer()
    const picture = await sharp(await plain('#ff0000', 300, 60))
      .composite([{input: noise, left: 240, top: 0}])
      .png()
      .toBuffer()
    expect((await see('?fit=crop&w=60&h=60', picture)).corners).toBe('red red / red red')
    expect((await see('?fit=crop&w=60&h=60&crop=entropy', picture)).corners).not.toContain('red')
  })
})

describe('turning', () => {
  test.each([
    ['or=90', '300x400', 'blue red / yellow green'],
    ['or=180', '400x300', 'yellow blue / green red'],
    ['or=270', '300x400', 'green yellow / red blue'],
    ['flip=h', '400x300', 'green red / yellow blue'],
    ['flip=v', '400x300', 'blue yellow / red green'],
    ['flip=hv', '400x300', 'yellow blue / green red'],
    ['or=90&flip=h', '300x400', 'red blue / green yellow'],
    ['or=90&w=30', '30x40', 'blue red / yellow green'],
    ['rect=0,0,400,150&or=90', '150x400', 'red red / green green'],
    ['flip=h&fit=crop&w=100&h=150&crop=left', '100x150', 'green green / yellow yellow'],
  ])('%s', async (search, size, corners) => {
    expect(await see(`?${search}`)).toMatchObject({size, corners})
  })

  test('the camera was held sideways: every step sees the picture upright', async () => {
    const sideways = await sharp(await quadrants())
      .withMetadata({orientation: 6})
      .jpeg({quality: 95})
      .toBuffer()
    expect(await see('?w=150', sideways)).toMatchObject({size: '150x200', corners: 'blue red / yellow green'})
    expect(await see('?rect=0,0,150,200', sideways)).toMatchObject({size: '150x200', corners: 'blue blue / blue blue'})
    expect(await see('?or=270', sideways)).toMatchObject({size: '400x300', corners: whole})
  })
})

describe('formats', () => {
  test.each([
    ['fm=jpg', 'image/jpeg'],
    ['fm=pjpg', 'image/jpeg'],
    ['fm=png', 'image/png'],
    ['fm=webp', 'image/webp'],
    ['fm=avif', 'image/avif'],
    ['w=100', 'image/png'],
  ])('%s is answered as %s', async (search, mimeType) => {
    const picture = await see(`?${search}`)
    const {format, compression} = await sharp(picture.bytes).metadata()
    expect(picture.mimeType).toBe(mimeType)
    expect(`image/${compression === 'av1' ? 'avif' : format}`).toBe(mimeType)
    expect(picture.corners).toBe(whole)
  })

  test.each([
    ['text/html,image/avif,image/webp,*/*', 'image/avif'],
    ['image/webp,*/*', 'image/webp'],
    ['image/avif;q=0, image/webp;q=0.8', 'image/webp'],
    ['image/*,*/*', 'image/png'],
    ['', 'image/png'],
  ])('auto=format for a browser that takes "%s" is %s', async (accept, mimeType) => {
    expect((await see('?auto=format', undefined, accept)).mimeType).toBe(mimeType)
  })

  test('fm is stronger than auto=format', async () => {
    expect((await see('?auto=format&fm=png', undefined, 'image/avif')).mimeType).toBe('image/png')
  })

  test('only pjpg loads in passes', async () => {
    expect((await sharp((await see('?fm=pjpg')).bytes).metadata()).isProgressive).toBe(true)
    expect((await sharp((await see('?fm=jpg')).bytes).metadata()).isProgressive).toBe(false)
  })

  test('a lower quality weighs less', async () => {
    const noise = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#888',
        noise: {type: 'gaussian', mean: 128, sigma: 30},
      },
    })
      .png()
      .toBuffer()
    const weigh = async (search: string) => (await see(search, noise)).bytes.byteLength
    expect(await weigh('?fm=webp&q=10')).toBeLessThan(await weigh('?fm=webp&q=90'))
    expect(await weigh('?fm=jpg')).toBe(await weigh('?fm=jpg&q=75'))
  })

  test('a drawing stays a drawing until pixels are asked for, and then it is drawn sharp', async () => {
    const drawing = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="20" height="20" fill="#f00"/><rect x="20" width="20" height="20" fill="#00f"/></svg>',
    )
    const parameters = parseImageParameters('?w=400&auto=format')
    if (!parameters) throw new Error('unreachable')
    expect(await transformImage(drawing, parameters, 'image/avif')).toEqual({bytes: drawing, mimeType: 'image/svg+xml'})

    const drawn = await see('?w=400&fm=png', drawing)
    expect(drawn).toMatchObject({mimeType: 'image/png', size: '400x200', corners: 'red blue / red blue'})
    expect(await coloursAcross(drawn.bytes)).toBe(2)
    expect(await see('?w=200&rect=20,0,20,20&fm=png', drawing)).toMatchObject({
      size: '200x200',
      corners: 'blue blue / blue blue',
    })
    expect(await see('?h=400&or=90&fm=png', drawing)).toMatchObject({size: '200x400', corners: 'red red / blue blue'})
    expect((await see('?w=400&fit=max&fm=png', drawing)).size).toBe('40x20')
  })

  test('an animation keeps its frames, or shows the first', async () => {
    const frames = [await plain('#ff0000', 40, 30), await plain('#0000ff', 40, 30)]
    const animation = await sharp(frames, {join: {animated: true}})
      .gif({delay: [70, 90]})
      .toBuffer()
    const about = async (search: string, accept?: string) => {
      const {bytes, mimeType} = await see(search, animation, accept)
      const {pages = 1, pageHeight, width, delay} = await sharp(bytes, {animated: true}).metadata()
      return {mimeType, pages, width, pageHeight, delay}
    }
    expect(await about('?w=20')).toEqual({mimeType: 'image/gif', pages: 2, width: 20, pageHeight: 15, delay: [70, 90]})
    expect(await about('?fit=crop&w=10&h=10&fm=webp')).toMatchObject({mimeType: 'image/webp', pages: 2, pageHeight: 10})
    expect(await about('?fit=fill&w=10&h=10')).toMatchObject({pages: 2, pageHeight: 10})
    expect(await about('?auto=format', 'image/avif,image/webp')).toMatchObject({mimeType: 'image/webp', pages: 2})
    expect(await about('?w=20&frame=1')).toMatchObject({mimeType: 'image/gif', pages: 1})
    expect(await about('?fm=png')).toMatchObject({mimeType: 'image/png', pages: 1})
    await expect(see('?flip=v', animation)).rejects.toMatchObject({status: 501})
    expect((await see('?flip=v&frame=1', animation)).corners).toBe('red red / red red')
  })
})

describe('colour', () => {
  test('what lets light through lies on white, or on the colour asked for', async () => {
    const ghost = await plain('#ff000000', 40, 40)
    const colourOf = async (search: string) => (await see(search, ghost)).corners.split(' ')[0]
    expect(await colourOf('?w=20')).toBe('clear')
    expect(await colourOf('?fm=jpg')).toBe('#ffffffff')
    expect(await colourOf('?bg=00f')).toBe('blue')
    expect(await colourOf('?bg=800000ff')).toBe('#0000ff80')
    expect(await colourOf('?fit=fill&w=80&h=40&bg=800000ff')).toBe('#0000ff80')
  })

  test('free area is clear beside a picture with transparency, white beside one without', async () => {
    expect((await see('?fit=fill&w=400&h=100')).corners).toBe('#ffffffff #ffffffff / #ffffffff #ffffffff')
    expect((await see('?fit=fill&w=400&h=100', await plain('#ff0000fe', 40, 40))).corners).toBe(
      'clear clear / clear clear',
    )
  })

  test('padding counts towards the size asked for, and is added where none is', async () => {
    expect(await see('?w=120&h=95&pad=20&bg=f00')).toMatchObject({size: '113x95', corners: 'red red / red red'})
    expect((await see('?pad=20')).size).toBe('440x340')
    await expect(see('?w=40&pad=20')).rejects.toMatchObject({status: 400, message: expect.stringContaining('no room')})
  })

  test('inverted, without colour, blurred and sharpened', async () => {
    expect((await see('?invert=true', await plain('#ffff00', 9, 9))).corners).toBe('blue blue / blue blue')
    expect((await see('?invert=true', await plain('#ffff0080', 9, 9))).corners).toContain('#0000ff80')
    expect((await see('?sat=-100', await plain('#ff0000', 9, 9))).corners).toMatch(/^#([0-9a-f]{2})\1\1ff /)
    const edge = await sharp(await plain('#aaaaaa', 100, 100))
      .composite([{input: await plain('#555555', 50, 100), left: 0, top: 0}])
      .png()
      .toBuffer()
    const tones = async (search: string) => coloursAcross((await see(search, edge)).bytes)
    expect(await tones('?blur=0&sharp=0')).toBe(2)
    expect(await tones('?blur=100')).toBeGreaterThan(10)
    expect(await tones('?sharp=100')).toBeGreaterThan(2)
  })
})

test('where and how a photo was taken is not told', async () => {
  const photo = await sharp(await quadrants())
    .jpeg()
    .withExif({IFD0: {Artist: 'A patient'}, IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100'}})
    .toBuffer()
  expect(Buffer.from(photo).includes('A patient')).toBe(true)
  for (const search of ['?w=100', '?auto=format', '?fm=png', '?or=90', '?fm=avif', '?fm=webp']) {
    const {bytes} = await see(search, photo)
    expect(Buffer.from(bytes).includes('A patient')).toBe(false)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  }
})

test('what is no picture is refused here too', async () => {
  await expect(see('?w=10', new TextEncoder().encode('<html>'))).rejects.toMatchObject({status: 400})
})

/** How many different colours the middle row has. */
async function coloursAcross(bytes: Uint8Array): Promise<number> {
  const {data, info} = await sharp(bytes).removeAlpha().raw().toBuffer({resolveWithObject: true})
  const {width, height, channels} = info
  const middle = Math.floor(height / 2) * width
  const colours = Array.from({length: width}, (_, x) => {
    const start = (middle + x) * channels
    return data.subarray(start, start + channels).toString('hex')
  })
  return new Set(colours).size
}
