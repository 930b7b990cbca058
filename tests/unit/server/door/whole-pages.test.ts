import {notFoundPage} from '@/server/door/whole-pages'

const page = (text: string) => new Response(`<!doctype html><p>${text}</p>`, {status: 404})
const shell = () => new Response('<!DOCTYPE html><html id="__next_error__"></html>', {status: 500})

describe('the 404 page', () => {
  let asked: jest.SpyInstance<Promise<Response>>
  beforeEach(() => {
    jest.useFakeTimers()
    asked = jest.spyOn(globalThis, 'fetch')
  })
  afterEach(() => {
    jest.useRealTimers()
    asked.mockRestore()
  })
  const later = () => jest.setSystemTime(Date.now() + 60_000)

  it('is asked for once by a wave of wrong addresses, once more when it is old, and outlives a failure', async () => {
    asked.mockImplementation(async () => page('first'))
    const wave = await Promise.all(['/a', '/b', '/c'].map(notFoundPage))
    expect(wave.every((html) => html?.includes('first'))).toBe(true)
    expect(await notFoundPage('/d')).toContain('first')
    expect(asked).toHaveBeenCalledTimes(1)

    later()
    asked.mockImplementation(async () => page('second'))
    const next = await Promise.all(['/a', '/b'].map(notFoundPage))
    expect(next.every((html) => html?.includes('second'))).toBe(true)
    expect(asked).toHaveBeenCalledTimes(2)

    later()
    asked.mockImplementation(async () => shell())
    expect(await notFoundPage('/a')).toContain('second')
    later()
    asked.mockRejectedValue(new Error('refused'))
    expect(await notFoundPage('/a')).toContain('second')
  })

  it('that could not be had yet is asked for again at once', async () => {
    asked.mockRejectedValueOnce(new Error('refused'))
    expect(await notFoundPage('/es/a')).toBeNull()
    asked.mockImplementation(async () => page('hola'))
    expect(await notFoundPage('/es/a')).toContain('hola')
  })

  it('never waits for itself', async () => {
    expect(await notFoundPage('/es/not-found-page')).toBeNull()
    expect(asked).not.toHaveBeenCalled()
  })
})
