import {describe, expect, test} from '@jest/globals'
import QRCode from 'qrcode'
import {qrCode, qrSvg, quietZone} from '@/lib/qr'

const url = 'https://clinic.example/conditions/back-pain'

/** The drawing as rows of modules: what a camera would see. */
function modulesOf({size, path}: {size: number; path: string}): boolean[][] {
  const rows = Array.from({length: size}, () => Array.from({length: size}, () => false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  }
  return rows
}

/** The square in the corners by which a reader finds the code: 7 modules wide, a ring, a gap and a core. */
const finder = ['#######', '#     #', '# ### #', '# ### #', '# ### #', '#     #', '#######']

describe('the QR code of an address', () => {
  const code = qrCode(url)
  const modules = modulesOf(code)
  const at = (top: number, left: number) =>
    finder.map((_line, row) =>
      finder.map((_column, column) => (modules[top + row]?.[left + column] ? '#' : ' ')).join(''),
    )

  test('has the three squares by which a reader finds it', () => {
    const far = code.size - quietZone - finder.length
    expect(at(quietZone, quietZone)).toEqual(finder)
    expect(at(quietZone, far)).toEqual(finder)
    expect(at(far, quietZone)).toEqual(finder)
  })

  test('draws each dark module in its row and column, so that no reader meets a mirrored code', () => {
    const inner = modules.slice(quietZone, -quietZone).map((row) => row.slice(quietZone, -quietZone))
    const {modules: wanted} = QRCode.create(url, {errorCorrectionLevel: 'M'})
    expect(inner).toEqual(inner.map((row, y) => row.map((_dark, x) => Boolean(wanted.get(y, x)))))
  })

  test('keeps four modules clear all around', () => {
    const edge = (index: number) => index < quietZone || index >= code.size - quietZone
    const dark = modules.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark && (edge(x) || edge(y)) ? [[x, y]] : [])),
    )
    expect(dark).toEqual([])
    expect(modules.flat().filter(Boolean).length).toBeGreaterThan(300)
  })

  test('is the same each time, and another for another address', () => {
    expect(qrCode(url)).toEqual(code)
    expect(qrCode(`${url}s`).path).not.toBe(code.path)
  })

  test('stays small on a page', () => {
    expect(code.path.length).toBeLessThan(6000)
  })
})

describe('as a file', () => {
  test('it is black on white and says what it is', () => {
    const svg = qrSvg(url, {label: 'QR code: "Back & neck" <pain>'})
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/)
    expect(svg).toContain('role="img" aria-label="QR code: &quot;Back &amp; neck&quot; &lt;pain&gt;"')
    expect(svg).toContain('fill="#fff"')
    expect(svg.match(/<path/g)).toHaveLength(2)
  })

  test('without words it is decoration', () => {
    expect(qrSvg(url)).toContain('aria-hidden="true"')
  })
})

test('a text that no code can hold is refused', () => {
  expect(() => qrCode('')).toThrow()
  expect(() => qrCode('x'.repeat(3000))).toThrow(/too big/)
})
