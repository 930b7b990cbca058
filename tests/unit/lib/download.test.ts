import {expect, test} from '@jest/globals'
import {downloadPath, isPdf, parseDownload} from '@/lib/download'

const hash = '0123456789abcdef0123456789abcdef01234567'
const asset = `file-${hash}-pdf`

test.each([
  ['New patient form', 'new-patient-form.pdf'],
  ['Formulario para niños (2ª visita)', 'formulario-para-ninos-2-visita.pdf'],
  ['What’s next?', 'whats-next.pdf'],
  ['نموذج المريض الجديد', 'document.pdf'],
  ['', 'document.pdf'],
  ['../../etc/passwd\r\nset-cookie: a', 'etc-passwd-set-cookie-a.pdf'],
  [`${'long '.repeat(15)}end of a title`, `${'long-'.repeat(15)}end-o.pdf`],
])('a document called “%s” is saved as %s, and its address is read back', (title, fileName) => {
  const path = downloadPath(asset, title)
  expect(path).toBe(`/download/${hash}/${fileName}`)
  const [, , first = '', last = ''] = path?.split('/') ?? []
  expect(parseDownload(first, last)).toEqual({assetId: asset, hash, fileName})
})

test.each([`file-${hash}-docx`, `file-${hash}-html`, `image-${hash}-1x1-png`, 'file-../../a-pdf', `${asset}x`, ''])(
  'what is no PDF has no address: %s',
  (id) => {
    expect(downloadPath(id, 'Form')).toBeNull()
  },
)

test.each([
  [hash, 'form.html'],
  [hash, 'form.pdf.html'],
  [hash, 'form.PDF'],
  [hash, 'for%20m.pdf'],
  [hash, 'a"b.pdf'],
  [hash, '.pdf'],
  [hash, '-a.pdf'],
  [hash, `${'a'.repeat(81)}.pdf`],
  ['..', 'form.pdf'],
  ['0123/45', 'form.pdf'],
  ['', 'form.pdf'],
])('nothing else is an address: %s/%s', (first, last) => {
  expect(parseDownload(first, last)).toBeNull()
})

test('a PDF is told by how it begins', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(isPdf(bytes('%PDF-1.7\n'))).toBe(true)
  for (const other of ['', '%PDF', ' %PDF-1.7', '<!doctype html>%PDF-1.7', '<svg>', 'PK\u0003\u0004']) {
    expect([other, isPdf(bytes(other))]).toEqual([other, false])
  }
})
