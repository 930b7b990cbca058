/** Every query run on documents as editors leave them, and read through its contract. */
import {evaluate, parse} from 'groq-js'
import type {z} from 'zod'
import {addressesContract} from '@/sanity/content/address'
import {conditionContract} from '@/sanity/content/condition'
import {conditionsContract} from '@/sanity/content/conditions'
import {downloadContract} from '@/sanity/content/download'
import {factContract} from '@/sanity/content/fact'
import {factsContract} from '@/sanity/content/facts'
import {faqContract} from '@/sanity/content/faq'
import {homeContract} from '@/sanity/content/home'
import {locationContract} from '@/sanity/content/location'
import {personContract} from '@/sanity/content/person'
import {questionsContract, questionTopicsContract} from '@/sanity/content/questions'
import {redirectContract} from '@/sanity/content/redirect'
import {searchContract} from '@/sanity/content/search-index'
import {siteContract} from '@/sanity/content/site'
import {treatmentContract} from '@/sanity/content/treatment'
import type {Contract} from '@/sanity/contract'
import {asset, backPain, clinicDocuments, fact, faq, paragraph, ref, settings, source} from './clinic-documents'

async function read<Answer extends z.ZodType>(
  contract: Contract<Answer>,
  params: Record<string, string>,
  dataset: readonly object[] = clinicDocuments,
) {
  const value = await evaluate(parse(contract.query, {params}), {dataset: [...dataset], params})
  return contract.answer.safeParse(await value.get())
}

async function answerTo<Answer extends z.ZodType>(
  contract: Contract<Answer>,
  params: Record<string, string>,
  dataset?: readonly object[],
) {
  const result = await read(contract, params, dataset)
  if (!result.success) throw result.error
  return result.data
}

const inEnglish = {language: 'en'}
const backPainPage = {language: 'en', slug: 'back-pain'}

const withBackPain = (changes: object) => [
  ...clinicDocuments.filter((doc) => doc !== backPain),
  {...backPain, ...changes},
]

describe('where a condition hurts', () => {
  const regions = async (changes: object) =>
    (await answerTo(conditionsContract, inEnglish, withBackPain(changes))).find(({slug}) => slug === 'back-pain')
      ?.bodyRegions

  it.each([
    ['each of the parts an editor chose', {bodyRegions: ['lowerBack', 'leg']}, ['lowerBack', 'leg']],
    ['the one part of an older document', {bodyRegion: 'neck'}, ['neck']],
    ['not the older part, once several are chosen', {bodyRegion: 'neck', bodyRegions: ['arm']}, ['arm']],
    ['no one part', {}, []],
  ])('is %s', async (_what, changes, expected) => {
    expect(await regions(changes)).toEqual(expected)
    expect(await answerTo(conditionContract, backPainPage, withBackPain(changes))).toMatchObject({
      bodyRegions: expected,
    })
  })
})

describe('a condition page', () => {
  it('stands although some of what it refers to is not published', async () => {
    expect(await answerTo(conditionContract, backPainPage)).toMatchObject({
      facts: [{_id: 'fact-disability', figure: null, sources: [{_id: 'source-who'}]}],
      faqs: [{_id: 'faq-rest', sources: []}],
      treatments: [],
      relatedConditions: [
        {_id: 'condition-sciatica', _type: 'condition', title: 'sciatica', slug: 'sciatica', language: 'en'},
      ],
      review: {
        writtenBy: null,
        reviewedBy: {_id: 'person-ada', title: 'Ada Quill', credentials: 'MD', role: 'Physician'},
        lastReviewed: '2026-01-15',
        nextReviewDue: null,
      },
    })
  })

  it('keeps the words of a link that leads nowhere, and of a mark that nobody can draw', async () => {
    const page = await answerTo(conditionContract, backPainPage)
    expect(page?.sections[0]?.body[0]).toEqual({
      _type: 'block',
      _key: 'a',
      style: 'normal',
      listItem: 'bullet',
      level: 5,
      children: [
        expect.objectContaining({text: 'See ', marks: []}),
        expect.objectContaining({text: 'sciatica', marks: ['to-sciatica', 'strong']}),
        expect.objectContaining({text: ' or ', marks: []}),
        expect.objectContaining({text: 'more', marks: []}),
      ],
      markDefs: [
        {
          _type: 'internalLink',
          _key: 'to-sciatica',
          target: {_id: 'condition-sciatica', _type: 'condition', title: 'sciatica', slug: 'sciatica', language: 'en'},
        },
      ],
    })
  })

  it('has images with size and text, and does without those that were deleted', async () => {
    const page = await answerTo(conditionContract, backPainPage)
    const image = {
      alt: 'A person stretches at a desk',
      caption: null,
      credit: null,
      width: 1600,
      height: 900,
      lqip: asset.metadata.lqip,
      hotspot: null,
      crop: null,
      assetId: asset._id,
    }
    expect(page?.image).toEqual(image)
    expect(page?.sections[0]?.body.slice(2)).toEqual([
      {_type: 'figure', _key: 'f', picture: {...image, alt: ''}},
      {_type: 'figure', _key: 'g', picture: null},
    ])
  })

  it('never shows the note that the team keeps with a review', async () => {
    expect(JSON.stringify(await answerTo(conditionContract, backPainPage))).not.toContain('for the team only')
  })

  describe('with a document to download', () => {
    const pdf = {_id: `file-${'0a'.repeat(20)}-pdf`, _type: 'sanity.fileAsset', extension: 'pdf', size: 120_000}
    const word = {_id: `file-${'0b'.repeat(20)}-docx`, _type: 'sanity.fileAsset', extension: 'docx', size: 1}
    const download = (id: string) => ({
      _type: 'download',
      _key: id,
      title: 'New patient form',
      description: 'Bring it to your visit.',
      file: {_type: 'file', asset: ref(id)},
    })
    const body = [pdf._id, word._id, 'file-gone-pdf'].map(download)
    const dataset = [
      ...withBackPain({sections: [{_type: 'section', _key: 'one', aspect: 'overview', body}]}),
      pdf,
      word,
    ]

    it('has its file and its size, and does without one that is no PDF or was deleted', async () => {
      const page = await answerTo(conditionContract, backPainPage, dataset)
      const words = {
        _type: 'download',
        title: 'New patient form',
        description: 'Bring it to your visit.',
        language: null,
      }
      expect(page?.sections[0]?.body).toEqual([
        {...words, _key: pdf._id, file: {assetId: pdf._id, size: 120_000}},
        {...words, _key: word._id, file: null},
        {...words, _key: 'file-gone-pdf', file: null},
      ])
    })

    it('is found by its words', async () => {
      const {documents} = await answerTo(searchContract, inEnglish, dataset)
      const found = documents.find(({slug}) => slug === 'back-pain')
      expect(found?.sections[0]?.blocks[0]).toMatchObject({
        heading: 'New patient form',
        text: 'Bring it to your visit.',
      })
    })

    it('is offered as long as something published names it', async () => {
      expect(await answerTo(downloadContract, {asset: pdf._id}, dataset)).toEqual({_id: pdf._id})
      expect(await answerTo(downloadContract, {asset: pdf._id}, [...withBackPain({sections: []}), pdf])).toBeNull()
      expect(await answerTo(downloadContract, {asset: 'file-gone-pdf'}, dataset)).toBeNull()
      expect(await answerTo(downloadContract, {asset: 'condition-back-pain'}, dataset)).toBeNull()
    })
  })

  it('is null where there is none', async () => {
    expect(await answerTo(conditionContract, {language: 'en', slug: 'nothing'})).toBeNull()
    expect(await answerTo(conditionContract, {language: 'es', slug: 'back-pain'})).toBeNull()
  })

  it('is refused, with the place named, when a block is unknown', async () => {
    const sections = [{_type: 'section', _key: 'one', aspect: 'overview', body: [{_type: 'carousel', _key: 'x'}]}]
    const result = await read(conditionContract, backPainPage, withBackPain({sections}))
    expect(result.error?.issues[0]?.path).toEqual(['sections', 0, 'body', 0, '_type'])
  })

  it('is refused when a link would run a script', async () => {
    const body = [
      {
        _type: 'block',
        _key: 'a',
        style: 'normal',
        children: [],
        markDefs: [{_type: 'link', _key: 'l', href: 'javascript:alert(1)'}],
      },
    ]
    const sections = [{_type: 'section', _key: 'one', aspect: 'overview', body}]
    expect((await read(conditionContract, backPainPage, withBackPain({sections}))).success).toBe(false)
  })

  it.each(['yesterday', '2026-02-31', '2026-01-15T10:00:00Z'])(
    'is refused when its review is dated %s',
    async (lastReviewed) => {
      const result = await read(conditionContract, backPainPage, withBackPain({review: {lastReviewed}}))
      expect(result.error?.issues[0]?.path).toEqual(['review', 'lastReviewed'])
    },
  )
})

describe('what pages show in return', () => {
  const ref = (id: string) => ({_type: 'reference', _ref: id, _key: id})
  const document = (_type: string, slug: string, fields: object) => ({
    _id: `${_type}-${slug}`,
    _type,
    language: 'en',
    slug: {current: slug},
    _updatedAt: '2026-01-01T00:00:00Z',
    summary: 'A sentence.',
    ...fields,
  })
  const therapist = document('person', 'zoe', {name: 'Zoe', role: 'Therapist', treatments: [ref('treatment-walking')]})
  const physician = document('person', 'bo', {
    name: 'Bo',
    role: 'Physician',
    treatments: [ref('treatment-walking')],
    conditions: [ref('condition-knee')],
    locations: [ref('location-main')],
  })
  const clinic = [
    document('treatment', 'walking', {title: 'Walking', kind: 'selfManagement'}),
    document('condition', 'hip', {title: 'Hip pain', treatments: [ref('treatment-walking')]}),
    document('condition', 'knee', {title: 'Knee pain'}),
    document('location', 'main', {title: 'Main', phone: '(312) 555-0100'}),
    therapist,
    physician,
    document('person', 'eva', {name: 'Eva', role: 'Terapeuta', language: 'es', treatments: [ref('treatment-walking')]}),
    {...document('person', 'no-address', {name: 'Nobody', treatments: [ref('treatment-walking')]}), slug: undefined},
  ]
  const at = (slug: string) => ({language: 'en', slug})
  const titles = (list: readonly {title: string}[] = []) => list.map(({title}) => title)

  it('a condition shows who offers its treatments, unless they say what they treat', async () => {
    expect(titles((await answerTo(conditionContract, at('hip'), clinic))?.people)).toEqual(['Zoe'])
    expect(titles((await answerTo(conditionContract, at('knee'), clinic))?.people)).toEqual(['Bo'])
  })

  it('a person shows the same conditions, seen from the other side', async () => {
    expect(titles((await answerTo(personContract, at('zoe'), clinic))?.conditions)).toEqual(['Hip pain'])
    expect(titles((await answerTo(personContract, at('bo'), clinic))?.conditions)).toEqual(['Knee pain'])
  })

  it('a treatment shows what it is for and who offers it, by name', async () => {
    const treatment = await answerTo(treatmentContract, at('walking'), clinic)
    expect(titles(treatment?.conditions)).toEqual(['Hip pain'])
    expect(titles(treatment?.people)).toEqual(['Bo', 'Zoe'])
  })

  it('a location shows who works there', async () => {
    expect(titles((await answerTo(locationContract, at('main'), clinic))?.people)).toEqual(['Bo'])
  })
})

describe('lists', () => {
  it('of conditions go from A to Z, whatever the capitals, and leave out what has no address', async () => {
    const homeless = {...backPain, _id: 'condition-new', slug: undefined}
    const list = await answerTo(conditionsContract, inEnglish, [...clinicDocuments, homeless])
    expect(list.map(({title}) => title)).toEqual(['Back pain', 'sciatica'])
  })

  it('of addresses hold every published page and nothing without one', async () => {
    const list = await answerTo(addressesContract, {}, [...clinicDocuments, {...backPain, _id: 'x', language: 'tlh'}])
    expect(list.map(({_id, title}) => [_id, title])).toEqual([
      ['condition-back-pain', 'Back pain'],
      ['condition-sciatica', 'sciatica'],
      ['fact-disability', 'Low back pain is the leading cause of disability worldwide.'],
      ['faq-rest', 'Should I rest in bed?'],
      ['person-ada', 'Ada Quill'],
    ])
  })

  it('of addresses keep facts out of search engines until their source is there', async () => {
    const hidden = async (documents: readonly object[]) =>
      (await answerTo(addressesContract, {}, documents)).filter(({hide}) => hide).map(({_id}) => _id)
    expect(await hidden(clinicDocuments)).toEqual([])
    expect(await hidden(clinicDocuments.filter((doc) => doc !== source))).toEqual(['fact-disability'])
    const checking = {...fact, sourceState: 'checking'}
    expect(await hidden(clinicDocuments.map((doc) => (doc === fact ? checking : doc)))).toEqual(['fact-disability'])
  })

  it('of what is searched leave out what has no page or may not be passed on', async () => {
    const found = async (documents: readonly object[]) =>
      (await answerTo(searchContract, inEnglish, documents)).documents
        .filter(({_type}) => _type === 'faq' || _type === 'fact')
        .map(({_id}) => _id)
    const instead = (old: object, changes: object) =>
      clinicDocuments.map((doc) => (doc === old ? {...old, ...changes} : doc))
    expect(await found(clinicDocuments)).toEqual(['fact-disability', 'faq-rest'])
    expect(await found(instead(faq, {answer: [paragraph('p', '')]}))).toEqual(['fact-disability'])
    expect(await found(instead(faq, {answer: undefined}))).toEqual(['fact-disability'])
    expect(await found(instead(fact, {sourceState: 'checking'}))).toEqual(['faq-rest'])
    expect(await found(instead(fact, {statement: ''}))).toEqual(['faq-rest'])
    expect(await found(clinicDocuments.filter((doc) => doc !== source))).toEqual(['faq-rest'])
    expect(searchContract.lists).toContain('source')
  })

  it('of questions hold each answered one, and the pages that show it', async () => {
    const unanswered = {...faq, _id: 'faq-open', question: 'And now?', answer: [paragraph('p', '')]}
    const documents = [...clinicDocuments, unanswered]
    expect(await answerTo(questionsContract, inEnglish, documents)).toEqual([
      {
        _id: 'faq-rest',
        question: 'Should I rest in bed?',
        slug: 'should-i-rest-in-bed',
        language: 'en',
        answerText: 'No. Keep moving as much as you can.',
      },
    ])
    expect(await answerTo(questionTopicsContract, inEnglish, documents)).toMatchObject([
      {_id: 'condition-back-pain', questions: ['faq-rest', 'faq-gone']},
    ])
  })

  it('of facts hold them all, also those being checked', async () => {
    const checking = {...fact, _id: 'fact-b', sourceState: 'checking'}
    const list = await answerTo(factsContract, inEnglish, [...clinicDocuments, checking])
    expect(list.map(({_id, sourceState}) => [_id, sourceState])).toEqual([
      ['fact-disability', 'sourced'],
      ['fact-b', 'checking'],
    ])
  })
})

describe('the page of a question or a fact', () => {
  const rest = {language: 'en', slug: 'should-i-rest-in-bed'}
  const disability = {language: 'en', slug: 'leading-cause-of-disability'}
  const shownHere = [expect.objectContaining({_id: 'condition-back-pain', title: 'Back pain'})]

  it('says which pages show it', async () => {
    expect(await answerTo(faqContract, rest)).toMatchObject({
      _id: 'faq-rest',
      answerText: 'No. Keep moving as much as you can.',
      review: {reviewedBy: null, lastReviewed: null},
      about: shownHere,
    })
    expect(await answerTo(factContract, disability)).toMatchObject({_id: 'fact-disability', about: shownHere})
  })

  it('names no page that only mentions it in its text', async () => {
    const body = [
      {...paragraph('p', 'See'), markDefs: [{_type: 'internalLink', _key: 'l', reference: ref('fact-disability')}]},
    ]
    const sections = [{_type: 'section', _key: 'one', aspect: 'overview', body}]
    const page = await answerTo(factContract, disability, withBackPain({facts: [], sections}))
    expect(page?.about).toEqual([])
  })

  it('is not there where there is nothing to read', async () => {
    const without = (old: object, changed: object) => clinicDocuments.map((doc) => (doc === old ? changed : doc))
    expect(await answerTo(faqContract, rest, without(faq, {...faq, answer: []}))).toBeNull()
    expect(await answerTo(faqContract, rest, without(faq, {...faq, answer: undefined}))).toBeNull()
    expect(await answerTo(factContract, disability, without(fact, {...fact, statement: ''}))).toBeNull()
    expect(await answerTo(faqContract, {...rest, language: 'es'})).toBeNull()
  })
})

describe('the settings', () => {
  it('leave out menu entries whose page is not published', async () => {
    const site = await answerTo(siteContract, inEnglish)
    expect(site?.headerMenu.map(({label}) => label)).toEqual(['Conditions', 'Back pain'])
    expect(site?.headerMenu[1]?.page).toMatchObject({_id: 'condition-back-pain', slug: 'back-pain'})
  })

  it('offer the usual networks until an editor chooses, and leave out what an older version stored there', async () => {
    const networks = async (shareNetworks?: string[]) => {
      const chosen = [...clinicDocuments.filter((doc) => doc !== settings), {...settings, shareNetworks}]
      return (await answerTo(siteContract, inEnglish, chosen))?.shareNetworks
    }
    expect(await networks()).toEqual(['facebook', 'whatsapp', 'x', 'linkedin'])
    expect(await networks(['bluesky', 'email', 'sms', 'copy'])).toEqual(['bluesky'])
    expect(await networks([])).toEqual([])
  })

  it('serve a second language until it has settings of its own', async () => {
    const spanish = {...settings, _id: 'siteSettings-es', language: 'es', name: 'Clínica Riverbend'}
    expect((await answerTo(siteContract, {language: 'es'}))?.name).toBe('Riverbend Pain Clinic')
    expect((await answerTo(siteContract, {language: 'es'}, [...clinicDocuments, spanish]))?.name).toBe(
      'Clínica Riverbend',
    )
    expect((await answerTo(siteContract, inEnglish, [...clinicDocuments, spanish]))?.name).toBe('Riverbend Pain Clinic')
  })

  it.each([
    ['timeZone', 'Mars/Olympus'],
    ['bookingUrl', 'javascript:alert(1)'],
    ['email', 'front desk'],
  ])('are refused with %s set to %s', async (field, value) => {
    const broken = [...clinicDocuments.filter((doc) => doc !== settings), {...settings, [field]: value}]
    expect((await read(siteContract, inEnglish, broken)).error?.issues[0]?.path).toEqual([field])
  })

  it('name the page of each notice, in the wanted language where there is one', async () => {
    const notice = (language: string, kind: string, id = `page-${kind}-${language}`) => ({
      ...settings,
      _id: id,
      _type: 'page',
      title: kind,
      slug: {current: id},
      language,
      legalNotice: kind,
    })
    const documents = [
      ...clinicDocuments,
      notice('en', 'accessibility'),
      notice('en', 'nondiscrimination'),
      notice('es', 'nondiscrimination'),
      notice('es', 'healthData'),
    ]
    const ids = async (language: string) =>
      (await answerTo(siteContract, {language}, documents))?.legalNotices.map(({_id}) => _id)
    expect(await ids('en')).toEqual(['page-nondiscrimination-en', 'page-accessibility-en'])
    expect(await ids('es')).toEqual(['page-nondiscrimination-es', 'page-healthData-es', 'page-accessibility-en'])
  })

  const changed = (changes: object) => [...clinicDocuments.filter((doc) => doc !== settings), {...settings, ...changes}]
  const notice = {_type: 'siteNotice', _key: 'a', kind: 'closure', text: 'Closed on Friday.'}

  it('hold notices, with a link where there is one that leads somewhere', async () => {
    const link = {_type: 'menuItem', label: 'More', page: {_type: 'reference', _ref: 'condition-back-pain'}}
    const dangling = {...link, page: {_type: 'reference', _ref: 'page-gone'}}
    const notices = [
      {...notice, startsAt: '2026-12-11T12:00:00.000Z', link},
      {...notice, _key: 'b', link: dangling},
    ]
    const site = await answerTo(siteContract, inEnglish, changed({notices}))
    expect(site?.notices).toMatchObject([
      {
        kind: 'closure',
        startsAt: '2026-12-11T12:00:00.000Z',
        endsAt: null,
        link: {label: 'More', page: {slug: 'back-pain'}},
      },
      {link: null},
    ])
    expect(site?.original).toBeNull()
  })

  it('of a further language know the original, its news, time zone and colour', async () => {
    const spanish = {...settings, _id: 'siteSettings-es', language: 'es', timeZone: 'America/Denver'}
    const documents = [...changed({notices: [notice], brandColor: '#7a1f5c'}), spanish]
    expect(await answerTo(siteContract, {language: 'es'}, documents)).toMatchObject({
      _id: 'siteSettings-es',
      notices: [],
      original: {_id: 'siteSettings', notices: [{text: 'Closed on Friday.'}]},
      timeZone: 'America/Chicago',
      brandColor: '#7a1f5c',
    })
  })

  it.each([
    ['a color that is none', {brandColor: 'red;} body{display:none'}, ['brandColor']],
    ['a notice that begins at no time', {notices: [{...notice, startsAt: 'noon'}]}, ['notices', 0, 'startsAt']],
  ])('are refused with %s', async (_what, changes, path) => {
    expect((await read(siteContract, inEnglish, changed(changes))).error?.issues[0]?.path).toEqual(path)
  })

  it('choose what the home page shows, in that order', async () => {
    const home = await answerTo(homeContract, inEnglish)
    expect(home).toMatchObject({heading: 'Riverbend Pain Clinic', intro: '', image: null})
    expect(home?.conditions.map(({_id}) => _id)).toEqual(['condition-sciatica', 'condition-back-pain'])
  })
})

describe('other answers', () => {
  it('a redirect leads to a document, from which the site makes the address', async () => {
    expect(await answerTo(redirectContract, {from: '/back'})).toMatchObject({
      toPage: {_type: 'condition', slug: 'back-pain'},
      toPath: null,
      permanent: true,
    })
    expect(await answerTo(redirectContract, {from: '/nowhere'})).toBeNull()
  })

  it('a person with nothing but a name and a job has a page', async () => {
    expect(await answerTo(personContract, {language: 'en', slug: 'ada-quill'})).toMatchObject({
      bio: [],
      conditions: [],
      locations: [],
      photo: null,
      acceptsNewPatients: false,
    })
  })

  it('a location without a pin has no position, and a time that no clock shows is refused', async () => {
    const location = {
      ...settings,
      _id: 'location-a',
      _type: 'location',
      title: 'Downtown',
      slug: {current: 'downtown'},
      geo: {_type: 'geopoint', lat: 41.8},
      hours: [{_key: 'm', day: 'monday', opens: '09:00', closes: '17:30'}],
    }
    const params = {language: 'en', slug: 'downtown'}
    expect(await answerTo(locationContract, params, [location])).toMatchObject({geo: null, address: {city: ''}})
    const odd = {...location, hours: [{_key: 'm', day: 'monday', opens: '9 am', closes: '25:00'}]}
    expect((await read(locationContract, params, [odd])).success).toBe(false)
  })

  it.each([
    [conditionContract, backPainPage],
    [siteContract, inEnglish],
    [homeContract, inEnglish],
    [addressesContract, {}],
  ])('the last good copy of an answer fits when it is checked again (%#)', async (contract: Contract, params) => {
    const kept: unknown = JSON.parse(JSON.stringify(await answerTo(contract, params)))
    expect(contract.answer.parse(kept)).toEqual(kept)
  })
})
