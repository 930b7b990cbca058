/** Questions as a table: what a stranger typed is text there, and runs nothing. */
import type {OpenedEnquiry} from '@/lib/enquiries/enquiry'
import {cell, tableOf} from '@/lib/enquiries/table'

describe('a cell of the table', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://evil.example","Click")',
    '+1 312 555 0142',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1',
    '  =1+1',
    '\u200B=1+1',
    '＝1+1',
    '＋1',
    '＠SUM(1)',
  ])('that would be a formula is text: %j', (text) => {
    expect(cell(text)).toMatch(/^"'/)
  })

  it('that is text stays as it is', () => {
    expect(cell('How long? 1+1=2')).toBe('"How long? 1+1=2"')
    expect(cell('')).toBe('""')
  })

  it('cannot leave its quotes', () => {
    expect(cell('a","=1+1\r\nb\0')).toBe('"a"",""=1+1\r\nb"')
  })
})

it('the table has a line for each question and ends each with what RFC 4180 asks for', () => {
  const enquiry: OpenedEnquiry = {
    id: 'a',
    reference: 'K7Q4-9XRT',
    receivedAt: Date.UTC(2026, 10, 3, 9),
    state: 'answered',
    spamScore: 0,
    openedAt: null,
    answeredAt: null,
    asked: {
      name: '=cmd|calc',
      way: 'phone',
      email: '',
      phone: '+1 312 555 0142',
      when: '',
      question: 'Is it "bad"?\nReally',
      unencryptedReplyIsFine: false,
      page: null,
      language: 'en',
    },
    handling: {assignee: null, notes: [{at: 1, by: 'Maria', text: 'Called'}], promotedTo: null},
  }
  const [head, line, ...rest] = tableOf([enquiry]).split('\r\n')
  expect(head?.startsWith('\uFEFF"Reference","Received"')).toBe(true)
  expect(line).toBe(
    '"K7Q4-9XRT","2026-11-03T09:00:00.000Z","answered","","\'=cmd|calc","","\'+1 312 555 0142","","no","en","","Is it ""bad""?\nReally","","Maria: Called"',
  )
  expect(rest).toEqual([''])
})
