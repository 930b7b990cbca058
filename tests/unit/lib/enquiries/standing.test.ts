import {mailStanding} from '@/lib/enquiries/standing'
import type {OutboxStanding} from '@/lib/enquiries/store'
import {parseEnv} from '@/lib/env'

const set = {
  SMTP_URL: 'smtp://mail.example',
  ENQUIRY_MAIL_FROM: 'a@clinic.example',
  ENQUIRY_MAIL_TO: 'b@clinic.example',
}
const quiet: OutboxStanding = {waiting: 0, oldest: null, givenUp: 0, problem: null}
const standing = (outbox: Partial<OutboxStanding>, settings: Record<string, string> = set) =>
  mailStanding({...quiet, ...outbox}, parseEnv(settings).enquiries)

const down = 'The mail server does not answer.'

describe('how mail to staff stands', () => {
  it.each([
    ['well', {}, 'Staff are told of questions by mail.'],
    ['well', {waiting: 1, oldest: 1}, '1 message on the way.'],
    ['failing', {waiting: 1, oldest: 1, problem: down}, `1 message to staff waits to be sent. ${down}`],
    ['failing', {waiting: 3, oldest: 1, problem: down}, `3 messages to staff wait to be sent. ${down}`],
    ['partly', {problem: 'One is refused.'}, 'One is refused.'],
    [
      'givenUp',
      {givenUp: 2, problem: down},
      `2 messages to staff were given up after 72 hours: read the questions in the Studio. ${down}`,
    ],
  ] as const)('is %s: %j', (state, outbox, text) => {
    expect(standing(outbox)).toMatchObject({state, text, ...outbox})
  })

  it('names what is missing where it is not set up', () => {
    expect(standing({waiting: 4, oldest: 1}, {})).toMatchObject({
      state: 'notSetUp',
      waiting: 4,
      text: expect.stringContaining('set SMTP_URL, ENQUIRY_MAIL_FROM, ENQUIRY_MAIL_TO ('),
    })
    expect(standing({}, {...set, ENQUIRY_MAIL_TO: ' , '}).text).toContain('set ENQUIRY_MAIL_TO (')
  })
})

describe('the address of the mail server', () => {
  it.each(['mail.example:587', 'http://mail.example', 'smtp://', 'smtp://me:pass/word@mail.example'])(
    'is refused as it is read: %s',
    (url) => {
      expect(() => parseEnv({...set, SMTP_URL: url})).toThrow(/SMTP_URL must be an address like smtp:\/\/user/)
    },
  )
})
