/** Queries and documents by chance: every construct of GROQ that the lake answers, put together as nobody would. */
import type {Chance} from './random'

export type RandomDocument = {_id: string; _type: string; [field: string]: unknown}

const types = ['page', 'note', 'person'] as const
const words = ['back', 'Pain', 'knee', 'ice', 'Ångström', 'e.g.', 'well-known', 'straße', "runner's", 'a1', '10']
const fields = ['title', 'order', 'tags', 'body', 'main', 'others', 'inner', 'slug', 'flag', 'when', 'missing'] as const

const textBy = (chance: Chance): string =>
  Array.from({length: chance.whole(0, 4)}, () => chance.oneOf(words)).join(chance.oneOf([' ', ' ', ', ', '.']))

const idBy = (chance: Chance): string => `${chance.oneOf(['d', 'drafts.d', 'x.d'])}${chance.whole(0, 9)}`

const referenceBy = (chance: Chance) => ({_type: 'reference', _ref: idBy(chance), _key: `k${chance.whole(0, 9)}`})

const blockBy = (chance: Chance) => ({
  _type: chance.happens(0.9) ? 'block' : 'figure',
  _key: `b${chance.whole(0, 9)}`,
  children: Array.from({length: chance.whole(0, 2)}, () => ({
    _type: chance.happens(0.8) ? 'span' : 'other',
    text: textBy(chance),
  })),
})

function plainBy(chance: Chance): unknown {
  return chance.oneOf<() => unknown>([
    () => textBy(chance),
    () => chance.whole(-3, 12),
    () => chance.between(-2, 2),
    () => chance.happens(0.5),
    () => null,
    () => chance.oneOf(['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678+02:00', '2026-02-30', '1999-12-31T23:59:59Z']),
  ])()
}

function listBy(chance: Chance, item: () => unknown): unknown[] {
  return Array.from({length: chance.whole(0, 4)}, () => (chance.happens(0.1) ? plainBy(chance) : item()))
}

function fieldBy(chance: Chance, name: (typeof fields)[number]): unknown {
  if (chance.happens(0.15)) return plainBy(chance)
  const values: Partial<Record<(typeof fields)[number], () => unknown>> = {
    title: () => textBy(chance),
    order: () => chance.whole(0, 5),
    tags: () => listBy(chance, () => textBy(chance)),
    body: () => listBy(chance, () => blockBy(chance)),
    main: () => referenceBy(chance),
    others: () => listBy(chance, () => referenceBy(chance)),
    inner: () => ({title: textBy(chance), order: chance.whole(0, 5), tags: listBy(chance, () => chance.whole(0, 3))}),
    slug: () => ({_type: 'slug', current: `s${chance.whole(0, 5)}`}),
    flag: () => chance.happens(0.5),
    when: () => '2026-01-02T03:04:05Z',
  }
  return values[name]?.() ?? null
}

export function documentsBy(chance: Chance): RandomDocument[] {
  const documents = new Map<string, RandomDocument>()
  const most = chance.happens(0.15) ? 60 : 14
  for (let count = chance.whole(0, most); count > 0; count--) {
    const document: RandomDocument = {_id: idBy(chance), _type: chance.oneOf(types)}
    for (const name of fields) {
      if (name !== 'missing' && chance.happens(0.6)) document[name] = fieldBy(chance, name)
    }
    documents.set(document._id, document)
  }
  return [...documents.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
}

export const paramsBy = (chance: Chance): Record<string, unknown> => ({
  word: chance.oneOf([...words, 'kn*', '*', 'b*k', 'pain back', '']),
  number: chance.whole(-2, 6),
  type: chance.oneOf(types),
  id: idBy(chance),
  ids: listBy(chance, () => idBy(chance)),
  slug: `s${chance.whole(0, 5)}`,
  slugs: listBy(chance, () => `s${chance.whole(0, 5)}`),
  list: listBy(chance, () => plainBy(chance)),
  thing: {title: textBy(chance), tags: [1, 2]},
  none: null,
})

const names = ['word', 'number', 'type', 'id', 'ids', 'slug', 'list', 'thing', 'none'] as const

/** Writes a query; `depth` is how much deeper it may nest, `outer` how many scopes are around it. */
class Writer {
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  query(): string {
    return this.#one([
      () => this.documents(3, 0),
      () => this.documents(3, 0),
      () => `${this.documents(3, 0)}${this.#tail(3, 0)}`,
      () => `count(${this.documents(2, 0)})`,
      () => `{"a": ${this.value(3, 0)}, "b": ${this.documents(2, 0)}}`,
      () => this.value(4, 0),
    ])
  }

  documents(depth: number, outer: number): string {
    let text = '*'
    if (this.#chance.happens(0.9)) text += `[${this.condition(depth, outer + 1)}]`
    if (this.#chance.happens(0.2)) text += `[${this.condition(depth - 1, outer + 1)}]`
    return text + this.#pipes(depth, outer)
  }

  #pipes(depth: number, outer: number): string {
    const {happens} = this.#chance
    let text = ''
    if (happens(0.1)) text += ` | score(${this.#scored(depth, outer + 1)})`
    if (happens(0.3)) text += ` | order(${this.#keys(outer + 1)})`
    if (happens(0.3)) text += `[${this.#slice()}]`
    if (happens(0.4) && depth > 0) text += this.projection(depth - 1, outer + 1)
    return text
  }

  #keys(outer: number): string {
    const key = () => `${this.#scalar(1, outer)}${this.#oneOf(['', ' asc', ' desc'])}`
    return this.#chance.happens(0.5) ? `${key()}, _id` : `${key()}, ${key()}`
  }

  #slice(): string {
    const {whole} = this.#chance
    return this.#one([
      () => `${whole(0, 3)}...${whole(0, 8)}`,
      () => `${whole(-4, 2)}..${whole(-2, 5)}`,
      () => String(whole(-2, 3)),
    ])
  }

  #scored(depth: number, outer: number): string {
    return this.#one([
      () => `${this.text(1, outer)} match ${this.#pattern()}`,
      () => `boost(${this.text(1, outer)} match ${this.#pattern()}, ${this.#chance.whole(0, 4)})`,
      () => this.condition(Math.min(depth, 1), outer),
    ])
  }

  condition(depth: number, outer: number): string {
    const simple = [
      () => `_type == ${this.#oneOf(['"page"', '"note"', '$type', '$none'])}`,
      () => `${this.#oneOf(['"person"', '$type'])} == _type`,
      () =>
        `_id in ${this.#oneOf(['$ids', '["d1", "d2", "drafts.d3"]', '$word', 'path("drafts.**")', 'path("*")', 'path("x.*")'])}`,
      () => `_id == ${this.#oneOf(['$id', '"d1"'])}`,
      () => `slug.current ${this.#oneOf(['== $slug', '== "s1"', 'in $slugs', '== $none', '== null'])}`,
      () =>
        `references(${this.#oneOf(['$id', '"d1"', '$ids', '"d1", "d2"', ...(outer > 1 ? ['^._id', '^.main._ref'] : [])])})`,
      () => `defined(${this.path(outer)})`,
      () => `${this.text(1, outer)} match ${this.#pattern()}`,
      () => `_type in ["page", "note"]`,
      () => this.#oneOf(['flag', 'true', 'order', 'null']),
    ]
    if (depth <= 0) return this.#one(simple)
    return this.#one([
      ...simple,
      () => `${this.#scalar(depth - 1, outer)} ${this.#comparison()} ${this.#scalar(depth - 1, outer)}`,
      () => `${this.condition(depth - 1, outer)} && ${this.condition(depth - 1, outer)}`,
      () => `${this.condition(depth - 1, outer)} && ${this.condition(depth - 1, outer)}`,
      () => `(${this.condition(depth - 1, outer)} || ${this.condition(depth - 1, outer)})`,
      () => `!(${this.condition(depth - 1, outer)})`,
      () => `${this.#scalar(depth - 1, outer)} in ${this.list(depth - 1, outer)}`,
      () =>
        `${this.#scalar(1, outer)} in ${this.#chance.whole(-1, 2)}${this.#oneOf(['..', '...'])}${this.#chance.whole(0, 5)}`,
      () => `count(${this.list(depth - 1, outer)}) ${this.#comparison()} ${this.#chance.whole(0, 3)}`,
      () => `_id in ${this.documents(depth - 2, outer)}.${this.#oneOf(['_id', 'main._ref'])}`,
    ])
  }

  projection(depth: number, outer: number): string {
    const attributes = Array.from({length: this.#chance.whole(1, 4)}, (_, index) =>
      this.#attribute(depth, outer, index),
    )
    return `{${attributes.join(', ')}}`
  }

  #attribute(depth: number, outer: number, index: number): string {
    const simple = [
      () => this.#oneOf([...fields, '_id', '_type']),
      () => '...',
      () => `"f${index}": ${this.path(outer)}`,
    ]
    if (depth <= 0) return this.#one(simple)
    return this.#one([
      ...simple,
      () => `"f${index}": ${this.value(depth - 1, outer)}`,
      () => `"f${index}": ${this.value(depth - 1, outer)}`,
      () => `"f${index}": ${this.documents(depth - 1, outer)}`,
      () => `${this.condition(depth - 1, outer)} => ${this.projection(depth - 1, outer)}`,
      () => `...${this.#oneOf(['inner', 'slug', '@', '$thing', 'main->', 'tags', 'missing'])}`,
      () => `inner${this.projection(depth - 1, outer + 1)}`,
      () => `others[]->${this.projection(depth - 1, outer + 1)}`,
      () => `main->${this.projection(depth - 1, outer + 1)}`,
      () => `"f${index}": others[]{"of": ${this.value(depth - 1, outer + 1)}}`,
    ])
  }

  path(outer: number): string {
    const around = outer > 1 && this.#chance.happens(0.3) ? '^.'.repeat(this.#chance.whole(1, outer - 1)) : ''
    return (
      around +
      this.#oneOf([
        ...fields,
        '_id',
        'inner.title',
        'inner.tags',
        'slug.current',
        'main->title',
        'main->main->order',
        'others[]->title',
        'others[0]->inner',
        'tags[0]',
        'tags[-1]',
        'tags[0..1]',
        'body[].children[].text',
        'body[0].children',
        'body[_type == "block"].children[].text',
        'others[]._ref',
        'main._ref',
      ])
    )
  }

  text(depth: number, outer: number): string {
    return this.#one([
      () => this.path(outer),
      () => 'title',
      () => 'pt::text(body)',
      () => `[title, inner.title]`,
      () => `[title, pt::text(body)]`,
      () => 'body[].children[].text',
      () => 'tags',
      () => (depth > 0 ? this.#scalar(depth - 1, outer) : 'title'),
    ])
  }

  #pattern(): string {
    return this.#oneOf([
      '$word',
      '"back"',
      '"kn*"',
      '"*n*"',
      '"*e*-k*n"',
      '"*n*e*"',
      '["back", "pain*"]',
      '"p*n back"',
      '""',
      '"e.g"',
      '$list',
      '"well-k*"',
    ])
  }

  #comparison(): string {
    return this.#oneOf(['==', '!=', '<', '<=', '>', '>='])
  }

  #scalar(depth: number, outer: number): string {
    const simple = [
      () => this.path(outer),
      () => this.#oneOf(['"back"', '1', '0', '-2', '3.5', 'true', 'null', '"s1"', '"d1"']),
      () => `$${this.#oneOf(names)}`,
    ]
    if (depth <= 0) return this.#one(simple)
    const inner = () => this.#scalar(depth - 1, outer)
    return this.#one([
      ...simple,
      () => `(${inner()} ${this.#oneOf(['+', '-', '*', '/', '%'])} ${inner()})`,
      () => `(order ** ${this.#chance.whole(0, 3)})`,
      () => `-${this.path(outer)}`,
      () => `coalesce(${inner()}, ${inner()})`,
      () => `select(${this.condition(depth - 1, outer)} => ${inner()}, ${inner()})`,
      () =>
        `${this.#oneOf(['lower', 'upper', 'length', 'string', 'count', 'string::lower', 'pt::text', 'math::sum', 'math::max', 'math::min', 'math::avg', 'round', 'dateTime'])}(${inner()})`,
      () => `round(${inner()}, ${this.#chance.whole(0, 2)})`,
      () => `array::join(${this.list(depth - 1, outer)}, ", ")`,
      () => `string::startsWith(${inner()}, "b")`,
      () => `(dateTime(when) + ${this.#chance.whole(0, 100)})`,
      () => `(dateTime(when) - dateTime("2026-01-01T00:00:00Z"))`,
      () => `sanity::${this.#oneOf(['projectId()', 'dataset()', 'versionOf("d1")', 'partOfRelease("x")'])}`,
      () => `identity()`,
      () => `array::intersects(${this.list(depth - 1, outer)}, ${this.list(depth - 1, outer)})`,
      () => `(${this.condition(depth - 1, outer)})`,
      () => `${this.documents(depth - 2, outer)}[0].${this.#oneOf(fields)}`,
      () => `count(${this.documents(depth - 2, outer)})`,
    ])
  }

  list(depth: number, outer: number): string {
    const simple = [
      () => this.#oneOf(['tags', 'others', 'body', 'inner.tags', '$list', '$ids', 'missing']),
      () => '[1, 2, "back"]',
    ]
    if (depth <= 0) return this.#one(simple)
    return this.#one([
      ...simple,
      () => `[${this.value(depth - 1, outer)}, ...${this.list(depth - 1, outer)}]`,
      () => `${this.list(0, outer)}[${this.condition(depth - 1, outer + 1)}]`,
      () => `(${this.list(depth - 1, outer)} + ${this.list(depth - 1, outer)})`,
      () => `array::compact(${this.list(depth - 1, outer)})`,
      // groq-js keeps every null, and the specification one: the lake goes by the specification.
      () => `array::unique(array::compact(${this.list(depth - 1, outer)}))`,
      () => `string::split(${this.#scalar(0, outer)}, " ")`,
      () => `(tags[] | order(@ desc))`,
      () => `${this.documents(depth - 1, outer)}.${this.#oneOf(fields)}`,
    ])
  }

  value(depth: number, outer: number): string {
    return this.#one([
      () => this.#scalar(depth, outer),
      () => this.#scalar(depth, outer),
      () => this.list(depth, outer),
      () => this.condition(depth, outer),
      () => this.path(outer),
      () => (depth > 0 ? `{"o": ${this.value(depth - 1, outer)}, ...inner}` : '@'),
    ])
  }

  #tail(depth: number, outer: number): string {
    return this.#one([
      () => `.${this.path(0)}`,
      () => '[0]',
      () => `[0]${this.projection(depth - 1, outer + 1)}`,
      () => '[]',
      () => `.others[]->${this.projection(depth - 1, outer + 1)}`,
    ])
  }

  #one(alternatives: readonly (() => string)[]): string {
    return this.#chance.oneOf(alternatives)()
  }

  #oneOf(alternatives: readonly string[]): string {
    return this.#chance.oneOf(alternatives)
  }
}

export const queryBy = (chance: Chance): string => new Writer(chance).query()
