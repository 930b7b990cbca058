import {describe, expect, test} from '@jest/globals'
import {leavesSite, safeHref} from '@/lib/safe-href'

describe('an address that may stand in a link', () => {
  test.each([
    'https://clinic.example/',
    'http://clinic.example/a?b=c#d',
    'HTTPS://CLINIC.EXAMPLE/',
    'mailto:hello@clinic.example',
    'tel:+15125550142',
    '/conditions/back-pain',
    '/',
    '#causes',
  ])('%s stays as it is', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  test('white space around it is taken off', () => {
    expect(safeHref('  https://clinic.example/ ')).toBe('https://clinic.example/')
  })
})

describe('an address that must not become a link', () => {
  test.each([
    ['a script', 'javascript:alert(1)'],
    ['a script in other letters', 'JaVaScRiPt:alert(1)'],
    ['a script after a space', ' javascript:alert(1)'],
    ['a script behind a control character', '\u0001javascript:alert(1)'],
    ['a script with a tab in its scheme', 'java\tscript:alert(1)'],
    ['a script with a line break in its scheme', 'java\nscript:alert(1)'],
    ['a script behind an invisible character', '\u200bjavascript:alert(1)'],
    ['an escaped script', 'javascript&colon;alert(1)'],
    ['Visual Basic', 'vbscript:msgbox(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///etc/passwd'],
    ['a blob', 'blob:https://clinic.example/1'],
    ['another host without a scheme', '//evil.example/'],
    ['another host behind a backslash', '/\\evil.example/'],
    ['another host behind two backslashes', '\\\\evil.example/'],
    ['another host behind a tab', '/\t/evil.example/'],
    ['a password', 'https://user:pass@evil.example/'],
    ['a host that hides behind a name', 'https://clinic.example@evil.example/'],
    ['a scheme without slashes', 'https:evil.example'],
    ['right-to-left trickery', 'https://clinic.example/\u202egpj.exe'],
    ['a relative address', 'conditions/back-pain'],
    ['a word', 'click'],
    ['nothing', ''],
    ['only space', '   '],
  ])('%s', (_name, href) => {
    expect(safeHref(href)).toBeNull()
  })

  test('no address at all', () => {
    expect(safeHref(null)).toBeNull()
    expect(safeHref(undefined)).toBeNull()
  })
})

test('only web addresses leave the site', () => {
  expect(leavesSite('https://clinic.example/')).toBe(true)
  expect(leavesSite('/contact')).toBe(false)
  expect(leavesSite('tel:911')).toBe(false)
})
