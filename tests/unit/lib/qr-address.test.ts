import {describe, expect, test} from '@jest/globals'
import {pageOfQrAddress, qrAddressFor} from '@/lib/qr-address'

describe('the address of a QR code', () => {
  test.each([
    ['/', '/qr.svg'],
    ['/conditions', '/qr/conditions.svg'],
    ['/about/our-history', '/qr/about/our-history.svg'],
    ['/es', '/qr/es.svg'],
    ['/es/conditions/a%3Fb', '/qr/es/conditions/a%3Fb.svg'],
  ])('of %s leads back to it', (page, address) => {
    expect(qrAddressFor(page)).toBe(address)
    expect(pageOfQrAddress(address)).toBe(page)
  })

  test.each(['/qr', '/qr/', '/qr/.svg/', '/qr//a.svg', '/qr/a//b.svg', '/qr/a.png', '/card/a.svg', '/qrcode.svg'])(
    '%s is none',
    (address) => {
      expect(pageOfQrAddress(address)).toBeNull()
    },
  )
})
