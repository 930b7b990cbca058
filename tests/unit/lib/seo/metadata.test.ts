import {describe, expect, test} from '@jest/globals'
import {condition} from '@/components/examples/content/condition'
import {sourcedFact} from '@/components/examples/content/fact'
import {home} from '@/components/examples/content/home'
import {location} from '@/components/examples/content/location'
import {person} from '@/components/examples/content/person'
import {picture} from '@/components/examples/content/picture'
import {site} from '@/components/examples/content/site'
import {excerpt} from '@/lib/seo/excerpt'
import {alsoIn, documentHead, factHead, homeHead, indexHead, locationHead, personHead} from '@/lib/seo/head'
import {metadataFor, unlistedMetadata} from '@/lib/seo/metadata'
import {absoluteUrl} from '@/lib/site'

const head = documentHead('condition', condition)
const metadata = metadataFor(head, site, 'condition.abc')

describe('the head of a condition page', () => {
  test('names the page, the clinic, and one address', () => {
    expect(metadata.title).toEqual({absolute: 'Back Pain – Riverside Pain Clinic'})
    expect(metadata.description).toBe(condition.summary)
    expect(metadata.alternates?.canonical).toBe(absoluteUrl('/conditions/back-pain'))
    expect(metadata.openGraph).toMatchObject({
      title: 'Back Pain',
      url: absoluteUrl('/conditions/back-pain'),
      siteName: site.name,
      locale: 'en_US',
    })
  })

  test('leaves the clinic’s name to the search engine where there is no room, and breaks no word', () => {
    const titled = (title: string) => metadataFor({...head, title}, site, '').title
    const fits = 'Why your lower back hurts more in the morning'
    expect(titled(fits)).toEqual({absolute: `${fits} – Riverside Pain Clinic`})
    const long = 'Why your lower back hurts more in the morning than at night'
    expect(titled(long)).toEqual({absolute: long})
    expect(titled(`${long}, and what to do about it`)).toEqual({
      absolute: 'Why your lower back hurts more in the morning than at night, and…',
    })
  })

  test('has a card with its size, its type and its words', () => {
    const images = JSON.parse(JSON.stringify(metadata.openGraph?.images))
    expect(images).toEqual([
      {
        url: expect.stringMatching(/^https?:\/\/[^/]+\/card\/[0-9a-f]{16}\/en\/condition\/back-pain\.png$/),
        width: 1200,
        height: 630,
        alt: 'Back Pain – Riverside Pain Clinic',
        type: 'image/png',
      },
    ])
    expect(metadata.twitter).toMatchObject({card: 'summary_large_image', images: [{url: images[0].url}]})
  })

  test('has a card that says its number in words too, where it is about one', () => {
    const images = JSON.parse(
      JSON.stringify(metadataFor(factHead(sourcedFact, '2026-11-25'), site, '').openGraph?.images),
    )
    expect(images[0].alt).toBe(
      '4 in 5 adults have it once or more – Most people have back pain at some time in their life. – Riverside Pain Clinic',
    )
    expect(images[0].url).toMatch(/\/card\/[0-9a-f]{16}\/en\/fact\/most-people\.png$/)
  })

  test('carries the mark of its revisions', () => {
    expect(metadata.other).toEqual({'content-stamp': 'condition.abc'})
    expect(metadataFor(head, site, '').other).toBeUndefined()
  })

  test('is open to search engines, unless it is sample or hidden', () => {
    const hidden = {robots: {index: false, follow: true}}
    expect(metadata.robots).toBeUndefined()
    expect(metadataFor({...head, sample: true}, site, '')).toMatchObject(hidden)
    const search = {title: null, description: null, hide: true}
    expect(metadataFor({...head, search}, site, '')).toMatchObject(hidden)
  })

  test('lets the editor choose other words for search and for sharing', () => {
    const chosen = metadataFor(
      {
        ...head,
        search: {title: 'Help for back pain', description: 'What helps.', hide: false},
        social: {title: 'My back hurts', text: 'Read this.', image: null, hideNetworks: false},
      },
      site,
      '',
    )
    expect(chosen.title).toEqual({absolute: 'Help for back pain'})
    expect(chosen.description).toBe('What helps.')
    expect(chosen.openGraph).toMatchObject({title: 'My back hurts', description: 'Read this.'})
  })

  test('lets the editor choose a picture for the card', () => {
    const chosen = metadataFor(
      {...head, social: {title: null, text: null, image: picture, hideNetworks: false}},
      site,
      '',
    )
    expect(JSON.parse(JSON.stringify(chosen.openGraph?.images))).toEqual([
      {
        url: absoluteUrl(`/media/${picture.assetId}?w=1200&r=card&fp=0.56,0.4&rect=160,0,1440,1000`),
        width: 1200,
        height: 630,
        alt: picture.alt,
        type: 'image/jpeg',
      },
    ])
  })
})

describe('other kinds of page', () => {
  test('a person', () => {
    expect(personHead(person)).toMatchObject({
      path: '/people/ada-lane',
      title: 'Ada Lane, MD',
      description: 'Ada Lane, MD: Pain physician. Back pain, Nerve pain.',
    })
  })

  test('a location', () => {
    expect(locationHead(location)).toMatchObject({
      path: '/locations/riverside',
      description: 'Riverside: 12 River Road, Austin, TX. Call us: (512) 555-0142.',
    })
  })

  test('the home page has the name of the clinic once', () => {
    const {title} = metadataFor(homeHead('en', site, home), site, '')
    expect(title).toEqual({absolute: 'Riverside Pain Clinic: Care for people in pain'})
    const wordy = {...site, tagline: 'Care for people in pain, near you, in plain words, and on time'}
    expect(metadataFor(homeHead('en', wordy, home), wordy, '').title).toEqual({absolute: 'Riverside Pain Clinic'})
  })

  test('a list in Spanish', () => {
    expect(indexHead('es', 'conditions', site)).toMatchObject({
      path: '/es/conditions',
      title: 'Afecciones que tratamos',
    })
  })

  test('the 404 is not for search engines and has no address of its own', () => {
    const unlisted = unlistedMetadata('Not here', site, 'site.abc')
    expect(unlisted.robots).toEqual({index: false, follow: true})
    expect(unlisted.alternates).toBeUndefined()
  })
})

describe('an excerpt', () => {
  test('ends between words', () => {
    expect(excerpt('Pain that goes down the leg, often far', 30)).toBe('Pain that goes down the leg…')
  })

  test('keeps whole sentences where they fill most of the room', () => {
    expect(excerpt('It hurts. It gets better by itself. Most people need nothing.', 40)).toBe(
      'It hurts. It gets better by itself.',
    )
  })

  test('is the text itself where it is short', () => {
    expect(excerpt('Short\n text', 30)).toBe('Short text')
  })

  test('is never longer than its limit', () => {
    expect(excerpt('x'.repeat(500), 200)).toHaveLength(200)
  })
})

describe('a page in two languages', () => {
  const spanish = {
    ...head,
    language: 'es' as const,
    path: '/es/conditions/dolor-de-espalda',
    translations: [{language: 'en' as const, path: head.path}],
  }
  const english = {...head, translations: [{language: 'es' as const, path: spanish.path}]}
  const languages = {
    'en-US': absoluteUrl('/conditions/back-pain'),
    'es-US': absoluteUrl('/es/conditions/dolor-de-espalda'),
    'x-default': absoluteUrl('/conditions/back-pain'),
  }

  test('names both on both, itself among them, and which one is for everybody else', () => {
    expect(metadataFor(english, site, '').alternates?.languages).toEqual(languages)
    expect(metadataFor(spanish, site, '').alternates?.languages).toEqual(languages)
    expect(metadataFor(spanish, site, '').openGraph).toMatchObject({locale: 'es_US', alternateLocale: ['en_US']})
  })

  test('keeps the address of its own language as the one that counts', () => {
    expect(metadataFor(spanish, site, '').alternates?.canonical).toBe(languages['es-US'])
  })

  test('names none where there is but one', () => {
    expect(metadata.alternates).not.toHaveProperty('languages')
    expect(metadata.openGraph).not.toHaveProperty('alternateLocale')
  })

  test('without a document of its own has the same address after the language', () => {
    const {translations} = alsoIn(indexHead('es', 'conditions', site), ['en'])
    expect(translations).toEqual([{language: 'en', path: '/conditions'}])
    expect(alsoIn(homeHead('en', site, home), ['es']).translations).toEqual([{language: 'es', path: '/es'}])
  })
})
