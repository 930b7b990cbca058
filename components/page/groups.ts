import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import {excerpt} from '@/lib/seo/excerpt'
import type {ConditionListItem} from '@/sanity/content/conditions'
import type {TreatmentListItem} from '@/sanity/content/treatments'
import type {BodyRegion} from '@/sanity/vocabulary'
import type {Group} from './group-list'
import type {LetterEntry} from './letter-list'

/** Characters of a summary beside its title in a list: a sentence, as a rule. */
const sentence = 130

const conditionLink = ({_id, title, slug, language, summary}: ConditionListItem) => ({
  id: _id,
  title,
  text: excerpt(summary, sentence),
  href: pathFor({_type: 'condition', slug, language}),
})

const treatmentLink = ({_id, title, slug, language, summary}: TreatmentListItem) => ({
  id: _id,
  title,
  text: excerpt(summary, sentence),
  href: pathFor({_type: 'treatment', slug, language}),
})

/** Keys of a table of words, in its order: from head to foot, for parts of the body. */
const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => {
  const isKey = (key: string): key is Key => Object.hasOwn(table, key)
  return Object.keys(table).filter(isKey)
}

const hyphened = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Where a condition is listed: that of no one part of the body comes under "Whole body". */
const regionsOf = ({bodyRegions}: ConditionListItem): BodyRegion[] =>
  bodyRegions.length > 0 ? bodyRegions : ['wholeBody']

/** Conditions by part of the body, from head to foot; those of no one part come last, with "Whole body". */
export function groupsByRegion(
  conditions: readonly ConditionListItem[],
  language: Language,
): (Group & Readonly<{region: BodyRegion}>)[] {
  const {bodyRegions} = labelsFor(language)
  return keysOf(bodyRegions).map((region) => ({
    region,
    id: hyphened(region),
    title: bodyRegions[region],
    links: conditions.filter((condition) => regionsOf(condition).includes(region)).map(conditionLink),
  }))
}

/** Where "jump to" leads: the groups that have something to show. */
export const jumpsTo = (groups: readonly Group[]) =>
  groups.filter(({links}) => links.length > 0).map(({id, title}) => ({id, label: title}))

/** Treatments by kind; those without one come last. */
export function groupsByKind(treatments: readonly TreatmentListItem[], language: Language): Group[] {
  const {treatmentKinds, treatments: words} = labelsFor(language)
  const groups = keysOf(treatmentKinds).map((kind) => ({
    id: hyphened(kind),
    title: treatmentKinds[kind],
    links: treatments.filter((treatment) => treatment.kind === kind).map(treatmentLink),
  }))
  const others = treatments.filter(({kind}) => kind === null).map(treatmentLink)
  return [...groups, {id: 'other', title: words.otherKind, links: others}]
}

/** Every name a condition goes by: its title, and each other name with a link to it. */
export const letterEntries = (conditions: readonly ConditionListItem[]): LetterEntry[] =>
  conditions.flatMap((condition) => {
    const {id, title, href} = conditionLink(condition)
    return [
      {id, label: title, href},
      ...condition.alsoKnownAs.map((name) => ({id: `${id} ${name}`, label: name, href, seeTitle: title})),
    ]
  })
