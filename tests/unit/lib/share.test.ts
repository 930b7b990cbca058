import {describe, expect, test} from '@jest/globals'
import {type ShareNetwork, shareLinksFor, shareNetworks, shareText} from '@/lib/share'
import {shareNetworks as offered, usualShareNetworks} from '@/sanity/vocabulary'

const url = 'https://clinic.example/conditions/back-pain'
const text = 'Back Pain: information from Lane & Field'

/** As they stand in an address. */
const encoded = {
  url: 'https%3A%2F%2Fclinic.example%2Fconditions%2Fback-pain',
  text: 'Back%20Pain%3A%20information%20from%20Lane%20%26%20Field',
}

const links = shareLinksFor({url, text}, shareNetworks)
const hrefOf = (way: ShareNetwork | 'email' | 'sms') => links.find((link) => link.way === way)?.href

describe('a share link', () => {
  test.each([
    ['facebook', `https://www.facebook.com/sharer/sharer.php?u=${encoded.url}`],
    ['whatsapp', `https://wa.me/?text=${encoded.text}%20${encoded.url}`],
    ['x', `https://x.com/intent/post?text=${encoded.text}&url=${encoded.url}`],
    ['linkedin', `https://www.linkedin.com/sharing/share-offsite/?url=${encoded.url}`],
    ['nextdoor', `https://nextdoor.com/sharekit/?body=${encoded.text}%20${encoded.url}`],
    ['threads', `https://www.threads.net/intent/post?url=${encoded.url}&text=${encoded.text}`],
    ['bluesky', `https://bsky.app/intent/compose?text=${encoded.text}%20${encoded.url}`],
    ['reddit', `https://www.reddit.com/submit?url=${encoded.url}&title=${encoded.text}`],
    ['telegram', `https://t.me/share/url?url=${encoded.url}&text=${encoded.text}`],
    ['email', `mailto:?subject=${encoded.text}&body=${encoded.text}%0A%0A${encoded.url}`],
    ['sms', `sms:?&body=${encoded.text}%20${encoded.url}`],
  ] as const)('for %s', (way, href) => {
    expect(hrefOf(way)).toBe(href)
  })

  test('hands on the canonical address and the neutral text, and nothing that tells who shared it or where', () => {
    for (const {way, href} of links) {
      const parameters = [...new URL(href).searchParams.values()].join(' ')
      const left = parameters.replaceAll(text, '').replaceAll(url, '').trim()
      expect([way, left]).toEqual([way, ''])
      expect(href).not.toMatch(/utm_|fbclid|[?&](?:via|source|ref|hashtags)=/)
    }
  })
})

test('e-mail and text message are always there, then the networks switched on, each once, in the clinic’s order', () => {
  expect(shareLinksFor({url, text}, []).map(({way}) => way)).toEqual(['email', 'sms'])
  expect(shareLinksFor({url, text}, ['x', 'facebook', 'x']).map(({way}) => way)).toEqual([
    'email',
    'sms',
    'x',
    'facebook',
  ])
})

test('the Studio offers exactly the networks that can be drawn', () => {
  expect(offered.map(({value}) => value)).toEqual(shareNetworks)
  expect(shareNetworks).toEqual(expect.arrayContaining([...usualShareNetworks]))
})

describe('what is sent along', () => {
  const say = (title: string, kind = 'condition', language: 'en' | 'es' = 'en') =>
    shareText({title, kind, language}, 'Lane Clinic')

  test('is the title and whose page it is', () => {
    expect(say('Back Pain')).toBe('Back Pain: information from Lane Clinic')
    expect(say('Dolor de espalda', 'condition', 'es')).toBe('Dolor de espalda: información de Lane Clinic')
  })

  test('reads well after a question and after a sentence', () => {
    expect(say('Do I need an MRI?', 'faq')).toBe('Do I need an MRI? Information from Lane Clinic')
    expect(say('One in five has it.', 'fact')).toBe('One in five has it. Information from Lane Clinic')
  })

  test('goes on from “Did you know…” where the fact is put as a question', () => {
    expect(say('That it is common?', 'fact')).toBe('Did you know… That it is common? Information from Lane Clinic')
  })
})
