import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {decoration, picture} from '@/components/examples/content/picture'
import {keptSize, mediaHeight, mediaSources, mediaUrl, mediaWidths, parseMediaRequest} from '@/lib/media'

const parse = (url: string) => {
  const [path = '', search = ''] = url.split('?')
  return parseMediaRequest(path.replace('/media/', ''), search)
}

describe('the address of a picture', () => {
  test('holds what the editor cut off, and the focal point within the rest', () => {
    expect(mediaUrl(picture, {width: 640})).toBe(`/media/${picture.assetId}?w=640&rect=160,0,1440,1000`)
    expect(mediaUrl(picture, {width: 640, shape: '4x3'})).toBe(
      `/media/${picture.assetId}?w=640&r=4x3&fp=0.56,0.4&rect=160,0,1440,1000`,
    )
  })

  test('is short where there is nothing to say', () => {
    expect(mediaUrl(decoration, {width: 320})).toBe(`/media/${decoration.assetId}?w=320`)
  })

  test('is read back as the words of an image service', () => {
    const request = parse(mediaUrl(picture, {width: 640, shape: '4x3'}))
    expect(request?.fileName).toBe('0123456789abcdef0123456789abcdef01234567-1600x1000.png')
    expect(Object.fromEntries(request?.parameters ?? [])).toEqual({
      rect: '160,0,1440,1000',
      w: '640',
      h: '480',
      fit: 'crop',
      crop: 'focalpoint',
      'fp-x': '0.56',
      'fp-y': '0.4',
      auto: 'format',
      q: '75',
    })
  })

  test('of a card is a JPEG of the size of cards', () => {
    const parameters = parse(mediaUrl(decoration, {width: 1200, shape: 'card'}))?.parameters
    expect(parameters?.get('h')).toBe('630')
    expect(parameters?.get('fm')).toBe('jpg')
    expect(parameters?.has('auto')).toBe(false)
  })

  test('is always one that the route accepts', () => {
    const fraction = fc.double({min: 0, max: 0.49, noNaN: true})
    const pictures = fc.record({
      assetId: fc.constant('image-0123456789abcdef-3000x2000-jpg'),
      width: fc.constant(3000),
      height: fc.constant(2000),
      hotspot: fc.option(fc.record({x: fraction, y: fraction})),
      crop: fc.option(fc.record({top: fraction, bottom: fraction, left: fraction, right: fraction})),
    })
    fc.assert(
      fc.property(
        pictures,
        fc.constantFrom(...mediaWidths),
        fc.constantFrom(undefined, '16x9' as const, '1x1' as const),
        (anyPicture, width, shape) => parse(mediaUrl(anyPicture, {width, ...(shape && {shape})})) !== null,
      ),
    )
  })
})

describe('an address that nobody wrote is refused', () => {
  const asset = decoration.assetId
  test.each([
    ['an unknown width', `/media/${asset}?w=641`],
    ['no width', `/media/${asset}`],
    ['an unknown shape', `/media/${asset}?w=640&r=7x5`],
    ['a shape that every object has', `/media/${asset}?w=640&r=toString`],
    ['a further parameter', `/media/${asset}?w=640&blur=50`],
    ['a parameter twice', `/media/${asset}?w=640&w=320`],
    ['another order', `/media/${asset}?r=1x1&w=640`],
    ['another spelling of a number', `/media/${asset}?w=0640`],
    ['a focal point outside', `/media/${asset}?w=640&r=1x1&fp=1.5,0.5`],
    ['a focal point too exact', `/media/${asset}?w=640&r=1x1&fp=0.555,0.5`],
    ['a focal point spelled otherwise', `/media/${asset}?w=640&r=1x1&fp=0.50,0.5`],
    ['a focal point without a shape', `/media/${asset}?w=640&fp=0.4,0.5`],
    ['a part outside of the picture', `/media/${asset}?w=640&rect=300,0,101,100`],
    ['a part without extent', `/media/${asset}?w=640&rect=0,0,0,100`],
    ['a way out of the folder', '/media/..%2F..%2Fetc?w=640'],
    ['a name that is no asset', '/media/back-pain.png?w=640'],
    ['a file rather than an image', '/media/file-0123456789abcdef-pdf?w=640'],
  ])('%s', (_name, url) => {
    expect(parse(url)).toBeNull()
  })

  test('but the escapes of browsers are understood', () => {
    expect(parse(`/media/${asset}?w=640&rect=0%2C0%2C100%2C100`)).not.toBeNull()
  })
})

test('no width is offered that would only blow the picture up', () => {
  const widths = (shape?: '1x1' | '4x3') =>
    [...mediaSources(picture, shape).srcSet.matchAll(/ (\d+)w/g)].map(([, width]) => Number(width))
  expect(mediaSources(decoration).srcSet).toBe(
    `/media/${decoration.assetId}?w=160 160w, /media/${decoration.assetId}?w=320 320w`,
  )
  // What is left of the picture is 1440 wide and 1000 high.
  expect(widths()).toEqual([160, 320, 480, 640, 800, 1200])
  expect(widths('4x3')).toEqual([160, 320, 480, 640, 800, 1200])
  expect(widths('1x1')).toEqual([160, 320, 480, 640, 800])
  expect(mediaSources(picture).src).toContain('w=800')
})

test('a picture too small for every width is offered in the smallest', () => {
  expect(mediaSources({...decoration, width: 100}).srcSet).toContain(' 160w')
})

test('the place of a picture is known before it is there', () => {
  expect(keptSize(picture)).toEqual({width: 1440, height: 1000})
  expect(mediaHeight(picture, 800)).toBe(556)
  expect(mediaHeight(picture, 800, '16x9')).toBe(450)
  expect(mediaHeight({...decoration, width: 0, height: 0}, 800)).toBe(800)
})
