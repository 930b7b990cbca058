import {expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import QRCode from 'qrcode'
import {Handout} from '@/components/page/handout'
import {quietZone} from '@/lib/qr'
import {absoluteUrl} from '@/lib/site'

/** The dark modules that a path draws, as `row,column`. */
function modulesOf(path: string): Set<string> {
  const dark = new Set<string>()
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let step = 0; step < Number(length); step++) {
      dark.add(`${Number(y) - quietZone},${Number(x) - quietZone + step}`)
    }
  }
  return dark
}

test('the code on paper is that of the page’s own address, module for module', () => {
  render(<Handout path="/conditions/back-pain" language="en" />)
  const code = screen.getByRole('img', {name: 'QR code with the address of this page'})
  const url = absoluteUrl('/conditions/back-pain')
  const {modules} = QRCode.create(url, {errorCorrectionLevel: 'M'})
  const wanted = new Set<string>()
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) wanted.add(`${row},${column}`)
    }
  }
  expect(modulesOf(code.querySelector('path')?.getAttribute('d') ?? '')).toEqual(wanted)
  expect(code).toHaveAttribute('viewBox', `0 0 ${modules.size + 2 * quietZone} ${modules.size + 2 * quietZone}`)
  expect(code.parentElement).toHaveTextContent(`this page:${url.replace('http://', '')}`)
})
