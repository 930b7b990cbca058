/** Markdown twins, as text and as whoever renders them gets them. */
import {markdownToPortableText} from '@portabletext/markdown'
import {condition} from '@/components/examples/content/condition'
import {factBeingChecked} from '@/components/examples/content/fact'
import {home} from '@/components/examples/content/home'
import {bedRestQuestion} from '@/components/examples/content/link'
import {linkedPhysician, linkedSciatica, linkedTherapy} from '@/components/examples/content/linked'
import {conditions} from '@/components/examples/content/lists'
import {location} from '@/components/examples/content/location'
import {person} from '@/components/examples/content/person'
import {everything, newPatientForm, paragraph} from '@/components/examples/content/prose'
import {notReviewed} from '@/components/examples/content/review'
import {site} from '@/components/examples/content/site'
import {treatment} from '@/components/examples/content/treatment'
import {
  conditionsTwin,
  conditionTwin,
  factTwin,
  homeTwin,
  locationTwin,
  personTwin,
  studioPageTwin,
  treatmentTwin,
} from '@/components/markdown/pages'
import {proseMarkdown} from '@/components/markdown/prose'
import {bullets, heading, inline, linkTo, quote, table} from '@/components/markdown/write'
import type {Language} from '@/lib/language'
import {documentHead, factHead, homeHead, indexHead, locationHead, personHead} from '@/lib/seo/head'
import {absoluteUrl} from '@/lib/site'
import type {Condition} from '@/sanity/content/condition'
import type {Prose} from '@/sanity/content/prose'

const today = '2026-11-23'
const head = documentHead('condition', condition)
const {social, search} = condition
const unsaid = {social, search}
const text = conditionTwin({site, head, today}, condition, [location])
const at = (words: string, whole = text) => {
  const place = whole.indexOf(words)
  expect([words, place >= 0]).toEqual([words, true])
  return place
}

describe('the twin of a condition', () => {
  it('says what the page says, in its order, with urgent help ahead of the text', () => {
    const places = [
      '# Back Pain',
      'Also known as: Lumbago, Backache',
      condition.summary,
      '## Immediate action required: Call 911 if you have:',
      '- Numbness between your legs',
      'Do not drive yourself.',
      '**Call 911**',
      'What it is.',
      '## Symptoms',
      '## When to call us',
      '## Did you know…',
      '**4 in 5** adults have it once or more',
      '## Frequently Asked Questions',
      '### Should I stay in bed?',
      '## Treatments we offer',
      '## Related conditions',
      '## Sources',
      '1. [Noninvasive treatments for low back pain](https://guideline.example/back-pain). A college of physicians, 2017. Guideline.',
      '## About this page',
      `- Reviewed by: [Ada Lane](${absoluteUrl('/people/ada-lane')}), MD, Pain physician`,
      '- Last reviewed: July 1, 2026',
      `[Riverside Pain Clinic](${absoluteUrl('/conditions/back-pain')})`,
    ].map((words) => at(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('marks a fact whose source is being checked, and a page that nobody reviewed', () => {
    const plain = conditionTwin({site, head, today}, {...condition, review: notReviewed}, [])
    at('_Source being checked_', plain)
    at('Not yet reviewed by a clinician', plain)
    expect(plain).not.toContain('Last reviewed')
  })

  it('says of a sample that it is one, before anything else', () => {
    const sample = conditionTwin({site, head: {...head, sample: true}, today}, condition, [])
    expect(at('> **Sample content**', sample)).toBeLessThan(at(condition.summary, sample))
  })

  it('says of a translation that is older than its original where the newer one is', () => {
    const translations = [{language: 'en', path: '/conditions/back-pain'}] as const
    const spanish = {...head, language: 'es', path: '/es/conditions/dolor', translations} as const
    const lagging = conditionTwin({site, head: spanish, today}, {...condition, lagsBehind: true}, [])
    at(`](${absoluteUrl('/conditions/back-pain')})`, lagging)
    expect(conditionTwin({site, head: spanish, today}, condition, [])).not.toContain(
      absoluteUrl('/conditions/back-pain'),
    )
  })

  it('has one title, and headings that skip no level', () => {
    const levels = [...text.matchAll(/^(#{1,6}) /gm)].map(([, marks = '']) => marks.length)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([])
  })

  it('is Markdown that a reader of Markdown understands', () => {
    const blocks = JSON.stringify(markdownToPortableText(text))
    for (const words of ['Back Pain', 'Numbness between your legs', 'Should I stay in bed?'])
      expect(blocks).toContain(words)
  })
})

const linkOf = (title: string, path: string) => `[${title}](${absoluteUrl(path)})`

describe('the twin of the home page', () => {
  const shown = {conditions, people: [person], locations: [location]}
  const page = {site, head: homeHead('en', site, home), today}
  const twin = homeTwin(page, home, shown)

  it('says what the page says, in its order', () => {
    const places = [
      `# ${home.heading}`,
      home.intro,
      'New patients are welcome',
      '## Where does it hurt?',
      '## What we often treat',
      '## How we can help',
      '## Who will look after you',
      `- ${linkOf('Ada Lane, MD', '/people/ada-lane')}: Pain physician. Back pain, Nerve pain`,
      '## Where to find us',
    ].map((words) => at(words, twin))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('welcomes nobody where no place takes new patients', () => {
    const full = homeTwin(page, home, {...shown, locations: [{...location, acceptsNewPatients: false}]})
    expect(full).not.toContain('New patients')
  })

  it('has the same few people as the page, and no part for what there is none of', () => {
    const people = ['A', 'B', 'C', 'D', 'E'].map((name) => ({...person, _id: name, name, slug: name.toLowerCase()}))
    const few = homeTwin(page, home, {...shown, people})
    expect([few.includes('/people/d)'), few.includes('/people/e)')]).toEqual([true, false])
    const bare = homeTwin(page, home, {conditions: [], people: [], locations: []})
    for (const title of ['Where does it hurt?', 'Who will look after you', 'Where to find us'])
      expect(bare).not.toContain(title)
  })
})

describe('the twin of the list of conditions', () => {
  const page = {site, head: indexHead('en', 'conditions', site), today}
  const twin = conditionsTwin(page, conditions)

  it('leads from each part of the body, from head to foot, to what may hurt there', () => {
    const lowerBack = `${linkOf('Back Pain', '/conditions/back-pain')}, ${linkOf('Sciatica', '/conditions/sciatica')}`
    const places = [
      '## Where does it hurt?',
      `- **Head**: ${linkOf('Migraine', '/conditions/migraine')}`,
      `- **Lower back**: ${lowerBack}`,
      '## From A to Z',
      `- ${linkOf('Back Pain', '/conditions/back-pain')}: About back pain. Also known as: Lumbago.`,
    ].map((words) => at(words, twin))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(twin).not.toContain('**Shoulder**')
  })

  it('says where there is none yet', () => {
    const none = conditionsTwin(page, [])
    at('No conditions are published yet.', none)
    expect(none).not.toContain('## ')
  })
})

describe('a link to a page in another language', () => {
  const spanish: Condition = {
    ...condition,
    language: 'es',
    slug: 'dolor',
    treatments: [linkedTherapy],
    people: [linkedPhysician],
    relatedConditions: [linkedSciatica],
  }
  const twin = conditionTwin({site, head: documentHead('condition', spanish), today}, spanish, [])

  it('says so, and what it leads to in the words of this page', () => {
    at(`- ${linkOf('Sciatica (en inglés)', '/conditions/sciatica')}: Sciatica is`, twin)
    at(`(en inglés)](${absoluteUrl('/treatments/physical-therapy')}): Terapia física.`, twin)
    at(`${linkOf('Ada Lane, MD (en inglés)', '/people/ada-lane')}: Pain physician. Habla`, twin)
  })

  it('does so within running text too, and not where the languages are the same', () => {
    const asked: Prose = [
      {
        ...paragraph('ask', {text: 'Should I rest?', marks: ['in']}),
        markDefs: [{_type: 'internalLink', _key: 'in', target: bedRestQuestion}],
      },
    ]
    const written = (language: Language) => proseMarkdown(asked, {language, phone: site.phone, level: 3})
    expect(written('es')).toBe(linkOf('Should I rest? (en inglés)', '/questions/bed-rest'))
    expect(written('en')).toBe(linkOf('Should I rest?', '/questions/bed-rest'))
    expect(text).not.toContain('(in English)')
  })
})

describe('the twins of other kinds', () => {
  it('a treatment', () => {
    const twin = treatmentTwin({site, head: documentHead('treatment', treatment), today}, treatment, [])
    for (const words of ['# Nerve block', 'Injections', '## Before your treatment', '## On the day', '## Risks'])
      at(words, twin)
  })

  it('a person', () => {
    const twin = personTwin({site, head: personHead(person), today}, person, [location])
    for (const words of ['# Ada Lane, MD', 'Pain physician', 'She listens first.', '**Languages spoken**: English'])
      at(words, twin)
  })

  it('a place, with the days still to come that differ', () => {
    const twin = locationTwin({site, head: locationHead(location), today}, location)
    for (const words of ['# Riverside', '12 River Road', '| Tuesday | 8', 'Thanksgiving', '**Parking**: Free behind'])
      at(words, twin)
    expect(twin).not.toContain('July')
  })

  it('a fact that is not to be relied on', () => {
    const fact = {
      ...factBeingChecked,
      ...unsaid,
      _updatedAt: '2026-01-01T00:00:00Z',
      about: [],
      translations: [],
      lagsBehind: false,
    }
    const twin = factTwin({site, head: factHead(fact, today), today}, fact)
    for (const words of ['# That the leading cause', '**Source being checked.**']) at(words, twin)
  })

  it('a page made in the Studio says nothing of a review that is not meant to be', () => {
    const document = {...condition, body: everything, review: notReviewed}
    const twin = studioPageTwin({site, head, today}, document)
    expect(twin).not.toContain('reviewed')
  })
})

describe('running text', () => {
  const markdown = proseMarkdown(everything, {language: 'en', phone: site.phone, level: 3})

  it('keeps the words of every kind of block', () => {
    const shown = JSON.stringify(everything, (name, value: unknown) => (name === 'target' ? undefined : value))
    const words = shown.matchAll(/"(?:text|caption|title|note|alt)":"([^"\\]+)"/g)
    const letters = (some: string) => some.replace(/[^\p{L}\p{N}]+/gu, '')
    for (const [, word = ''] of words) expect([word, letters(markdown).includes(letters(word))]).toEqual([word, true])
  })
})

describe('a document to download', () => {
  const written = (changes: object, language: 'en' | 'es' = 'en') =>
    proseMarkdown([{...newPatientForm, ...changes}], {language, phone: site.phone, level: 3})

  it('has its whole address, its kind and its size', () => {
    expect(written({})).toBe(
      `[New patient form (PDF, 1.2 MB)](${absoluteUrl(`/download/${'5a1d'.repeat(10)}/new-patient-form.pdf`)})\n\n${newPatientForm.description}`,
    )
  })

  it('names its language where that is not the page’s, and is not there without its file', () => {
    expect(written({language: 'es'})).toContain('(PDF, 1.2 MB, Español)')
    expect(written({language: 'es'}, 'es')).toContain('(PDF, 1.2 MB)')
    expect(written({file: null})).toBe('')
  })
})

describe('the pieces', () => {
  it('let no text become markup', () => {
    expect(inline('# not a heading *or* <b>bold</b> | [link](x)')).toBe(
      '\\# not a heading \\*or\\* \\<b\\>bold\\</b\\> \\| \\[link\\](x)',
    )
    expect(inline('1. first')).toBe('1\\. first')
    expect(inline('- item')).toBe('\\- item')
    expect(inline('2024 was')).toBe('2024 was')
    expect(heading(2, 'One\ntwo')).toBe('## One two')
  })

  it('keep an address whole', () => {
    expect(linkTo('a', 'https://x.example/a_(b) c')).toBe('[a](https://x.example/a_%28b%29%20c)')
  })

  it('make lists, quotes and tables', () => {
    expect(bullets(['a\nb', 'c'])).toBe('- a\n  b\n- c')
    expect(bullets(['a\n\nb'])).toBe('- a\n\n  b')
    expect(quote('a\n\nb')).toBe('> a\n>\n> b')
    expect(table(['A', 'B'], [['1']])).toBe('| A | B |\n| --- | --- |\n| 1 |  |')
    expect(table(null, [['x', 'y|z']])).toBe('|  |  |\n| --- | --- |\n| x | y\\|z |')
  })
})
