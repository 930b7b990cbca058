import {headersFor} from '@/server/door/headers'

const at = (path: string, secure = false) => headersFor(path, {secure})

describe('the headers of every answer', () => {
  it('ask browsers to stay with HTTPS only where the site has it', () => {
    expect(at('/')['strict-transport-security']).toBeUndefined()
    expect(at('/', true)['strict-transport-security']).toMatch(/max-age=31536000/)
  })

  it('tell no other site where a reader comes from', () => {
    expect(at('/conditions/back-pain')['referrer-policy']).toBe('same-origin')
  })

  it.each(['/search', '/es/search'])('keep words that were searched for from everybody: %s', (path) => {
    expect(at(path)).toMatchObject({'referrer-policy': 'no-referrer', 'cache-control': 'no-store'})
  })

  it.each(['/', '/searching', '/conditions/search', '/es/conditions'])('leave caching to others: %s', (path) => {
    expect(at(path)['cache-control']).toBeUndefined()
    expect(at(path)['referrer-policy']).toBe('same-origin')
  })

  it('let other sites show pictures and cards, and nothing else', () => {
    const policyAt = (path: string) => at(path)['cross-origin-resource-policy']
    expect(['/card/a/b.png', '/media/image-a'].map(policyAt)).toEqual(['cross-origin', 'cross-origin'])
    expect(['/', '/media', '/enhance.js', '/studio'].map(policyAt)).toEqual(Array(4).fill('same-origin'))
  })

  it('give pages what enhance.js does, and nothing else', () => {
    const allowed = (at('/')['permissions-policy'] ?? '').split(', ').filter((entry) => !entry.endsWith('=()'))
    expect(allowed).toEqual(['clipboard-write=(self)'])
  })
})

it('lets the form tell its own site where it comes from, and nobody where a thank-you leads', () => {
  for (const path of ['/contact', '/es/contact']) {
    expect(at(path)).toMatchObject({'cache-control': 'no-store', 'referrer-policy': 'same-origin'})
    expect(at(`${path}/thanks`)).toMatchObject({'cache-control': 'no-store', 'referrer-policy': 'no-referrer'})
  }
  expect(at('/contact-lenses')).not.toHaveProperty('cache-control')
})
