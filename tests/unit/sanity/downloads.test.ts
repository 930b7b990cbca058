import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {largestDownload, parseDownload} from '@/lib/download'
import {env} from '@/lib/env'
import {downloadFor, forgetDownload} from '@/sanity/downloads'

jest.mock('@/lib/env', () => ({env: {projectId: 'clinic', dataset: 'production', lakeUrl: 'http://lake.example'}}))
jest.mock('@/lib/secrets', () => ({readToken: () => 'token of the site'}))

/** A request for the document with this number. */
function request(number: number) {
  const parsed = parseDownload(String(number).padStart(40, '0'), 'form.pdf')
  if (!parsed) throw new Error(`${number} is no address of a document`)
  return parsed
}

const pdf = (size = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')])

describe('documents of the lake', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'downloads-'))
  const kept = path.join(folder, 'site', 'downloads')
  Object.assign(env, {dataDir: folder})
  let asked: jest.SpyInstance<Promise<Response>>
  let answer: () => Response
  beforeEach(() => {
    answer = () => new Response(pdf())
    asked = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => answer())
  })
  afterEach(() => {
    asked.mockRestore()
    rmSync(kept, {recursive: true, force: true})
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  const bytesOf = async (number: number) => {
    const download = await downloadFor(request(number))
    if (typeof download === 'string') return download
    return Buffer.from(await new Response(download).arrayBuffer())
  }

  it('are fetched once for all who want the same one, by the site’s own right, and kept for an outage', async () => {
    expect(await Promise.all([1, 1, 1].map(bytesOf))).toEqual([pdf(), pdf(), pdf()])
    expect(asked).toHaveBeenCalledTimes(1)
    expect(asked).toHaveBeenCalledWith(
      `http://lake.example/files/clinic/production/${'1'.padStart(40, '0')}.pdf`,
      expect.objectContaining({headers: expect.objectContaining({authorization: 'Bearer token of the site'})}),
    )
    asked.mockRejectedValue(new TypeError('fetch failed'))
    expect(await bytesOf(1)).toEqual(pdf())
    expect(await bytesOf(2)).toBe('unavailable')
    expect(readdirSync(kept)).toHaveLength(1)
  })

  it('come whole from the disk, however large', async () => {
    answer = () => new Response(pdf(300_000))
    await bytesOf(3)
    const bytes = await bytesOf(3)
    expect(typeof bytes !== 'string' && bytes.equals(pdf(300_000))).toBe(true)
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page that says PDF somewhere', ' <html>%PDF-1.7'],
    ['nothing', ''],
  ])('are PDFs: %s is not, whatever type it has, and is not kept', async (_what, body) => {
    answer = () => new Response(body, {headers: {'content-type': 'application/pdf'}})
    expect(await bytesOf(4)).toBe('unfit')
    expect(existsSync(kept)).toBe(false)
  })

  it('are of bearable size: a larger one is given up on while it arrives', async () => {
    let sent = 0
    answer = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 1_000_000
            controller.enqueue(pdf(1_000_000))
          },
        }),
      )
    expect(await bytesOf(5)).toBe('unfit')
    expect(sent).toBeLessThan(largestDownload + 5_000_000)
  })

  it('are unknown where the lake has none, and asked for again where it is not well', async () => {
    answer = () => new Response('', {status: 404})
    expect(await bytesOf(6)).toBe('unknown')
    answer = () => new Response('', {status: 500})
    expect(await bytesOf(6)).toBe('unavailable')
    answer = () => new Response(pdf())
    expect(await bytesOf(6)).toEqual(pdf())
  })

  it('are fetched two at a time', async () => {
    const held: (() => void)[] = []
    let atOnce = 0
    let most = 0
    asked.mockImplementation(async () => {
      most = Math.max(most, ++atOnce)
      await new Promise<void>((resolve) => held.push(resolve))
      atOnce--
      return new Response(pdf())
    })
    const release = setInterval(() => held.splice(0).forEach((resolve) => void resolve()), 1)
    expect(await Promise.all([10, 11, 12, 13].map(bytesOf))).toEqual(Array(4).fill(pdf()))
    clearInterval(release)
    expect(most).toBe(2)
  })

  it('are forgotten when they are taken back, and it costs nothing where there is none', async () => {
    await bytesOf(7)
    await forgetDownload(request(7))
    await forgetDownload(request(8))
    expect(readdirSync(kept)).toEqual([])
  })

  it('are served all the same where the disk does not take them', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    mkdirSync(path.dirname(kept), {recursive: true})
    writeFileSync(kept, 'a file where the folder would be')
    expect(await bytesOf(9)).toEqual(pdf())
    expect(told).toHaveBeenCalledWith(expect.stringContaining('could not be kept'), expect.anything())
    told.mockRestore()
  })
})
