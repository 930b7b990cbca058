import {afterEach, describe, expect, jest, test} from '@jest/globals'
import {ThemeProvider} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {render, screen} from '@testing-library/react'
import {pageOf, sharedPageOf} from '@/sanity/studio/page-of'
import {ShareView} from '@/sanity/studio/share-view'
import {sharedPageIn} from '@/sanity/studio/shared-page'

// The Studio's parts take seconds to be drawn the first time.
jest.setTimeout(60_000)

const html = `<!DOCTYPE html><html><head>
  <meta property="og:url" content="https://clinic.example/facts/most-people">
  <meta property="og:site_name" content="Lane Clinic">
  <meta property="og:title" content="Most people have it &amp; get well.">
  <meta property="og:description" content="Source: A study, 2024.">
  <meta property="og:image" content="https://clinic.example/card/0123/en/fact/most-people.png">
  <meta property="og:image:alt" content="4 in 5 adults – Lane Clinic">
  <meta name="robots" content="noindex, follow">
</head><body></body></html>`

const fact = {_type: 'fact', _rev: 'one', language: 'en', slug: {current: 'most-people'}}

// Found by their words: looking for roles takes seconds among the Studio's style sheets.
const draw = (document: {published: object | null; draft: object | null}) =>
  render(
    <ThemeProvider theme={buildTheme()}>
      <ShareView document={document as Parameters<typeof ShareView>[0]['document']} />
    </ThemeProvider>,
  )

function siteAnswers(status: number, body: string) {
  const asked = jest.fn<typeof fetch>(async () => ({ok: status === 200, text: async () => body}) as Response)
  globalThis.fetch = asked
  return asked
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'fetch')
})

describe('the page of a document', () => {
  test('is where the site has it', () => {
    expect(pageOf(fact)).toBe('/facts/most-people')
    expect(pageOf({...fact, language: 'es'})).toBe('/es/facts/most-people')
    expect(pageOf({...fact, slug: undefined})).toBeNull()
    expect(pageOf({_type: 'source'})).toBeNull()
    expect(pageOf(null)).toBeNull()
  })

  test('of the settings is the home page, for sharing', () => {
    expect(pageOf({_type: 'siteSettings', language: 'en'})).toBeNull()
    expect(sharedPageOf({_type: 'siteSettings', language: 'es'})).toBe('/es')
    expect(sharedPageOf(fact)).toBe('/facts/most-people')
  })
})

describe('what networks read of a page', () => {
  test('is read as they read it', () => {
    expect(sharedPageIn(html)).toEqual({
      url: 'https://clinic.example/facts/most-people',
      siteName: 'Lane Clinic',
      title: 'Most people have it & get well.',
      text: 'Source: A study, 2024.',
      image: 'https://clinic.example/card/0123/en/fact/most-people.png',
      imageText: '4 in 5 adults – Lane Clinic',
      isHidden: true,
    })
  })

  test('is nothing where the page is not for sharing', () => {
    expect(sharedPageIn('<!DOCTYPE html><title>Not found</title>')).toBeNull()
    expect(sharedPageIn('')).toBeNull()
  })
})

describe('the tab "Share"', () => {
  test('shows the address, the card and the QR code of the published page', async () => {
    const asked = siteAnswers(200, html)
    draw({published: fact, draft: null})
    expect(await screen.findByAltText('4 in 5 adults – Lane Clinic')).toHaveAttribute(
      'src',
      'https://clinic.example/card/0123/en/fact/most-people.png',
    )
    expect(screen.getByLabelText('Address of the page')).toHaveValue('https://clinic.example/facts/most-people')
    expect(screen.getByAltText(/^QR code that leads to/)).toHaveAttribute('src', '/qr/facts/most-people.svg')
    expect(screen.getByText('Download as SVG').closest('a')).toHaveAttribute('download')
    expect(screen.getByText(/Search engines do not list this page/)).toBeVisible()
    // A preview session of the editor's must not show up as what networks read.
    expect(asked).toHaveBeenCalledWith('/facts/most-people', expect.objectContaining({credentials: 'omit'}))
  })

  test('says that a draft is not shown', async () => {
    siteAnswers(200, html)
    draw({published: fact, draft: fact})
    expect(await screen.findByText(/Your changes show here once they are published/)).toBeVisible()
  })

  test('says what to do where there is no page yet', async () => {
    siteAnswers(404, '')
    draw({published: fact, draft: null})
    expect(await screen.findByText(/It may take a moment after publishing/)).toBeVisible()
    expect(screen.getByText('Look again')).toBeVisible()
  })

  test('asks to publish first', () => {
    draw({published: null, draft: fact})
    expect(screen.getByText(/Publish this first/)).toBeVisible()
  })
})
