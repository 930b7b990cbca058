import {describe, expect, test} from '@jest/globals'
import {labelsFor} from '@/lib/labels'
import {shareLinksFor, shareNetworks} from '@/lib/share'
import {shareNetworks as offered} from '@/sanity/vocabulary'

const url = 'https://clinic.example/conditions/back-pain'
const text = 'Back Pain: information from Lane & Field'

const hrefOf = (network: (typeof shareNetworks)[number]) => shareLinksFor({url, text}, [network])[0]?.href

describe('a share link', () => {
  test.each([
    ['facebook', 'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fclinic.example%2Fconditions%2Fback-pain'],
    [
      'x',
      'https://x.com/intent/post?text=Back%20Pain%3A%20information%20from%20Lane%20%26%20Field&url=https%3A%2F%2Fclinic.example%2Fconditions%2Fback-pain',
    ],
    [
      'linkedin',
      'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fclinic.example%2Fconditions%2Fback-pain',
    ],
    [
      'whatsapp',
      'https://wa.me/?text=Back%20Pain%3A%20information%20from%20Lane%20%26%20Field%20https%3A%2F%2Fclinic.example%2Fconditions%2Fback-pain',
    ],
    [
      'email',
      'mailto:?subject=Back%20Pain%3A%20information%20from%20Lane%20%26%20Field&body=Back%20Pain%3A%20information%20from%20Lane%20%26%20Field%0A%0Ahttps%3A%2F%2Fclinic.example%2Fconditions%2Fback-pain',
    ],
    [
      'sms',
      'sms:?&body=Back%20Pain%3A%20information%20from%20Lane%20%26%20Field%20https%3A%2F%2Fclinic.example%2Fconditions%2Fback-pain',
    ],
    ['copy', url],
  ] as const)('for %s', (network, href) => {
    expect(hrefOf(network)).toBe(href)
  })

  test.each(shareNetworks)('for %s carries no tracking parameter', (network) => {
    expect(hrefOf(network)).not.toMatch(/utm_|fbclid|ref=|via=/)
  })
})

test('only the networks switched on are offered, each once, in the order of the clinic', () => {
  const links = shareLinksFor({url, text}, ['sms', 'facebook', 'sms'])
  expect(links.map(({network}) => network)).toEqual(['sms', 'facebook'])
  expect(links.map(({external}) => external)).toEqual([false, true])
})

test('the Studio offers the networks that can be drawn, and each has its word', () => {
  expect(offered.map(({value}) => value)).toEqual(shareNetworks)
  expect(Object.keys(labelsFor('es').share.networks)).toEqual([...shareNetworks])
})
