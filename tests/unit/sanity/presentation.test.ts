/** Which page shows which document, as the Studio's preview is told. */
import {documentAt, locationsIn} from '@/sanity/studio/page-locations'

const condition = {
  _id: 'a',
  _type: 'condition',
  title: 'Back pain',
  slug: {_type: 'slug', current: 'back-pain'},
  language: 'en',
}
const faq = {_id: 'b', _type: 'faq', title: 'Why?', slug: {_type: 'slug', current: 'why'}, language: 'es'}

describe('the pages of a document', () => {
  it('are its own, then those that show it', () => {
    expect(locationsIn({own: faq, others: [condition]})).toEqual({
      locations: [
        {title: 'Why?', href: '/es/questions/why'},
        {title: 'Back pain', href: '/conditions/back-pain'},
      ],
    })
  })

  it('are all of them for the settings', () => {
    const settings = {_id: 'siteSettings', _type: 'siteSettings', title: null, language: 'en'}
    expect(locationsIn({own: settings, others: []})).toEqual({
      locations: [{title: 'Untitled', href: '/'}],
      message: 'Seen on every page',
      tone: 'caution',
    })
  })

  it('are none for a document without an address that nobody shows', () => {
    expect(locationsIn({own: {...condition, slug: undefined}, others: []})).toMatchObject({
      message: 'Not on any page yet',
    })
    expect(locationsIn({own: null, others: []})).toMatchObject({message: 'Not on any page yet'})
  })
})

describe('the document of a page', () => {
  it.each([
    ['/conditions/back-pain', {_type: 'condition', slug: 'back-pain', language: 'en'}],
    ['/es/questions/why', {_type: 'faq', slug: 'why', language: 'es'}],
    ['/about/our-history', {_type: 'page', slug: 'about/our-history', language: 'en'}],
    ['/', {language: 'en'}],
    ['/es', {language: 'es'}],
  ])('%s', (path, params) => {
    expect(documentAt(path)?.params).toEqual(params)
  })

  it('is none where the page is a list', () => {
    expect(documentAt('/conditions')).toBeUndefined()
  })
})
