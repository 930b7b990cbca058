import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {env} from '@/lib/env'
import {parseMediaRequest} from '@/lib/media'
import {mediaFor} from '@/sanity/media'

jest.mock('@/lib/env', () => ({env: {projectId: 'clinic', dataset: 'production', lakeUrl: 'http://lake.example'}}))

const back = 'image-0123456789abcdef-3000x2000-jpg'
const neck = 'image-fedcba9876543210-3000x2000-jpg'

function request(asset: string, search = 'w=640') {
  const parsed = parseMediaRequest(asset, search)
  if (!parsed) throw new Error(`${search} is no address of a picture`)
  return parsed
}

const part = (left: number) => request(back, `w=160&rect=${left},0,100,100`)

describe('pictures of the lake', () => {
  let asked: jest.SpyInstance<Promise<Response>>
  const folder = mkdtempSync(path.join(tmpdir(), 'media-'))
  Object.assign(env, {dataDir: folder})
  const filesOf = (name: string) => readdirSync(path.join(folder, 'site', 'media', name))
  let size = 10
  beforeEach(() => {
    size = 10
    asked = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => new Response(Buffer.alloc(size), {headers: {'content-type': 'image/webp'}}))
  })
  afterEach(() => asked.mockRestore())
  afterAll(() => rmSync(folder, {recursive: true}))

  it('are fetched once for all who want the same one at once, and kept', async () => {
    const wave = await Promise.all([1, 2, 3].map(() => mediaFor(request(neck), 'image/webp')))
    expect(wave).toEqual(wave.map(() => ({bytes: expect.anything(), type: 'image/webp'})))
    expect(await mediaFor(request(neck), 'image/webp')).toMatchObject({type: 'image/webp'})
    expect(asked).toHaveBeenCalledTimes(1)
    expect(filesOf('fedcba9876543210-3000x2000.jpg')).toHaveLength(1)
  })

  it('are asked for four at a time; the line is as long as it may be, and then it is closed', async () => {
    const held: (() => void)[] = []
    let atOnce = 0
    let most = 0
    asked.mockImplementation(async () => {
      most = Math.max(most, ++atOnce)
      await new Promise<void>((resolve) => held.push(resolve))
      atOnce--
      return new Response('', {status: 404})
    })
    const wave = Array.from({length: 105}, (_, left) => mediaFor(part(left), ''))
    expect(await Promise.any(wave)).toBe('unavailable')
    const release = setInterval(() => held.splice(0).forEach((resolve) => void resolve()), 1)
    const answers = await Promise.all(wave)
    clearInterval(release)
    expect(most).toBe(4)
    expect(answers.filter((answer) => answer === 'unavailable')).toHaveLength(1)
    // Nothing of that is remembered: the next one is asked for.
    const before = asked.mock.calls.length
    setTimeout(() => held.splice(0).forEach((resolve) => void resolve()), 50)
    await mediaFor(part(0), '')
    expect(asked.mock.calls.length).toBe(before + 1)
  })

  it('do not push each other out: parts of one that nobody shows cost that one its own variants only', async () => {
    for (let left = 0; left < 205; left++) await mediaFor(part(left), '')
    expect(filesOf('0123456789abcdef-3000x2000.jpg')).toHaveLength(200)
    expect(filesOf('fedcba9876543210-3000x2000.jpg')).toHaveLength(1)
    size = 12 * 1024 * 1024
    for (let left = 300; left < 303; left++) await mediaFor(part(left), '')
    expect(filesOf('0123456789abcdef-3000x2000.jpg')).toHaveLength(2)
    expect(filesOf('fedcba9876543210-3000x2000.jpg')).toHaveLength(1)
  }, 30_000)
})
