/** The Markdown twin of each kind of page: what the page says, without its frame. One function a kind. */
import {arrivalDetails, visitDetails} from '@/components/clinic/location-details'
import {personDetails} from '@/components/clinic/person-details'
import {isWelcoming, peopleShown} from '@/components/home/shown'
import {glanceDetails} from '@/components/page/at-glance'
import {afterId, helpId, mayWait, withPlaceAfterward, withPlaceForHelp} from '@/components/page/help'
import {questionGroups} from '@/components/page/question-groups'
import {headedSections} from '@/components/page/sections'
import {factStanding} from '@/lib/fact-standing'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import {excerpt} from '@/lib/seo/excerpt'
import type {Head} from '@/lib/seo/head'
import {absoluteUrl} from '@/lib/site'
import type {Condition} from '@/sanity/content/condition'
import type {ConditionListItem} from '@/sanity/content/conditions'
import type {Fact, FactPage} from '@/sanity/content/fact'
import type {FaqPage} from '@/sanity/content/faq'
import type {Home} from '@/sanity/content/home'
import type {Location} from '@/sanity/content/location'
import type {LocationListItem} from '@/sanity/content/locations'
import type {StudioPage} from '@/sanity/content/page'
import type {PersonListItem} from '@/sanity/content/people'
import type {Person} from '@/sanity/content/person'
import type {QuestionListItem, QuestionTopic} from '@/sanity/content/questions'
import type {Site} from '@/sanity/content/site'
import type {Treatment} from '@/sanity/content/treatment'
import type {TreatmentListItem} from '@/sanity/content/treatments'
import {
  detailsMarkdown,
  detailsPart,
  evidenceMarkdown,
  factsMarkdown,
  faqsMarkdown,
  footMarkdown,
  headMarkdown,
  hoursMarkdown,
  linksMarkdown,
  placeMarkdown,
  placesMarkdown,
  reviewMarkdown,
  sectionsMarkdown,
  sourcesMarkdown,
  urgentMarkdown,
  whereItHurtsMarkdown,
} from './parts'
import {proseMarkdown} from './prose'
import {blocks, bullets, heading, inline, linkTo, strong} from './write'

type Page = Readonly<{
  site: Site
  head: Head
  /** Today's date at the clinic. */
  today: string
}>

const whole = ({site, head}: Page, ...parts: (string | null | false)[]): string =>
  `${blocks(...parts, footMarkdown(site, head))}\n`

const contextOf = ({site, head}: Page, level: number) => ({language: head.language, phone: site.phone, level})

/** What cannot wait stands ahead of everything else, what may wait in the section on getting help: as on the page. */
export function conditionTwin(page: Page, condition: Condition, places: readonly LocationListItem[]): string {
  const {language} = page.head
  const labels = labelsFor(language)
  const cards = condition.urgentHelp
  const sections = withPlaceForHelp(headedSections(condition.sections, labels.aspects), cards, language)
  const later = urgentMarkdown(cards.filter(mayWait), contextOf(page, 3))
  return whole(
    page,
    headMarkdown(page.head, condition),
    urgentMarkdown(
      cards.filter((card) => !mayWait(card)),
      contextOf(page, 2),
    ),
    sectionsMarkdown(sections, contextOf(page, 3), {[helpId]: later}),
    factsMarkdown(condition.facts, language),
    faqsMarkdown(condition.faqs, contextOf(page, 3)),
    linksMarkdown(labels.page.treatments, condition.treatments, language),
    linksMarkdown(labels.page.people, condition.people, language),
    placesMarkdown(labels.page.places, places, language),
    linksMarkdown(labels.page.related, condition.relatedConditions, language),
    sourcesMarkdown(condition.sources, language),
    reviewMarkdown(condition.review, language, page.today, page.site.editorialPolicy),
  )
}

/** The cards are about the days after a treatment, and stand with what happens then: as on the page. */
export function treatmentTwin(page: Page, treatment: Treatment, places: readonly LocationListItem[]): string {
  const {language} = page.head
  const labels = labelsFor(language)
  const cards = treatment.urgentHelp
  const sections = withPlaceAfterward(headedSections(treatment.sections, labels.treatmentAspects), cards, language)
  return whole(
    page,
    headMarkdown(page.head, {...treatment, eyebrow: treatment.kind && labels.treatmentKinds[treatment.kind]}),
    detailsPart(labels.glance.title, glanceDetails(treatment.atGlance, language)),
    sectionsMarkdown(sections, contextOf(page, 3), {[afterId]: urgentMarkdown(cards, contextOf(page, 3))}),
    factsMarkdown(treatment.facts, language),
    faqsMarkdown(treatment.faqs, contextOf(page, 3)),
    linksMarkdown(labels.page.conditions, treatment.conditions, language),
    linksMarkdown(labels.page.people, treatment.people, language),
    placesMarkdown(labels.page.places, places, language),
    sourcesMarkdown(treatment.sources, language),
    reviewMarkdown(treatment.review, language, page.today, page.site.editorialPolicy),
  )
}

export function personTwin(page: Page, person: Person, places: readonly LocationListItem[]): string {
  const {language} = page.head
  const {people} = labelsFor(language)
  const worksAt = places.filter(({_id}) => person.locations.some((location) => location._id === _id))
  return whole(
    page,
    headMarkdown(page.head, {summary: person.role, image: person.photo, lagsBehind: person.lagsBehind}),
    inline(person.acceptsNewPatients ? people.newPatients : people.noNewPatients),
    proseMarkdown(person.bio, contextOf(page, 2)),
    detailsMarkdown(personDetails(person, language)),
    linksMarkdown(people.conditions, person.conditions, language),
    linksMarkdown(people.treatments, person.treatments, language),
    placesMarkdown(people.locations, worksAt, language),
  )
}

export function locationTwin(page: Page, place: Location): string {
  const {language} = page.head
  const {locations} = labelsFor(language)
  return whole(
    page,
    headMarkdown(page.head, {image: place.image, lagsBehind: place.lagsBehind}),
    placeMarkdown(place, language),
    heading(2, locations.hours),
    hoursMarkdown(place, language, page.today),
    detailsPart(locations.gettingHere, arrivalDetails(place, language)),
    detailsPart(locations.beforeYouCome, visitDetails(place, language)),
    linksMarkdown(locations.people, place.people, language),
  )
}

/** Of a page made in the Studio. Nothing is said of a review that is not meant to be. */
export const studioPageTwin = (page: Page, document: StudioPage): string =>
  whole(
    page,
    headMarkdown(page.head, document),
    proseMarkdown(document.body, contextOf(page, 2)),
    sourcesMarkdown(document.sources, page.head.language),
    document.review.lastReviewed !== null && reviewMarkdown(document.review, page.head.language, page.today),
  )

type ListType = 'condition' | 'treatment' | 'person'
type ListItem = ConditionListItem | TreatmentListItem | PersonListItem

/** An entry of a list: its name, other names it goes by, its kind, and what it is. */
function itemLink(type: ListType, item: ListItem): string {
  const {page, treatmentKinds} = labelsFor(item.language)
  const name = 'name' in item ? [item.name, item.credentials].filter(Boolean).join(', ') : item.title
  const others = 'alsoKnownAs' in item && item.alsoKnownAs.length > 0 ? item.alsoKnownAs.join(', ') : null
  const words = [
    'kind' in item && item.kind ? `${treatmentKinds[item.kind]}.` : null,
    'summary' in item ? item.summary : [item.role, item.specialties.join(', ')].filter(Boolean).join('. '),
    others && `${page.alsoKnownAs}: ${others}.`,
  ]
  const href = absoluteUrl(pathFor({_type: type, slug: item.slug, language: item.language}))
  return `${linkTo(name, href)}: ${inline(words.filter(Boolean).join(' '))}`
}

const items = (type: ListType, list: readonly ListItem[]): string => bullets(list.map((item) => itemLink(type, item)))

/** Of the list of conditions: by part of the body, then from A to Z with what each is. */
export function conditionsTwin(page: Page, list: readonly ConditionListItem[]): string {
  const {language} = page.head
  const {byLetter, none} = labelsFor(language).conditions
  return whole(
    page,
    headMarkdown(page.head, {summary: page.head.description}),
    whereItHurtsMarkdown(list, language),
    ...(list.length > 0 ? [heading(2, byLetter), items('condition', list)] : [inline(none)]),
  )
}

/** Of the list of treatments or people: from A to Z, each with what it is. */
export const listTwin = (
  page: Page,
  type: Exclude<ListType, 'condition'>,
  list: readonly ListItem[],
  none: string,
): string =>
  whole(
    page,
    headMarkdown(page.head, {summary: page.head.description}),
    list.length > 0 ? items(type, list) : inline(none),
  )

const placeLink = ({title, slug, language}: LocationListItem): string =>
  linkTo(title, absoluteUrl(pathFor({_type: 'location', slug, language})))

const places = (page: Page, list: readonly LocationListItem[], level: number): string =>
  blocks(
    ...list.map((place) =>
      blocks(
        `${'#'.repeat(level)} ${placeLink(place)}`,
        placeMarkdown(place, page.head.language),
        hoursMarkdown(place, page.head.language, page.today),
      ),
    ),
  )

export const locationsTwin = (page: Page, list: readonly LocationListItem[]): string =>
  whole(
    page,
    headMarkdown(page.head, {summary: page.head.description}),
    list.length > 0 ? places(page, list, 2) : inline(labelsFor(page.head.language).locations.none),
  )

export function contactTwin(page: Page, list: readonly LocationListItem[]): string {
  const {site, head} = page
  const {contact, chrome, enquiry, search, urgencyCall} = labelsFor(head.language)
  const {crisis} = search
  const danger = site.emergencyText || enquiry.emergency.danger
  return whole(
    page,
    headMarkdown(head, {summary: head.description}),
    heading(2, enquiry.emergency.title),
    inline(danger),
    !danger.includes('988') && inline(crisis.text),
    bullets([
      linkTo(urgencyCall.emergency, 'tel:911'),
      linkTo(crisis.call, 'tel:988'),
      linkTo(crisis.textLabel, crisis.textHref),
    ]),
    // The form itself is on the page.
    heading(2, enquiry.title),
    inline(enquiry.text),
    linkTo(enquiry.title, absoluteUrl(head.path)),
    heading(2, enquiry.others),
    heading(3, contact.phone),
    strong(chrome.callNumber(site.phone)),
    ...((site.bookingUrl || site.portalUrl) !== null
      ? [
          heading(3, contact.online),
          bullets([
            ...(site.bookingUrl ? [linkTo(chrome.book, site.bookingUrl)] : []),
            ...(site.portalUrl ? [linkTo(chrome.portal, site.portalUrl)] : []),
          ]),
        ]
      : []),
    ...(site.email ? [heading(3, contact.email), inline(site.email), inline(contact.emailNote)] : []),
    ...(list.length > 0 ? [heading(2, contact.visit), places(page, list, 3)] : []),
  )
}

/** What the home page shows besides its own part of the settings. */
type Shown = Readonly<{
  conditions: readonly ConditionListItem[]
  people: readonly PersonListItem[]
  locations: readonly LocationListItem[]
}>

export function homeTwin(page: Page, home: Home | null, {conditions, people, locations}: Shown): string {
  const {language} = page.head
  const labels = labelsFor(language)
  if (!home)
    return whole(page, headMarkdown({...page.head, title: labels.home.empty}, {summary: labels.home.emptyText}))
  return whole(
    page,
    headMarkdown(page.head, {
      summary: home.intro,
      image: home.image,
      eyebrow: home.heading === page.site.name ? null : page.site.name,
    }),
    isWelcoming(locations) && inline(labels.home.newPatients),
    whereItHurtsMarkdown(conditions, language),
    ...(home.conditions.length > 0 ? [heading(2, labels.home.conditions), items('condition', home.conditions)] : []),
    ...(home.treatments.length > 0 ? [heading(2, labels.home.treatments), items('treatment', home.treatments)] : []),
    ...(people.length > 0 ? [heading(2, labels.home.people), items('person', peopleShown(people))] : []),
    placesMarkdown(labels.home.locations, locations, language),
  )
}

/** A fact: its figure, the statement, and what a reader needs to judge it. */
export function factTwin(page: Page, fact: FactPage): string {
  const {language} = page.head
  const labels = labelsFor(language)
  const standing = factStanding(fact, page.today)
  return whole(
    page,
    headMarkdown(page.head, {summary: fact.detail, eyebrow: labels.facts.title, lagsBehind: fact.lagsBehind}),
    !!page.head.figure && `${strong(page.head.figure.value)} ${inline(page.head.figure.label)}`,
    standing !== 'sourced' && `${strong(`${labels.facts[standing]}.`)} ${inline(labels.facts[`${standing}Text`])}`,
    evidenceMarkdown(fact, language),
    linksMarkdown(labels.page.readMore, fact.about, language),
  )
}

/** Of the list of facts: only those that may be passed on. */
export function factsTwin(page: Page, facts: readonly Fact[]): string {
  const sourced = facts.filter((fact) => factStanding(fact, page.today) === 'sourced')
  const {none} = labelsFor(page.head.language).facts
  return whole(
    page,
    headMarkdown(page.head, {summary: page.head.description}),
    sourced.length === 0
      ? inline(none)
      : bullets(
          sourced.map((fact) =>
            blocks(
              fact.figure && `${strong(fact.figure.value)} ${inline(fact.figure.label)}`,
              linkTo(fact.statement, absoluteUrl(pathFor({_type: 'fact', slug: fact.slug, language: fact.language}))),
              inline(fact.sources.map(({publisher, year}) => `${publisher}, ${year}`).join('; ')),
            ),
          ),
        ),
  )
}

export function questionTwin(page: Page, faq: FaqPage): string {
  const {language} = page.head
  const labels = labelsFor(language)
  return whole(
    page,
    headMarkdown(page.head, {eyebrow: labels.kinds.faq, lagsBehind: faq.lagsBehind}),
    proseMarkdown(faq.answer, contextOf(page, 2)),
    linksMarkdown(labels.page.readMore, faq.about, language),
    sourcesMarkdown(faq.sources, language),
    reviewMarkdown(faq.review, language, page.today, page.site.editorialPolicy),
  )
}

/** Of the list of questions: under their topics, each with the beginning of its answer. */
export function questionsTwin(
  page: Page,
  questions: readonly QuestionListItem[],
  topics: readonly QuestionTopic[],
): string {
  const {language} = page.head
  return whole(
    page,
    headMarkdown(page.head, {summary: page.head.description}),
    questions.length === 0 && inline(labelsFor(language).questions.none),
    ...questionGroups(questions, topics, language).map(({title, href, questions: within}) =>
      blocks(
        href ? `## ${linkTo(title, absoluteUrl(href))}` : heading(2, title),
        bullets(
          within.map(({question, slug, answerText, language: own}) => {
            const link = linkTo(question, absoluteUrl(pathFor({_type: 'faq', slug, language: own})))
            return `${link}: ${inline(excerpt(answerText, 140))}`
          }),
        ),
      ),
    ),
  )
}
