/** A document as the search knows it: names, a summary, and passages that have addresses of their own. */
import {labelsFor} from '../labels.ts'
import type {Language} from '../language.ts'
import {type AddressedType, pathFor} from '../paths.ts'
import {sectionIds, sectionLabel} from '../section-ids.ts'

export type Passage = Readonly<{
  /** The heading above it; null where it has none. */
  heading: string | null
  /** The `id` of that heading on the page; null where no link can lead there. */
  anchor: string | null
  text: string
}>

export type SearchDocument = Readonly<{
  id: string
  kind: AddressedType
  path: string
  title: string
  alsoKnownAs: readonly string[]
  /** What its page offers beyond its text, in the words of the site: a location has opening hours. */
  keywords: readonly string[]
  summary: string
  passages: readonly Passage[]
  /** The last day (`2027-01-31`) on which it is shown; null where it stays. */
  expiresOn: string | null
}>

type Block = Readonly<{
  heading: string | null
  text: string | null
  items: readonly string[]
  note: string | null
  rows: readonly Readonly<{cells: readonly string[]}>[]
}>

/** A searchable document as the lake answers it. */
export type Answered = Readonly<{
  _id: string
  _type: AddressedType
  slug: string
  language: Language
  title: string
  alsoKnownAs: readonly string[]
  summary: string
  /** Further facts of a person, a place or a figure, in the order in which they are read. */
  details: readonly (string | null)[]
  sections: readonly Readonly<{
    aspect: string
    heading: string | null
    text: string
    blocks: readonly Block[]
  }>[]
  urgentHelp: readonly Block[]
  text: string
  blocks: readonly Block[]
  expiresOn: string | null
}>

type Labels = ReturnType<typeof labelsFor>

/** No document fills the index: of a longer text the beginning is searched. Characters. */
const longestText = 40_000

export function documentFrom(answered: Answered): SearchDocument {
  const {_id, _type, slug, language, title, alsoKnownAs, summary, sections, expiresOn} = answered
  const labels = labelsFor(language)
  const ids = sectionIds(sections)
  const aspects: Record<string, string> = {...labels.aspects, ...labels.treatmentAspects}
  const plain = (text: string): Passage => ({heading: null, anchor: null, text})
  const passages = [
    plain(oneLine(answered.details)),
    plain(oneLine([answered.text, ...answered.blocks.flatMap(textsOf)])),
    ...sections.map((section, index): Passage => {
      const heading = sectionLabel(section, aspects)
      return {
        heading,
        anchor: heading === null ? null : (ids[index] ?? null),
        text: oneLine([section.text, ...section.blocks.flatMap(textsOf)]),
      }
    }),
    plain(oneLine(answered.urgentHelp.flatMap(textsOf))),
  ]
  return {
    id: _id,
    kind: _type,
    path: pathFor({_type, slug, language}),
    title: oneLine([title]),
    alsoKnownAs,
    keywords: keywordsOf(_type, labels),
    summary: oneLine([summary]),
    passages: bounded(passages.filter(({text}) => text !== '')),
    expiresOn,
  }
}

function keywordsOf(kind: AddressedType, {people, locations}: Labels): string[] {
  if (kind === 'person') return [people.title, people.languages, people.appointments]
  if (kind !== 'location') return []
  const {title, hours, phone, directions, parking, access, insurance, map} = locations
  return [title, hours, phone, directions, parking, access, insurance, map]
}

const textsOf = ({heading, text, items, note, rows}: Block): (string | null)[] => [
  heading,
  text,
  ...items,
  note,
  ...rows.flatMap(({cells}) => cells),
]

/** Texts that follow each other, on one line; a dot in the middle stands where one ends without a full stop. */
function oneLine(texts: readonly (string | null)[]): string {
  const lines = texts.flatMap((text) => (text ?? '').split('\n')).map((line) => line.replace(/\s+/g, ' ').trim())
  return lines
    .filter(Boolean)
    .map((line, index, all) => (index === all.length - 1 || /[.!?:;,…]$/.test(line) ? line : `${line} ·`))
    .join(' ')
}

function bounded(passages: readonly Passage[]): Passage[] {
  let left = longestText
  return passages.flatMap((passage) => {
    if (left <= 0) return []
    const text = passage.text.slice(0, left)
    left -= text.length
    return [{...passage, text}]
  })
}
