/** The way to the patient: one recipient, one subject, and nothing that a stranger typed beside it. */
import {callLink, mailLink, replySubject} from '@/lib/enquiries/reply-link'

const to = (email: string, text?: string) => mailLink({email, language: 'en'}, text)

describe('a reply by e-mail', () => {
  it('has a constant subject, in the patient’s language, and the saved text', () => {
    const url = new URL(to('ana+x@patient.example', 'Hello,\nplease call us & ask.') ?? '')
    expect(decodeURIComponent(url.pathname)).toBe('ana+x@patient.example')
    expect([...url.searchParams]).toEqual([
      ['subject', replySubject.en],
      ['body', 'Hello,\r\nplease call us & ask.'],
    ])
    expect(mailLink({email: 'a@b.example', language: 'es'})).toContain(encodeURIComponent(replySubject.es))
  })

  it.each([
    'a@b.example?bcc=x@y.example',
    'a@b.example&cc=x@y.example',
    'a@b.example,x@y.example',
    'a@b.example;x@y.example',
    'a@b.example\r\nBcc: x@y.example',
    'a@b.example%0D%0ABcc:x@y.example',
    '"a b"@b.example',
    'Ana <a@b.example>',
    'a@b@c.example',
    'javascript:alert(1)',
    'no address',
    '',
  ])('is not offered for %j', (email) => {
    expect(to(email)).toBeNull()
  })

  it('cannot get a further header from the text', () => {
    const link = to('a@b.example', 'x&bcc=evil@y.example\r\nCc: evil@y.example') ?? ''
    expect([...new URL(link).searchParams.keys()]).toEqual(['subject', 'body'])
  })
})

describe('a call', () => {
  it('goes to the number, with its extension', () => {
    expect(callLink('(312) 555-0142')).toBe('tel:3125550142')
    expect(callLink('+1 312 555 0142 ext. 4')).toBe('tel:+13125550142;ext=4')
  })

  it.each(['911', '555 01', 'javascript:3125550142', '312-555-0142;phone-context=evil', ''])(
    'is not offered for %j',
    (phone) => {
      expect(callLink(phone)).toBeNull()
    },
  )
})
