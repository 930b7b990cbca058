import {expect, test} from '@jest/globals'
import {type PrivateNumber, privateNumberIn} from '@/lib/enquiries/numbers'

test.each<[PrivateNumber, string]>([
  ['socialSecurity', 'My number is 123-45-6789.'],
  ['socialSecurity', 'it is 123 45 6789, thanks'],
  ['socialSecurity', 'SSN: 123456789'],
  ['socialSecurity', 'my social security number is 123456789'],
  ['socialSecurity', 'Mi seguro social es 123456789'],
  ['card', 'Charge 4111 1111 1111 1111 please'],
  ['card', 'card 378282246310005'],
  ['card', '5500-0055-5555-5559'],
  ['insurance', 'My member ID is ABC123456789.'],
  ['insurance', 'Medicare 1EG4-TE5-MK73'],
  ['insurance', '1EG4TE5MK73'],
  ['insurance', 'policy no. XY-998877'],
  ['insurance', 'mi póliza número 99887766'],
  ['insurance', 'Group # 0012345'],
  ['record', 'MRN 0012345'],
  ['record', 'my medical record number is 778899'],
  ['record', 'chart #44551'],
  ['record', 'expediente núm. 445566'],
])('notices a number of the kind %s: %s', (kind, text) => {
  expect(privateNumberIn(text)).toBe(kind)
})

test.each([
  'May I swim with a herniated disk at L4-L5?',
  'Please call me at (512) 555-0142 or 512-555-0143.',
  'My insurance said to call 512-555-0142.',
  'My insurance is 80 percent, is that enough? I have had it since 2019.',
  'I have been a member since 2015-04-01.',
  'The plan is to operate on 12-24-2026.',
  'I took 1000 mg at 10:30 and 500 mg at 22:45 for 14 days.',
  'My MRI from 2024-11-03 shows 3 of 24 slices.',
  'My blood pressure was 135/85, then 142/90, pulse 72.',
  'Order 000-12-3456 and 900-12-3456 and 666-12-3456 are no such numbers.',
  'I live at 12345 Maple Hollow Road, PA 19000-1234.',
  'The record says I am fine. My group is small.',
  'My record is clean',
  '1234 5678 9012 3456 is what the box says',
  '0000 0000 0000 0000',
  'Mi seguro me dijo que llame al 512-555-0142.',
  '',
])('sees nothing private in %j', (text) => {
  expect(privateNumberIn(text)).toBeNull()
})

test('takes no long time over a long text', () => {
  const started = performance.now()
  for (const text of ['record '.repeat(300), '1 '.repeat(1000), 'member id is is is '.repeat(110), '1-'.repeat(1000)]) {
    privateNumberIn(text)
  }
  expect(performance.now() - started).toBeLessThan(200)
})
