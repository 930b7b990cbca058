/** A few documents as an editor leaves them, gaps and dangling references included. */

export const ref = (id: string, key = id) => ({_type: 'reference', _ref: id, _key: key})
const slug = (current: string) => ({_type: 'slug', current})
const meta = {_createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-02-01T00:00:00Z', _rev: 'r1', language: 'en'}

const span = (text: string, marks: string[] = []) => ({_type: 'span', _key: `s-${text.length}`, text, marks})
export const paragraph = (_key: string, text: string) => ({
  _type: 'block',
  _key,
  style: 'normal',
  children: [span(text)],
  markDefs: [],
})

export const asset = {
  _id: 'image-0123456789abcdef0123456789abcdef01234567-1600x900-jpg',
  _type: 'sanity.imageAsset',
  metadata: {dimensions: {width: 1600, height: 900}, lqip: 'data:image/jpeg;base64,/9j/4AAQ'},
}

const picture = {_type: 'picture', asset: {_type: 'reference', _ref: asset._id}, alt: 'A person stretches at a desk'}

export const source = {
  ...meta,
  _id: 'source-who',
  _type: 'source',
  title: 'Low back pain',
  publisher: 'World Health Organization',
  url: 'https://www.who.int/news-room/fact-sheets/detail/low-back-pain',
  year: 2023,
  kind: 'statistics',
}

export const fact = {
  ...meta,
  _id: 'fact-disability',
  _type: 'fact',
  statement: 'Low back pain is the leading cause of disability worldwide.',
  slug: slug('leading-cause-of-disability'),
  sourceState: 'sourced',
  sources: [ref('source-who'), ref('source-gone')],
}

export const faq = {
  ...meta,
  _id: 'faq-rest',
  _type: 'faq',
  question: 'Should I rest in bed?',
  slug: slug('should-i-rest-in-bed'),
  answer: [paragraph('p', 'No. Keep moving as much as you can.')],
}

export const reviewer = {
  ...meta,
  _id: 'person-ada',
  _type: 'person',
  name: 'Ada Quill',
  slug: slug('ada-quill'),
  role: 'Physician',
  credentials: 'MD',
}

export const sciatica = {
  ...meta,
  _id: 'condition-sciatica',
  _type: 'condition',
  title: 'sciatica',
  slug: slug('sciatica'),
  summary: 'Pain along the sciatic nerve.',
}

export const backPain = {
  ...meta,
  _id: 'condition-back-pain',
  _type: 'condition',
  title: 'Back pain',
  slug: slug('back-pain'),
  summary: 'Pain in the back.',
  image: picture,
  urgentHelp: [
    {_type: 'urgentHelp', _key: 'u', level: 'emergency', heading: 'Call 911 if you have:', items: ['numbness']},
  ],
  sections: [
    {
      _type: 'section',
      _key: 'one',
      aspect: 'overview',
      body: [
        {
          _type: 'block',
          _key: 'a',
          style: 'normal',
          listItem: 'bullet',
          level: 9,
          children: [
            span('See '),
            span('sciatica', ['to-sciatica', 'strong']),
            span(' or ', ['gone']),
            span('more', ['to-gone']),
          ],
          markDefs: [
            {_type: 'internalLink', _key: 'to-sciatica', reference: ref('condition-sciatica')},
            {_type: 'internalLink', _key: 'to-gone', reference: ref('condition-gone')},
            {_type: 'footnote', _key: 'gone', number: 1},
          ],
        },
        {_type: 'table', _key: 't', rows: [{_type: 'tableRow', _key: 'r', cells: ['a', 'b']}]},
        {
          _type: 'figure',
          _key: 'f',
          image: {_type: 'image', asset: {_type: 'reference', _ref: asset._id}},
          alt: 'x',
          decorative: true,
        },
        {
          _type: 'figure',
          _key: 'g',
          alt: 'an image that was deleted',
          image: {asset: {_type: 'reference', _ref: 'image-gone'}},
        },
      ],
    },
  ],
  facts: [ref('fact-gone'), ref('fact-disability')],
  faqs: [ref('faq-rest'), ref('faq-gone')],
  treatments: [ref('treatment-gone')],
  relatedConditions: [ref('condition-sciatica')],
  review: {
    reviewedBy: ref('person-ada'),
    writtenBy: ref('person-gone'),
    lastReviewed: '2026-01-15',
    note: 'for the team only',
  },
}

export const settings = {
  ...meta,
  _id: 'siteSettings',
  _type: 'siteSettings',
  name: 'Riverbend Pain Clinic',
  phone: '(312) 555-0100',
  timeZone: 'America/Chicago',
  emergencyText: 'Call 911.',
  headerMenu: [
    {_type: 'menuItem', _key: 'a', label: 'Conditions', path: '/conditions'},
    {_type: 'menuItem', _key: 'b', label: 'Gone', page: ref('page-gone')},
    {_type: 'menuItem', _key: 'c', label: 'Back pain', page: ref('condition-back-pain')},
  ],
  home: {_type: 'homePage', conditions: [ref('condition-gone'), ref('condition-sciatica'), ref('condition-back-pain')]},
}

export const redirect = {
  ...meta,
  _id: 'redirect-old',
  _type: 'redirect',
  from: '/back',
  toPage: ref('condition-back-pain'),
  permanent: true,
}

export const clinicDocuments = [asset, source, fact, faq, reviewer, sciatica, backPain, settings, redirect]
