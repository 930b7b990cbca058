import {describe, expect, test} from '@jest/globals'
import {ImageError, type ImageParameters, parseImageParameters} from '@/sanity/lake/images/transform'

function refusalOf(search: string): ImageError {
  try {
    parseImageParameters(search)
  } catch (error) {
    if (error instanceof ImageError) return error
    throw error
  }
  throw new Error(`${search} was accepted`)
}

describe('image URL parameters', () => {
  test.each(['', '?', '?dl', '?dl=back.jpg', '?v=2&utm_source=letter'])('"%s" asks for the original', (search) => {
    expect(parseImageParameters(search)).toBeNull()
  })

  test.each<[string, Partial<ImageParameters>]>([
    ['?w=300&h=200.4', {width: 300, height: 200}],
    ['?dpr=1.5&w=10', {dpr: 1.5}],
    ['?min-w=1&max-w=2&min-h=3&max-h=4', {minWidth: 1, maxWidth: 2, minHeight: 3, maxHeight: 4}],
    ['?rect=0,75,1200,200', {rect: {left: 0, top: 75, width: 1200, height: 200}}],
    ['?fit=crop&crop=top,left', {fit: 'crop', crop: ['top', 'left']}],
    ['?fit=crop&crop=entropy&fp-x=0.2', {crop: ['entropy'], focalPoint: {x: 0.2, y: 0.5}}],
    ['?fp-x=0.2&fp-y=1', {crop: ['focalpoint'], focalPoint: {x: 0.2, y: 1}}],
    ['?fm=pjpg&q=0', {format: 'pjpg', quality: 0}],
    ['?auto=format', {autoFormat: true}],
    ['?flip=hv&or=270', {flip: {horizontal: true, vertical: true}, orientation: 270}],
    ['?blur=50&sharp=10&sat=-100&invert=true', {blur: 50, sharpen: 10, grayscale: true, invert: true}],
    ['?bg=f80', {background: {r: 255, g: 136, b: 0, alpha: 1}}],
    ['?bg=0f80', {background: {r: 255, g: 136, b: 0, alpha: 0}}],
    ['?bg=ff8800', {background: {r: 255, g: 136, b: 0, alpha: 1}}],
    ['?bg=33FF8800', {background: {r: 255, g: 136, b: 0, alpha: 0.2}}],
    ['?pad=20&frame=1', {pad: 20, firstFrame: true}],
    ['?w=20&w=40', {width: 20}],
    ['?w=20&txt=hello&__proto__=1&constructor=2', {width: 20}],
  ])('%s is understood', (search, parameters) => {
    expect(parseImageParameters(search)).toMatchObject(parameters)
  })

  test('they may come as URLSearchParams', () => {
    expect(parseImageParameters(new URL('http://lake/images/a.png?w=7').searchParams)?.width).toBe(7)
  })

  test.each([
    'w=0',
    'w=-3',
    'w=abc',
    'w=',
    'w=8193',
    'h=1e3',
    'h=Infinity',
    'dpr=0.5',
    'dpr=4',
    'fit=contain',
    'crop=faces',
    'crop=top,',
    'rect=1,2,3',
    'rect=0,0,0,10',
    'rect=-1,0,5,5',
    'rect=1,2,3,4,5',
    'or=45',
    'flip=x',
    'fm=gif',
    'auto=compress',
    'q=101',
    'blur=2001',
    'sharp=-1',
    'sat=50',
    'invert=yes',
    'bg=red',
    'bg=12345',
    'pad=-1',
    'frame=2',
    'fp-x=1.1',
    'fp-y=left',
  ])('%s is refused by name', (parameter) => {
    const refusal = refusalOf(`?${parameter}`)
    expect(refusal.status).toBe(400)
    expect(refusal.message).toContain(`The image parameter ${parameter.split('=')[0]}=`)
  })

  test('a signed address is refused, not served unsigned', () => {
    expect(refusalOf('?w=10&keyid=a&expiry=b&signature=c')).toMatchObject({
      status: 501,
      message: expect.stringContaining('signed image addresses'),
    })
  })
})
