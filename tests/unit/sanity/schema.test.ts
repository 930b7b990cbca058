/** What the Studio tells an editor, asked of Sanity's own validation. */
import {Schema} from '@sanity/schema'
import {builtinTypes, groupProblems, validateSchema} from '@sanity/schema/_internal'
import {validateDocumentWithWorkspace} from '@sanity/validation'
import {getFallbackLocaleSource} from '@sanity/validation/_internal'
import {schemaTypes} from '@/sanity/schema'
import {reservedAddresses} from '@/sanity/schema/documents/page'
import {slugify} from '@/sanity/schema/fields'
import {noticeTimes} from '@/sanity/schema/preview'
import {documentTypes, proseBlocks} from '@/sanity/vocabulary'
import {queryClient} from '../../support/query-client'
import {backPain, clinicDocuments, fact, faq, redirect, settings, source} from './clinic-documents'

const schema = Schema.compile({name: 'clinic', types: [...builtinTypes, ...schemaTypes]})

/** `level path: message` of everything the Studio has to say about a document. */
async function remarks(document: object, others: readonly object[] = []): Promise<string[]> {
  const client = queryClient(others)
  const markers = await validateDocumentWithWorkspace({
    document: {_id: 'new', _type: 'none', _rev: 'r', _createdAt: '', _updatedAt: '', ...document},
    workspace: {schema, getClient: () => client, i18n: getFallbackLocaleSource()},
    environment: 'studio',
    getDocumentExists: async () => true,
  })
  return markers.map(
    ({level, path, message}) =>
      `${level} ${path.map((part) => (typeof part === 'object' ? '[]' : part)).join('.')}: ${message}`,
  )
}

const errors = async (document: object, others?: readonly object[]) =>
  (await remarks(document, others)).filter((remark) => remark.startsWith('error'))

const summary = Array.from({length: 50}, () => 'word').join(' ')
const condition = {
  ...backPain,
  summary,
  image: undefined,
  sections: [],
  facts: [],
  faqs: [],
  treatments: [],
  review: undefined,
}

it('is a schema that Sanity has nothing to say against', () => {
  const problems = groupProblems(validateSchema([...schemaTypes]).getTypes())
  expect(problems).toEqual([])
})

it('has every document and every block of the vocabulary, and no other document', () => {
  const names = schemaTypes.filter(({type}) => type === 'document').map(({name}) => name)
  expect(names.sort()).toEqual([...documentTypes].sort())
  for (const block of proseBlocks) expect(schema.has(block)).toBe(true)
})

it('explains every field or group of fields in plain words: every document has a title and an icon', () => {
  for (const name of documentTypes) {
    expect(schema.get(name)).toMatchObject({title: expect.any(String), icon: expect.anything()})
  }
})

it('has nothing to say against a good document', async () => {
  expect(await remarks(condition)).toEqual([])
  expect(await remarks(faq)).toEqual([])
  expect(await remarks({...fact, sources: [fact.sources[0]]})).toEqual([])
  expect(await remarks(source)).toEqual([])
  expect(await remarks(redirect)).toEqual([])
  expect(await errors({...settings, headerMenu: settings.headerMenu.slice(0, 1)})).toEqual([])
})

it('lets settings of an older version be published, whose ways to share are not all networks', async () => {
  const old = {...settings, headerMenu: [], shareNetworks: ['facebook', 'email', 'sms', 'copy']}
  expect(await errors(old)).toEqual([])
})

describe('notices', () => {
  const notice = (id: string, language: string) => ({
    _id: id,
    _type: 'page',
    title: 'Privacy',
    slug: {_type: 'slug', current: id},
    summary,
    language,
    legalNotice: 'websitePrivacy',
  })

  it('are one page each in a language', async () => {
    const taken = 'error legalNotice: Another page in this language is this notice already.'
    expect(await errors(notice('new', 'en'), [notice('old', 'en')])).toEqual([taken])
    expect(await errors(notice('new', 'es'), [notice('old', 'en'), notice('drafts.new', 'es')])).toEqual([])
  })

  it('in a further language need language and text', async () => {
    const body = [{_type: 'languageNotice', _key: 'a'}]
    expect(await errors({...notice('new', 'en'), body})).toEqual([
      'error body.[].language: Choose the language.',
      'error body.[].text: Write the text in this language.',
    ])
  })
})

describe('addresses', () => {
  it('are made from titles', () => {
    const context = {} as Parameters<typeof slugify>[2]
    const type = {} as Parameters<typeof slugify>[1]
    expect(slugify('  Dolor de espalda: ¿qué hacer? ', type, context)).toBe('dolor-de-espalda-que-hacer')
    expect(slugify('Golfer’s elbow', type, context)).toBe('golfers-elbow')
    expect(slugify('x'.repeat(200), type, context)).toHaveLength(96)
  })

  it('are used once for each type and language, drafts included', async () => {
    const taken = 'error slug: Slug is already in use'
    const slug = {_type: 'slug', current: 'back-pain'}
    const fresh = {...condition, _id: 'drafts.condition-new', slug}
    expect(await errors(fresh, [backPain])).toEqual([taken])
    expect(await errors(fresh, [{...backPain, _id: 'drafts.condition-back-pain'}])).toEqual([taken])
    expect(await errors(fresh, [{...backPain, language: 'es'}])).toEqual([])
    expect(await errors(fresh, [{...backPain, _type: 'treatment'}])).toEqual([])
  })

  it('belong to their own document, as draft, version or published', async () => {
    const own = [
      backPain,
      {...backPain, _id: 'drafts.condition-back-pain'},
      {...backPain, _id: 'versions.r1.condition-back-pain'},
    ]
    expect(await errors(condition, own)).toEqual([])
    expect(await errors({...condition, _id: 'drafts.condition-back-pain'}, own)).toEqual([])
  })

  it('keep to small letters, numbers and hyphens', async () => {
    expect(await errors({...condition, slug: {current: 'Back Pain'}})).toEqual([
      expect.stringContaining('small letters'),
    ])
    expect(await errors({...condition, slug: undefined})).toContain('error slug: Required')
  })

  it('of pages may be nested, but not inside a part of the website that is built in', async () => {
    const page = {_type: 'page', title: 'History', language: 'en', summary, slug: {current: 'about/our-history'}}
    expect(await errors(page)).toEqual([])
    for (const name of reservedAddresses) {
      expect(await errors({...page, slug: {current: `${name}/x`}})).toEqual([
        expect.stringContaining(`begins with “${name}”`),
      ])
    }
  })
})

describe('names', () => {
  const second = {...condition, _id: 'drafts.condition-new', slug: {current: 'back-pain-2'}}
  const alike = [expect.stringContaining('Another page is called “Back pain”, too.')]

  it('are used once in a language, whatever the kind of page: otherwise there is a warning', async () => {
    expect(await remarks(second, [backPain])).toEqual(alike)
    expect(await remarks(second, [{...backPain, _type: 'treatment', title: 'BACK PAIN'}])).toEqual(alike)
    expect(await remarks(second, [{...fact, statement: 'Back pain'}])).toEqual(alike)
    expect(await remarks(second, [{...backPain, language: 'es'}])).toEqual([])
    expect(await remarks(second, [{...backPain, title: 'Back pain at night'}])).toEqual([])
  })

  it('are not those of another document when they are only its own draft', async () => {
    expect(await remarks({...condition, _id: 'drafts.condition-back-pain'}, [backPain])).toEqual([])
  })

  it('are not those of the built-in pages', async () => {
    const contact = {_type: 'page', title: 'Contact us', language: 'en', summary, slug: {current: 'reach-us'}}
    expect(await remarks(contact)).toEqual([expect.stringContaining('A built-in page of the website is called')])
    expect(await remarks({...contact, language: 'es'})).toEqual([])
  })
})

describe('text', () => {
  it('a summary that is too short or too long is a warning, none at all is an error', async () => {
    expect(await remarks({...condition, summary: 'Too short.'})).toEqual([
      'warning summary: A summary reads best at 40 to 60 words. This one has 2.',
    ])
    expect(await errors({...condition, summary: undefined})).toEqual([expect.stringContaining('40 to 60 words')])
  })

  it('a title that search engines would cut off is a warning', async () => {
    expect(await remarks({...condition, title: 'x'.repeat(61)})).toEqual([
      expect.stringMatching(/^warning title: .*61/),
    ])
  })

  it('words that patients misread are pointed out', async () => {
    expect(await remarks({...condition, summary: `${summary} chronic`})).toEqual([
      expect.stringMatching(/^info summary: .*“chronic”/),
    ])
  })

  it('a question ends with a question mark', async () => {
    expect(await errors({...faq, question: 'Should I rest'})).toEqual([expect.stringContaining('question mark')])
  })

  it('a link leads to the web, to mail or to a phone', async () => {
    const withLink = (href: string) => ({
      ...faq,
      answer: [{...faq.answer[0], markDefs: [{_type: 'link', _key: 'l', href}]}],
    })
    expect(await errors(withLink('https://www.cdc.gov'))).toEqual([])
    expect(await errors(withLink('tel:+13125550100'))).toEqual([])
    expect(await errors(withLink('javascript:alert(1)'))).not.toEqual([])
    expect(await errors(withLink('/conditions'))).not.toEqual([])
  })

  it('a small heading without a heading above it is a warning', async () => {
    const body = [{...faq.answer[0], style: 'h4'}]
    const sections = [{_type: 'section', _key: 's', aspect: 'overview', body}]
    expect(await remarks({...condition, sections})).toEqual([expect.stringMatching(/^warning sections.*Small heading/)])
  })
})

it('a table has the same number of cells in every row', async () => {
  const row = (_key: string, ...cells: string[]) => ({_type: 'tableRow', _key, cells})
  const withTable = (...rows: object[]) => {
    const table = {_type: 'table', _key: 't', headerRow: true, rows}
    return {...condition, sections: [{_type: 'section', _key: 's', aspect: 'overview', body: [table]}]}
  }
  expect(await errors(withTable(row('a', '1', '2'), row('b', '3', '4')))).toEqual([])
  expect(await errors(withTable(row('a', '1', '2'), row('b', '3')))).toEqual([
    expect.stringContaining('same number of cells'),
  ])
  expect(await errors(withTable())).toEqual([expect.stringContaining('at least one row')])
})

describe('cards that say when to get help', () => {
  const card = {
    _type: 'urgentHelp',
    _key: 'a',
    level: 'emergency',
    heading: 'Call 911 if you have:',
    items: ['numbness'],
  }

  it('stand once for each level, else there is a warning', async () => {
    expect(await remarks({...condition, urgentHelp: [card, {...card, _key: 'b', level: 'urgent'}]})).toEqual([])
    expect(await remarks({...condition, urgentHelp: [card, {...card, _key: 'b'}]})).toEqual([
      expect.stringMatching(/^warning urgentHelp: Use one card/),
    ])
  })

  it('name at least one sign', async () => {
    expect(await errors({...condition, urgentHelp: [{...card, items: []}]})).toEqual([
      expect.stringContaining('at least one sign'),
    ])
  })
})

describe('facts', () => {
  const sourced = {...fact, sources: [fact.sources[0]]}

  it('have a source, or say that it is being checked', async () => {
    expect(await errors({...sourced, sources: []})).toEqual([expect.stringContaining('Add a source')])
    expect(await errors({...sourced, sources: undefined})).toEqual([expect.stringContaining('Add a source')])
    expect(await errors({...sourced, sources: [], sourceState: 'checking'})).toEqual([])
  })

  it('prefer people to percentages', async () => {
    expect(await remarks({...sourced, figure: {value: '20%', label: 'of adults'}})).toEqual([
      expect.stringContaining('“1 in 5”'),
    ])
    expect(await remarks({...sourced, figure: {value: '1 in 5', label: 'adults'}})).toEqual([])
    expect(await remarks({...sourced, statement: 'Pain affects 35.5 percent of adults.'})).toEqual([
      expect.stringMatching(/^warning statement/),
    ])
  })

  it('are checked again after they were checked', async () => {
    const dates = {checkedOn: '2026-05-01', expiresOn: '2026-04-01'}
    expect(await errors({...sourced, ...dates})).toEqual([expect.stringContaining('after the day')])
  })
})

describe('a review', () => {
  const reviewed = (review: object) => ({...condition, review: {_type: 'review', ...review}})
  const reviewedBy = {_type: 'reference', _ref: 'person-ada'}

  it('has a reviewer and a date together', async () => {
    expect(await errors(reviewed({reviewedBy, lastReviewed: '2026-01-15', nextReviewDue: '2029-01-15'}))).toEqual([])
    expect(await errors(reviewed({reviewedBy}))).toEqual([expect.stringContaining('date of the review')])
    expect(await errors(reviewed({lastReviewed: '2026-01-15'}))).toEqual([expect.stringContaining('who reviewed')])
  })

  it('lies in the past, and the next one after it', async () => {
    expect(await errors(reviewed({reviewedBy, lastReviewed: '2999-01-01'}))).toEqual([
      expect.stringContaining('in the future'),
    ])
    expect(await errors(reviewed({reviewedBy, lastReviewed: '2026-01-15', nextReviewDue: '2026-01-15'}))).toEqual([
      expect.stringContaining('after the last one'),
    ])
  })
})

describe('images', () => {
  const image = {_type: 'picture', asset: {_type: 'reference', _ref: 'image-a-1x1-png'}}

  it('are described', async () => {
    expect(await errors({...condition, image})).toEqual([expect.stringContaining('Describe the image')])
    expect(await errors({...condition, image: {...image, alt: 'A spine'}})).toEqual([])
  })

  it('between paragraphs are described or marked as decoration', async () => {
    const page = {_type: 'page', title: 'About', language: 'en', summary, slug: {current: 'about'}}
    const figure = {_type: 'figure', _key: 'f', image}
    expect(await errors({...page, body: [figure]})).toEqual([expect.stringContaining('Describe the image')])
    expect(await errors({...page, body: [{...figure, decorative: true}]})).toEqual([])
  })
})

describe('a document to download', () => {
  const page = {_type: 'page', title: 'Your first visit', language: 'en', summary, slug: {current: 'first-visit'}}
  const form = {_type: 'download', _key: 'd', title: 'New patient form'}
  const assetOf = (extension: string, mimeType: string, size: number) => ({
    _id: `file-${'0a'.repeat(20)}-${extension}`,
    _type: 'sanity.fileAsset',
    extension,
    mimeType,
    size,
  })
  const pageWith = (asset: {_id: string}) => ({
    ...page,
    body: [{...form, file: {_type: 'file', asset: {_type: 'reference', _ref: asset._id}}}],
  })
  const said = (extension: string, mimeType: string, size: number) => {
    const asset = assetOf(extension, mimeType, size)
    return remarks(pageWith(asset), [asset])
  }

  it('is a PDF with a title', async () => {
    expect(await said('pdf', 'application/pdf', 120_000)).toEqual([])
    expect(await errors({...page, body: [form]})).toEqual([expect.stringContaining('Choose a PDF')])
    expect(await errors({...page, body: [{...form, title: undefined}]})).toContainEqual(
      expect.stringContaining('Say what the document is'),
    )
  })

  it.each([
    ['another kind of file', 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['what only has its name', 'pdf', 'application/octet-stream'],
  ])('is not %s', async (_what, extension, mimeType) => {
    expect(await said(extension, mimeType, 1000)).toEqual([expect.stringMatching(/^error body.*not a PDF/)])
  })

  it('is light: heavy ones are pointed out, and what the website would not serve is an error', async () => {
    expect(await said('pdf', 'application/pdf', 8_000_000)).toEqual([expect.stringMatching(/^warning body.*8\u00a0MB/)])
    expect(await said('pdf', 'application/pdf', 21_000_000)).toEqual([
      expect.stringMatching(/^error body.*21\u00a0MB; the website offers up to 20\u00a0MB/),
    ])
  })
})

describe('redirects', () => {
  it.each([
    ['old', 'slash'],
    ['//evil.example', 'path only'],
    ['/a b', 'path only'],
    ['/', 'home page'],
    ['/conditions/back-pain?x=1', 'path only'],
    ['/old.md', 'would never work'],
    ['/card/back-pain', 'would never work'],
    ['/en/old', 'would never work'],
    ['/studio/old', 'would never work'],
    ['/100%', 'would never work'],
  ])('do not begin at %s', async (from, why) => {
    expect(await errors({...redirect, from})).toEqual([expect.stringContaining(why)])
  })

  it('begin at an address once', async () => {
    expect(await errors({...redirect, _id: 'drafts.other'}, clinicDocuments)).toEqual([
      expect.stringContaining('Another redirect'),
    ])
    expect(await errors(redirect, clinicDocuments)).toEqual([])
  })

  it('lead to one other place', async () => {
    const open = {...redirect, toPage: undefined}
    expect(await errors(open)).toEqual([expect.stringContaining('Say where')])
    expect(await errors({...open, toPath: '/conditions'})).toEqual([])
    expect(await errors({...open, toPath: 'https://portal.example/login'})).toEqual([])
    expect(await errors({...open, toPath: '//evil.example'})).toEqual([expect.stringContaining('Write a path')])
    expect(await errors({...open, toPath: '/back'})).toEqual([expect.stringContaining('is the old one')])
    expect(await errors({...redirect, toPath: '/conditions'})).toEqual([expect.stringContaining('not both')])
  })
})

describe('search words', () => {
  const words = (...lists: string[][]) => ({
    _type: 'searchWords',
    language: 'en',
    groups: lists.map((list, index) => ({_type: 'searchGroup', _key: `g${index}`, words: list})),
  })

  it('come in groups of two or more', async () => {
    expect(await remarks(words(['slipped disc', 'herniated disk']))).toEqual([])
    expect(await errors(words(['slipped disc']))).toEqual([expect.stringContaining('Add a second one')])
    expect(await errors(words(['disc', 'disc']))).toContainEqual(expect.stringContaining('already in the list'))
  })

  it('that stand on nearly every page are pointed out', async () => {
    expect(await remarks(words(['pain', 'ache after shingles']))).toEqual([
      expect.stringMatching(/^warning groups.*“pain” alone is on nearly every page/),
    ])
  })
})

describe('menus and opening hours', () => {
  it('a menu entry leads to one place', async () => {
    const menu = (entry: object) => ({
      ...settings,
      headerMenu: [{_type: 'menuItem', _key: 'a', label: 'Here', ...entry}],
    })
    expect(await errors(menu({path: '/contact'}))).toEqual([])
    expect(await errors(menu({}))).toEqual([expect.stringContaining('Say where this leads')])
    expect(await errors(menu({path: '/contact', url: 'https://clinic.example'}))).toEqual([
      expect.stringContaining('one target only'),
    ])
  })

  it('a day opens before it closes, at times that a clock shows', async () => {
    const address = {street: '1 Main St', city: 'Chicago', region: 'IL', postalCode: '60601', country: 'US'}
    const open = (hours: object) => ({
      _type: 'location',
      title: 'Downtown',
      language: 'en',
      slug: {current: 'downtown'},
      phone: '(312) 555-0100',
      address,
      hours: [{_type: 'hours', _key: 'a', day: 'monday', ...hours}],
    })
    expect(await errors(open({opens: '09:00', closes: '17:30'}))).toEqual([])
    expect(await errors(open({opens: '17:30', closes: '09:00'}))).toEqual([expect.stringContaining('later than')])
    expect(await errors(open({opens: '9 am', closes: '17:30'}))).toContainEqual(expect.stringContaining('09:00'))
    expect(await errors(open({opens: '09:00', closes: '24:00'}))).toEqual([])
    expect(await errors(open({opens: '24:00', closes: '24:00'}))).toContainEqual(expect.stringContaining('09:00'))
  })
})

describe('notices on every page', () => {
  const withNotice = (notice: object) => ({
    ...settings,
    headerMenu: [],
    notices: [{_type: 'siteNotice', _key: 'a', kind: 'closure', text: 'Closed on Friday.', ...notice}],
  })
  const [start, end] = ['2026-12-11T12:00:00.000Z', '2026-12-11T18:00:00.000Z']

  it('end after they begin', async () => {
    expect(await errors(withNotice({startsAt: start, endsAt: end}))).toEqual([])
    expect(await errors(withNotice({startsAt: end, endsAt: start}))).toEqual([
      expect.stringContaining('The end has to be later than the start'),
    ])
    expect(await errors(withNotice({startsAt: start, endsAt: start}))).toHaveLength(1)
  })

  it('may be open at either end, and lead to one place at most', async () => {
    expect(await errors(withNotice({}))).toEqual([])
    expect(await errors(withNotice({endsAt: end, link: {_type: 'menuItem', label: 'More', path: '/contact'}}))).toEqual(
      [],
    )
    expect(await errors(withNotice({link: {_type: 'menuItem', label: 'More'}}))).toEqual([
      expect.stringContaining('Say where this leads'),
    ])
    expect(await errors(withNotice({text: ''}))).toEqual([expect.stringContaining('Write the notice')])
  })

  it('name the day, because they are read on another one too', async () => {
    expect(await remarks(withNotice({text: 'Closed today.', endsAt: end}))).toContainEqual(
      expect.stringContaining('Write the day instead of “today”'),
    )
  })

  it('say in the list whether they are coming, live or over', () => {
    const now = Date.parse('2026-12-11T13:00:00Z')
    expect(noticeTimes({startsAt: start, endsAt: end}, now)).toMatch(/^Live until Dec 11, /)
    expect(noticeTimes({startsAt: end}, now)).toMatch(/^Coming: Dec 11, /)
    expect(noticeTimes({endsAt: start}, now)).toBe('Over')
    expect(noticeTimes({}, now)).toBe('Live, without an end')
  })
})

describe('the look of the website', () => {
  const withLook = (look: object) => ({...settings, headerMenu: [], ...look})
  const logo = (id: string) => ({_type: 'picture', asset: {_type: 'reference', _ref: id}, alt: 'Logo'})
  const asset = (_id: string, tone: string, isOpaque = false) => ({
    _id,
    _type: 'sanity.imageAsset',
    metadata: {isOpaque, palette: {dominant: {background: tone}}},
  })
  const dark = 'image-00000000000000000000000000000000000000aa-10x10-png'
  const opaque = 'image-00000000000000000000000000000000000000bb-10x10-png'
  const assets = [asset(dark, '#101820'), asset(opaque, '#101820', true)]

  it('has a color that the web knows', async () => {
    expect(await errors(withLook({brandColor: '#0A625C'}))).toEqual([])
    expect(await errors(withLook({brandColor: 'teal'}))).toEqual([expect.stringContaining('like #0a625c')])
  })

  it('warns of a color that is too faint, with the nearest that can be read', async () => {
    expect(await remarks(withLook({brandColor: '#0a625c'}))).toEqual([])
    expect(await remarks(withLook({brandColor: '#ffd400'}))).toEqual([
      expect.stringMatching(
        /^warning brandColor: .*\(1\.4 to 1; 4\.5 is needed\)\. The website shows #[0-9a-f]{6} instead/,
      ),
    ])
  })

  it('warns of a logo that cannot be seen on a dark page, until there is one for it', async () => {
    const warning = expect.stringMatching(/^warning logo: This logo can hardly be seen on a dark page/)
    expect(await remarks(withLook({logo: logo(dark)}), assets)).toContainEqual(warning)
    expect(await remarks(withLook({logo: logo(dark), logoDark: logo(opaque)}), assets)).not.toContainEqual(warning)
    expect(await remarks(withLook({logo: logo(opaque)}), assets)).not.toContainEqual(warning)
  })
})
