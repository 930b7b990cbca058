import {expect, test} from '@jest/globals'
import {phoneHref} from '@/lib/phone'

test.each([
  ['(512) 555-0142', 'tel:5125550142'],
  ['+1 512 555 0142', 'tel:+15125550142'],
  ['512.555.0142 ext. 7', 'tel:5125550142;ext=7'],
  ['911', 'tel:911'],
])('%s can be dialled', (phone, href) => {
  expect(phoneHref(phone)).toBe(href)
})
