/** The parts that pages share, as Markdown: the same words in the same order as the page. */
import {groupsByRegion} from '@/components/page/groups'
import type {HeadedSection} from '@/components/page/sections'
import {formatDate, formatDay} from '@/lib/dates'
import {isOverdue} from '@/lib/expiry'
import {formatSpan, upcoming, weekFor} from '@/lib/hours'
import {labelsFor} from '@/lib/labels'
import {defaultLanguage, type Language} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import {listed} from '@/lib/sentence'
import type {Head} from '@/lib/seo/head'
import {absoluteUrl} from '@/lib/site'
import type {UrgentHelp} from '@/sanity/content/blocks'
import type {ConditionListItem} from '@/sanity/content/conditions'
import type {Fact} from '@/sanity/content/fact'
import type {Faq} from '@/sanity/content/faq'
import type {Link} from '@/sanity/content/link'
import type {LocationListItem} from '@/sanity/content/locations'
import type {LinkedPerson} from '@/sanity/content/people'
import type {Picture} from '@/sanity/content/picture'
import type {Review, Reviewer} from '@/sanity/content/review'
import type {Site} from '@/sanity/content/site'
import type {Source} from '@/sanity/content/source'
import type {TreatmentKind} from '@/sanity/vocabulary'
import {type Context, otherLanguageNote, pictureMarkdown, proseMarkdown, urgentHelpMarkdown} from './prose'
import {blocks, bullets, heading, inline, lines, linkTo, numbered, quote, strong, table} from './write'

type About = Readonly<{
  summary?: string | null
  alsoKnownAs?: readonly string[]
  image?: Picture | null
  eyebrow?: string | null
  /** Is this a translation that is older than its original? */
  lagsBehind?: boolean
}>

const list = (words: readonly string[]): string => words.join(', ')

/** The beginning of a twin: its title, whether it is sample, other names, and in a few sentences what matters most. */
export function headMarkdown(
  {language, title, sample, translations = []}: Pick<Head, 'language' | 'title' | 'sample' | 'translations'>,
  about: About,
): string {
  const {chrome, page, translation} = labelsFor(language)
  const {alsoKnownAs = [], summary, image = null, eyebrow, lagsBehind = false} = about
  const original = lagsBehind ? translations.find((one) => one.language === defaultLanguage) : undefined
  return blocks(
    heading(1, title),
    sample && quote(`${strong(chrome.sample)} ${inline(chrome.sampleText)}`),
    eyebrow && inline(eyebrow),
    alsoKnownAs.length > 0 && inline(`${page.alsoKnownAs}: ${list(alsoKnownAs)}`),
    summary && lines(summary),
    original && `${inline(translation.lags)} ${linkTo(translation.readOriginal, absoluteUrl(original.path))}`,
    pictureMarkdown(image, language),
  )
}

/** The end of a twin: which page this is, and how to reach the clinic. */
export const footMarkdown = (site: Site, head: Head): string =>
  blocks(
    '---',
    [
      linkTo(site.name, absoluteUrl(head.path)),
      site.phone && inline(site.phone),
      site.emergencyText && inline(site.emergencyText),
    ]
      .filter((line) => line !== '')
      .join('  \n'),
  )

export const urgentMarkdown = (cards: readonly UrgentHelp[], context: Context): string =>
  blocks(...cards.map((card) => urgentHelpMarkdown(card, context)))

/** Sections under their headings; `extras` is what a section has besides its text, by its id. */
export const sectionsMarkdown = (
  sections: readonly HeadedSection[],
  context: Context,
  extras: Readonly<Record<string, string>> = {},
): string =>
  blocks(
    ...sections.map(({id, label, body}) =>
      blocks(label !== null && heading(2, label), proseMarkdown(body, {...context, level: 3}), extras[id]),
    ),
  )

const citation = ({title, publisher, url, year}: Source): string =>
  `${linkTo(title, url)}, ${inline(`${publisher}, ${year}`)}`

/** A statement with where it comes from, or with the plain word that its source is being checked. */
export function factMarkdown(fact: Fact, language: Language): string {
  const {facts, page} = labelsFor(language)
  const checking = fact.sourceState === 'checking' || fact.sources.length === 0
  const about = [
    fact.population,
    fact.year === null ? null : facts.year(fact.year),
    fact.checkedOn === null ? null : facts.checkedOn(formatDate(fact.checkedOn, language)),
  ].filter((part) => part !== null)
  return blocks(
    fact.figure && `${strong(fact.figure.value)} ${inline(fact.figure.label)}`,
    inline(fact.statement),
    fact.detail && lines(fact.detail),
    checking && `_${inline(facts.checking)}_`,
    ...fact.sources.map((source) => `${inline(page.sourcesShort)}: ${citation(source)}`),
    about.length > 0 && inline(about.join(' · ')),
  )
}

export const factsMarkdown = (facts: readonly Fact[], language: Language): string | null =>
  facts.length === 0
    ? null
    : blocks(heading(2, labelsFor(language).facts.title), bullets(facts.map((fact) => factMarkdown(fact, language))))

/** What answers a question, with its sources. */
export const answerMarkdown = ({answer, sources}: Faq, context: Context): string =>
  blocks(
    proseMarkdown(answer, context),
    sources.length > 0 &&
      `${inline(labelsFor(context.language).page.sourcesShort)}: ${sources.map(citation).join('; ')}`,
  )

export const faqsMarkdown = (faqs: readonly Faq[], context: Context): string | null =>
  faqs.length === 0
    ? null
    : blocks(
        heading(2, labelsFor(context.language).faqs.title),
        ...faqs.map((faq) => blocks(heading(3, faq.question), answerMarkdown(faq, {...context, level: 4}))),
      )

type Linked = Link &
  Readonly<{summary?: string; kind?: TreatmentKind | null}> &
  Partial<Pick<LinkedPerson, 'role' | 'credentials' | 'languagesSpoken' | 'acceptsNewPatients'>>

/** What a link says of where it leads: a treatment's kind and summary; a person's work, languages and whether they have room. */
function wordsOf(
  {kind, summary, role, languagesSpoken = [], acceptsNewPatients = true}: Linked,
  language: Language,
): string {
  const {people, treatmentKinds} = labelsFor(language)
  const words = [
    kind && `${treatmentKinds[kind]}.`,
    summary,
    role && `${role}.`,
    languagesSpoken.length > 0 && `${people.speaks(listed(languagesSpoken, language))}.`,
    !acceptsNewPatients && `${people.noNewPatients}.`,
  ]
  return words.filter(Boolean).join(' ')
}

const linked = (link: Linked, language: Language): string => {
  const title = link.credentials ? `${link.title}, ${link.credentials}` : link.title
  const words = wordsOf(link, language)
  const name = linkTo(title + otherLanguageNote(link.language, language), absoluteUrl(pathFor(link)))
  return words ? `${name}: ${inline(words)}` : name
}

/** Links to other pages of ours, with what they lead to in the page's own language. */
export const linksMarkdown = (title: string, links: readonly Linked[], language: Language): string | null =>
  links.length === 0 ? null : blocks(heading(2, title), bullets(links.map((link) => linked(link, language))))

/** Conditions by part of the body, from head to foot: what the page's drawing of a body is for. */
export function whereItHurtsMarkdown(conditions: readonly ConditionListItem[], language: Language): string | null {
  if (conditions.length === 0) return null
  const regions = groupsByRegion(conditions, language).filter(({links}) => links.length > 0)
  return blocks(
    heading(2, labelsFor(language).bodyMap.title),
    bullets(
      regions.map(({title, links}) => {
        const names = links.map((link) => linkTo(link.title, absoluteUrl(link.href)))
        return `${strong(title)}: ${list(names)}`
      }),
    ),
  )
}

export function sourcesMarkdown(sources: readonly Source[], language: Language): string | null {
  if (sources.length === 0) return null
  return blocks(heading(2, labelsFor(language).page.sources), sourceList(sources, language))
}

const sourceList = (sources: readonly Source[], language: Language): string =>
  numbered(
    sources.map(
      ({title, publisher, url, year, kind}) =>
        `${linkTo(title, url)}. ${inline(`${publisher}, ${year}. ${labelsFor(language).sourceKinds[kind]}.`)}`,
    ),
  )

const reviewer = (person: Reviewer): string =>
  [
    linkTo(person.title, absoluteUrl(pathFor(person))),
    ...[person.credentials, person.role].filter((word) => word !== null).map(inline),
  ].join(', ')

/** Who stands behind the text. Only a review with a name and a date counts as one. */
export function reviewMarkdown(
  {writtenBy, reviewedBy, lastReviewed, nextReviewDue}: Review,
  language: Language,
  today: string,
  policy: Link | null = null,
): string {
  const {review} = labelsFor(language)
  const reviewed = reviewedBy !== null && lastReviewed !== null
  const due = isOverdue({nextReviewDue}, today) ? review.reviewWasDue : review.nextReviewDue
  return blocks(
    heading(2, review.title),
    !reviewed && inline(review.notReviewed),
    bullets([
      ...(writtenBy ? [`${review.writtenBy}: ${reviewer(writtenBy)}`] : []),
      ...(reviewed
        ? [
            `${review.reviewedBy}: ${reviewer(reviewedBy)}`,
            `${review.lastReviewed}: ${inline(formatDate(lastReviewed, language))}`,
          ]
        : []),
      ...(reviewed && nextReviewDue ? [`${due}: ${inline(formatDate(nextReviewDue, language))}`] : []),
    ]),
    policy && linkTo(policy.title, absoluteUrl(pathFor(policy))),
  )
}

/** What a reader needs to judge a fact: its sources, whom it is about, of what year it is, and when somebody looked. */
export function evidenceMarkdown({sources, population, year, checkedOn}: Fact, language: Language): string | null {
  const labels = labelsFor(language).facts
  const details = detailsMarkdown([
    {label: labels.population, value: population},
    {label: labels.yearName, value: year === null ? null : String(year)},
    {label: labels.checkedName, value: checkedOn === null ? null : formatDate(checkedOn, language)},
  ])
  if (sources.length === 0 && details === '') return null
  return blocks(heading(2, labels.evidence), sources.length > 0 && sourceList(sources, language), details)
}

/** Things known, a line each; what is not known is left out. */
export const detailsMarkdown = (details: readonly Readonly<{label: string; value: unknown}>[]): string =>
  bullets(
    details.flatMap(({label, value}) =>
      typeof value === 'string' && value !== '' ? [`${strong(label)}: ${inline(value.replaceAll('\n', ', '))}`] : [],
    ),
  )

/** The same under a heading; nothing at all where nothing is known. */
export function detailsPart(title: string, details: Parameters<typeof detailsMarkdown>[0]): string | null {
  const known = detailsMarkdown(details)
  return known === '' ? null : blocks(heading(2, title), known)
}

/** Where one of the clinic's places is and how to call it. */
export function placeMarkdown({address, phone, fax}: LocationListItem, language: Language): string {
  const {locations} = labelsFor(language)
  const town = [address.city, [address.region, address.postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return blocks(
    lines([address.street, town].filter(Boolean).join('\n')),
    bullets([`${locations.phone}: ${inline(phone)}`, ...(fax ? [`${locations.fax}: ${inline(fax)}`] : [])]),
  )
}

/** The usual week, and the days still to come that differ. `today` is the date at the clinic. */
export function hoursMarkdown(
  {title, hours, specialHours}: LocationListItem,
  language: Language,
  today: string,
): string {
  const {locations, weekdays} = labelsFor(language)
  const coming = upcoming(specialHours, today)
  return blocks(
    inline(locations.hoursFor(title)),
    table(
      null,
      weekFor(hours).map(({day, spans}) => [
        weekdays[day],
        spans.length === 0 ? locations.closed : spans.map((span) => formatSpan(span, language)).join(', '),
      ]),
    ),
    coming.length > 0 && inline(locations.special),
    bullets(
      coming.map(({date, closed, opens, closes, note}) => {
        const open =
          closed || opens === null || closes === null ? locations.closed : formatSpan({opens, closes}, language)
        return inline(`${formatDay(date, language)}: ${open}${note ? ` (${note})` : ''}`)
      }),
    ),
  )
}

/** The clinic's places, a heading each. */
export const placesMarkdown = (
  title: string,
  places: readonly LocationListItem[],
  language: Language,
): string | null =>
  places.length === 0
    ? null
    : blocks(
        heading(2, title),
        ...places.map((place) =>
          blocks(
            `### ${linkTo(place.title, absoluteUrl(pathFor({_type: 'location', slug: place.slug, language: place.language})))}`,
            placeMarkdown(place, language),
          ),
        ),
      )
