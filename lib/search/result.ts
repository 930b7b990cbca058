/** What a reader sees of a document that was found. */
import type {Language} from '../language.ts'
import type {AddressedType} from '../paths.ts'
import type {SearchDocument} from './document.ts'
import {type Extract, extractOf, hitsIn, marked, type PartOf, type Piece, worthOf} from './extract.ts'
import {isInName, padded} from './names.ts'
import {answers, type Part} from './part.ts'
import {termsOf} from './words.ts'

export type SearchResult = Readonly<{
  id: string
  kind: AddressedType
  path: string
  title: readonly Piece[]
  /** The name by which it was found, where that is not its title. */
  alias: readonly Piece[] | null
  extract: Extract
  /** The section that the extract is from, with its address on the page; null for a text that has none. */
  section: Readonly<{heading: string; anchor: string}> | null
}>

/** @param found the terms of the index by which the document was found */
export function resultFor(
  document: SearchDocument,
  found: ReadonlySet<string>,
  parts: readonly Part[],
  language: Language,
): SearchResult {
  const known = new Map<string, number | undefined>()
  const partOf: PartOf = (term) => {
    if (!found.has(term)) return undefined
    if (!known.has(term)) {
      const index = parts.findIndex((part) => answers(part, term))
      known.set(term, index < 0 ? undefined : index)
    }
    return known.get(term)
  }
  const {id, kind, path, title} = document
  const isByTitle = parts.every((part) => isInName(part, padded(termsOf(title, language))))
  return {
    id,
    kind,
    path,
    title: marked(title, partOf, language),
    alias: isByTitle ? null : aliasOf(document, partOf, language),
    ...bestExtract(document, partOf, language),
  }
}

function aliasOf({alsoKnownAs}: SearchDocument, partOf: PartOf, language: Language): readonly Piece[] | null {
  const [best] = alsoKnownAs
    .map((name) => ({name, worth: worthOf(hitsIn(name, partOf, language))}))
    .sort((a, b) => b.worth - a.worth)
  return best && best.worth > 0 ? marked(best.name, partOf, language) : null
}

/** Where a passage answers no more than the summary, the summary is the better thing to read. */
const forSummary = 4

/** The passage that answers most. */
function bestExtract(
  {summary, passages}: SearchDocument,
  partOf: PartOf,
  language: Language,
): Pick<SearchResult, 'extract' | 'section'> {
  const candidates = [{heading: null, anchor: null, text: summary}, ...passages].map((passage, index) => {
    const hits = hitsIn(passage.text, partOf, language)
    const ahead = passage.heading === null ? 0 : worthOf(hitsIn(passage.heading, partOf, language)) / 4
    const isSummary = index === 0 && summary !== ''
    return {...passage, hits, worth: worthOf(hits) + ahead + (isSummary ? forSummary : 0)}
  })
  const best = candidates.reduce((first, next) => (next.worth > first.worth ? next : first))
  const {heading, anchor} = best
  return {
    extract: extractOf(best.text, best.hits),
    section: heading !== null && anchor !== null ? {heading, anchor} : null,
  }
}
