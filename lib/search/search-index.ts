/**
 * The index of one language, and how it is asked. Pure: documents and words in, results out, the same for the same.
 *
 * A question becomes a list of segments: words, or phrases that the clinic knows other wordings for. One look into the
 * index (MiniSearch: BM25 over weighted fields, beginnings of words) gives every document that has any of it; what counts
 * then is how much of the question a document answers, and whether the question is the very name of a page.
 */
import MiniSearch, {type Query} from 'minisearch'
import type {Language} from '../language.ts'
import type {AddressedType} from '../paths.ts'
import type {SearchDocument} from './document.ts'
import {type Extract, extractOf, hitsIn, marked, type PartOf, type Piece, worthOf} from './extract.ts'
import {mostWords, readQuery} from './query.ts'
import {lettersOf, nearest} from './spelling.ts'
import {type Segment, type Strength, segmentsOf, synonymsFrom, type Wording} from './synonyms.ts'
import {askedWords, rootOf, termsOf, wordsOf} from './words.ts'

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

/** A word that no page has, and what was looked for instead. */
export type Correction = Readonly<{typed: string; meant: string}>

export type SearchAnswer = Readonly<{
  /** How many documents answer the question, of which `results` are some. */
  total: number
  /** How many come before these: those of the last page where more were asked for than there are. */
  from: number
  results: readonly SearchResult[]
  corrections: readonly Correction[]
}>

export type Suggestion = Readonly<{title: string; path: string; kind: AddressedType}>

export type SearchIndex = Readonly<{
  language: Language
  /** How many documents it knows. */
  size: number
  /** @param today where the clinic is (`2026-11-23`): what expired is not found. */
  search: (query: string, options: {today: string; from?: number; most?: number}) => SearchAnswer
  /** Pages whose names begin like, mean, or nearly are what was typed so far. */
  suggest: (query: string, options: {today: string; most?: number}) => Suggestion[]
}>

type Options = Readonly<{
  language: Language
  documents: readonly SearchDocument[]
  /** Groups of words that mean the same, as the editors keep them. */
  synonyms: readonly (readonly string[])[]
}>

const fields = ['title', 'alsoKnownAs', 'keywords', 'headings', 'summary', 'text'] as const
const names = ['title', 'alsoKnownAs'] as const
const isName = (field: string | undefined): boolean => names.some((name) => name === field)
const weights = {title: 7, alsoKnownAs: 5, keywords: 3, headings: 1.6, summary: 2.2, text: 1}

/** Pages that answer a question as a whole stand before those that answer a part of one. */
const kindWeights: Record<AddressedType, number> = {
  condition: 1.25,
  treatment: 1.15,
  faq: 1,
  person: 1,
  location: 1,
  page: 0.9,
  fact: 0.6,
}

const strengthWeights: Record<Strength, number> = {editors: 0.9, names: 0.55}

/** Documents indexed without a pause: the process has patients to answer. Each takes some tenths of a millisecond. */
const atOnce = 8

/** Weaker results than this share of the best are noise. */
const noise = 0.04

/** Builds the index a few documents at a time, so that nobody waits for it. */
export async function buildIndex({language, documents, synonyms}: Options): Promise<SearchIndex> {
  const vocabulary = new Map<string, {weight: number; letters: number; word: string}>()
  const learn = (text: string, weight: number) => {
    for (const {start, end, term} of wordsOf(text, language)) {
      const word = text.slice(start, end).toLocaleLowerCase(language)
      const known = vocabulary.get(term)
      if (!known) vocabulary.set(term, {weight, letters: lettersOf(term), word})
      else {
        known.weight += weight
        // The plainest form is the one to show: the word as it is where it is its own term, else the shortest.
        if (word === term || (known.word !== term && word.length < known.word.length)) known.word = word
      }
    }
  }
  const engine = new MiniSearch<SearchDocument>({
    fields: [...fields],
    idField: 'id',
    // In a name every word counts: "About us" has no other.
    tokenize: (text, field) =>
      isName(field) ? wordsOf(text, language).map(({term}) => term) : termsOf(text, language),
    processTerm: (term) => term,
    extractField: (document, field) => fieldOf(document, field, learn),
  })
  await engine.addAllAsync(documents, {chunkSize: atOnce})

  for (const phrase of synonyms.flat()) learn(phrase, 1)
  const beginnings = [...vocabulary.keys()].sort()
  const table = synonymsFrom({editors: synonyms, names: documents.flatMap(namesOf)}, language)
  const byId = new Map(documents.map((document) => [document.id, {document, ...keysOf(document, language)}]))

  const hasBeginning = (start: string): boolean => {
    let [low, high] = [0, beginnings.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((beginnings[middle] ?? '') < start) low = middle + 1
      else high = middle
    }
    return (beginnings[low] ?? '').startsWith(start)
  }

  /** The words of a question as the index knows them: as typed, or, where nothing even begins so, as they may be meant. */
  function understand(query: string): {terms: string[]; corrections: Correction[]} {
    const corrections: Correction[] = []
    const terms = askedWords(readQuery(query), language)
      .slice(0, mostWords)
      .map(({word, term}) => {
        if (vocabulary.has(term) || hasBeginning(rootOf(term, language))) return term
        const [best] = nearest(term, vocabulary, 1)
        if (!best) return term
        corrections.push({typed: word, meant: vocabulary.get(best.term)?.word ?? best.term})
        return best.term
      })
    return {terms: [...new Set(terms)], corrections}
  }

  type Ranked = {document: SearchDocument; score: number; strength: number; found: ReadonlySet<string>}

  function rank(
    terms: readonly string[],
    today: string,
    searched: readonly string[],
  ): {ranked: Ranked[]; parts: Part[]} {
    const parts = segmentsOf(terms, table).map((segment) => partOf(segment, language))
    if (parts.length === 0) return {ranked: [], parts}
    const own = terms.join(' ')
    // The whole question in other words: the name of a page, if it is all there is to the question.
    const others = parts.length === 1 ? (parts[0]?.segment.others ?? []).map((wording) => wording.terms.join(' ')) : []
    const phrases = parts.filter(({segment}) => segment.terms.length > 1).map(({segment}) => segment.terms.join(' '))
    const size = parts.reduce((sum, {segment}) => sum + segment.terms.length, 0)
    const ranked = engine
      .search(
        {combineWith: 'OR', queries: parts.map(({query}) => query)},
        {
          fields: [...searched],
          boost: weights,
          tokenize: (text) => [text],
          processTerm: (term) => term,
        },
      )
      .flatMap(({id, score, match}): Ranked[] => {
        const known = byId.get(id)
        if (!known || isOver(known.document, today)) return []
        const found = new Set(Object.keys(match))
        const covered = parts.reduce((sum, part) => sum + coverageOf(part, found), 0) / size
        const strength = score * (0.2 + 0.8 * covered ** 1.5)
        const named = parts.filter((part) => isInName(part, known.nameTerms))
        const inName = named.reduce((sum, {segment}) => sum + segment.terms.length, 0) / size
        const held = phrases.filter((phrase) => holds(known.leadKey, phrase)).length
        const together = phrases.length === 0 ? 0 : held / phrases.length
        const factor =
          nameFactor(known, own, others) *
          kindWeights[known.document.kind] *
          (1 + 0.8 * inName ** 2) *
          (1 + 0.6 * together)
        return [{document: known.document, score: strength * factor, strength, found}]
      })
      .sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1))
    const enough = Math.max(...ranked.map(({strength}) => strength)) * noise
    return {ranked: ranked.filter(({strength}) => strength >= enough), parts}
  }

  function resultFor({document, found}: Ranked, parts: readonly Part[]): SearchResult {
    const part: PartOf = (term) => {
      if (!found.has(term)) return undefined
      const index = parts.findIndex((each) => answers(each, term))
      return index < 0 ? undefined : index
    }
    const title = marked(document.title, part, language)
    return {
      id: document.id,
      kind: document.kind,
      path: document.path,
      title,
      alias: parts.every((each) => isInName(each, termsOf(document.title, language))) ? null : aliasOf(document, part),
      ...bestExtract(document, part),
    }
  }

  function aliasOf({alsoKnownAs}: SearchDocument, part: PartOf): readonly Piece[] | null {
    const found = alsoKnownAs
      .map((name) => ({name, worth: worthOf(hitsIn(name, part, language))}))
      .sort((a, b) => b.worth - a.worth)[0]
    return found && found.worth > 0 ? marked(found.name, part, language) : null
  }

  /** The passage that answers most; the summary where nothing answers better. */
  function bestExtract({summary, passages}: SearchDocument, part: PartOf): Pick<SearchResult, 'extract' | 'section'> {
    let best = {
      heading: null as string | null,
      anchor: null as string | null,
      text: summary,
      hits: hitsIn(summary, part, language),
    }
    let worth = summary === '' ? -1 : worthOf(best.hits) + 4
    for (const {heading, anchor, text} of passages) {
      const hits = hitsIn(text, part, language)
      const inHeading = heading === null ? 0 : worthOf(hitsIn(heading, part, language)) / 4
      if (worthOf(hits) + inHeading > worth) {
        best = {heading, anchor, text, hits}
        worth = worthOf(hits) + inHeading
      }
    }
    const {heading, anchor} = best
    return {
      extract: extractOf(best.text, best.hits),
      section: heading !== null && anchor !== null ? {heading, anchor} : null,
    }
  }

  return {
    language,
    size: documents.length,
    search(query, {today, from = 0, most = 20}) {
      const {terms, corrections} = understand(query)
      const {ranked, parts} = rank(terms, today, fields)
      const first = from < ranked.length ? from : Math.max(0, Math.floor((ranked.length - 1) / most) * most)
      return {
        total: ranked.length,
        from: first,
        results: ranked.slice(first, first + most).map((each) => resultFor(each, parts)),
        corrections: ranked.length > 0 ? corrections : [],
      }
    },
    suggest(query, {today, most = 8}) {
      const {terms} = understand(query)
      const byName = rank(terms, today, names).ranked
      const {ranked} = byName.length > 0 ? {ranked: byName} : rank(terms, today, fields)
      return ranked.slice(0, most).map(({document: {title, path, kind}}) => ({title, path, kind}))
    },
  }
}

/** A segment of the question and how the index is asked for it. */
type Part = Readonly<{segment: Segment; roots: readonly string[]; query: Query}>

function partOf(segment: Segment, language: Language): Part {
  const roots = segment.terms.map((term) => rootOf(term, language))
  const exact = segment.terms.map((term): Query => ({queries: [term]}))
  const begun = roots
    .filter((root) => root.length > 2)
    .map((root): Query => ({queries: [root], prefix: true, boostTerm: () => 0.45}))
  const others = segment.others.map(
    ({terms, strength}): Query => ({
      combineWith: 'AND',
      queries: [...terms],
      // The engine adds up what every wording finds: many ways to say one thing must not outweigh the thing.
      boostTerm: () => strengthWeights[strength] / (segment.others.length * terms.length) ** 0.6,
    }),
  )
  return {segment, roots, query: {combineWith: 'OR', queries: [...exact, ...begun, ...others]}}
}

/** Is this term of the index one that the part asks for? */
const answers = ({segment, roots}: Part, term: string): boolean =>
  segment.terms.includes(term) ||
  roots.some((root) => root.length > 2 && term.startsWith(root)) ||
  segment.others.some(({terms}) => terms.includes(term))

/** Are all of a part's words in a name, or at least begun there? */
const isInName = ({segment: {terms}, roots}: Part, nameTerms: readonly string[]): boolean =>
  terms.every((term, index) =>
    nameTerms.some((name) => name === term || (term.length > 2 && name.startsWith(roots[index] ?? term))),
  )

/** How many of a part's words a document has; all of them where it says the same in other words. */
function coverageOf({segment: {terms, others}, roots}: Part, found: ReadonlySet<string>): number {
  const own = terms.filter(
    (term, index) => found.has(term) || [...found].some((each) => each.startsWith(roots[index] ?? term)),
  ).length
  const said = others.find((wording) => wording.terms.every((term) => found.has(term)))
  return Math.max(own, said ? terms.length * coverageOfWording(said) : 0)
}

const coverageOfWording = ({strength}: Wording): number => (strength === 'editors' ? 0.95 : 0.85)

type Keys = {
  titleKey: string
  aliasKeys: readonly string[]
  nameTerms: readonly string[]
  /** Names and summary: where words stand side by side, they belong together. */
  leadKey: string
}

const keysOf = ({title, alsoKnownAs, summary}: SearchDocument, language: Language): Keys => ({
  titleKey: termsOf(title, language).join(' '),
  aliasKeys: alsoKnownAs.map((name) => termsOf(name, language).join(' ')),
  nameTerms: [...new Set([title, ...alsoKnownAs].flatMap((name) => termsOf(name, language)))],
  leadKey: [title, ...alsoKnownAs, summary].flatMap((text) => termsOf(text, language)).join(' '),
})

const holds = (phrase: string, part: string): boolean => part !== '' && ` ${phrase} `.includes(` ${part} `)

/** How much more a page counts whose name is the question, is in it, or begins with it. */
function nameFactor({titleKey, aliasKeys}: Keys, own: string, others: readonly string[]): number {
  if (titleKey === own) return 4
  if (aliasKeys.includes(own)) return 3
  if (others.includes(titleKey)) return 2.5
  if (others.some((other) => aliasKeys.includes(other))) return 2
  if (holds(own, titleKey)) return 1.6
  if (aliasKeys.some((alias) => holds(own, alias))) return 1.4
  return holds(titleKey, own) ? 1.25 : 1
}

const isOver = ({expiresOn}: SearchDocument, today: string): boolean => expiresOn !== null && expiresOn <= today

/** A page's own name and the others it has mean the same. */
const namesOf = ({title, alsoKnownAs}: SearchDocument): string[][] =>
  alsoKnownAs.length > 0 ? [[title, ...alsoKnownAs]] : []

function fieldOf(document: SearchDocument, field: string, learn: (text: string, weight: number) => void): string {
  const {id, title, alsoKnownAs, keywords, summary, passages} = document
  const read = (text: string, weight: number) => {
    learn(text, weight)
    return text
  }
  switch (field) {
    case 'id':
      return id
    case 'title':
      return read(title, 20)
    case 'alsoKnownAs':
      return read(alsoKnownAs.join('\n'), 20)
    case 'keywords':
      return keywords.join('\n')
    case 'headings':
      return read(passages.flatMap(({heading}) => heading ?? []).join('\n'), 2)
    case 'summary':
      return read(summary, 3)
    default:
      return read(passages.map(({text}) => text).join('\n'), 1)
  }
}
