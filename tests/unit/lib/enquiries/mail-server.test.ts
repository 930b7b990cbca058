import {mailServerFrom} from '@/lib/enquiries/mail-server'

/** In the words of docs/operating.md. */
const encryption = ({secure, requireTLS, tls}: ReturnType<typeof mailServerFrom>) =>
  `${secure ? 'from the first byte' : requireTLS ? 'STARTTLS' : 'not asked for'}, ${tls.rejectUnauthorized ? 'checked' : 'not checked'}`

describe('the address of the mail server', () => {
  it.each([
    ['smtp://mail.example', 587, 'STARTTLS, checked'],
    ['smtp://mail.example:2525', 2525, 'STARTTLS, checked'],
    ['smtps://mail.example', 465, 'from the first byte, checked'],
    ['smtp://localhost', 25, 'not asked for, not checked'],
    ['smtp://127.0.0.1:2525', 2525, 'not asked for, not checked'],
    ['smtp://[::1]', 25, 'not asked for, not checked'],
    ['smtps://localhost', 465, 'from the first byte, checked'],
    ['smtp://localhost:2525?insecure=0', 2525, 'STARTTLS, checked'],
    ['smtp://mail.example?insecure=1', 587, 'not asked for, not checked'],
    ['smtp://mail.example?insecure=yes', 587, 'STARTTLS, checked'],
    ['smtps://mail.example?insecure=1', 465, 'from the first byte, not checked'],
    ['smtp://127.0.0.1.mail.example', 587, 'STARTTLS, checked'],
    ['smtp://localhost.example', 587, 'STARTTLS, checked'],
  ])('%s is port %i; encryption: %s', (address, port, expected) => {
    const server = mailServerFrom(address)
    expect([server.port, encryption(server)]).toEqual([port, expected])
  })

  it.each([
    ['smtp://mail.example', null],
    ['smtp://clinic:secret@mail.example', {user: 'clinic', pass: 'secret'}],
    ['smtp://web%40clinic.example:p%40ss%2Fword%25@mail.example', {user: 'web@clinic.example', pass: 'p@ss/word%'}],
    ['smtp://clinic:100%sure@mail.example', {user: 'clinic', pass: '100%sure'}],
  ])('%s signs in as %j', (address, auth) => {
    expect(mailServerFrom(address).auth).toEqual(auth)
  })
})
