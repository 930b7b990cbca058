/**
 * The functions of GROQ by namespace and name. What the parser knows and this table does not is refused by name.
 * @module
 */
import {publishedIdFor, releaseOf} from '../document.ts'
import type {GroqNode} from '../groq.ts'
import {notHonoured} from '../lake-error.ts'
import {type Compute, compile} from './compile.ts'
import {compileDiff} from './diff.ts'
import {childrenOf, nameOf} from './node.ts'
import {plainTextOf} from './plain-text.ts'
import type {Scope} from './scope.ts'
import {finite, IdPattern, isEqual, isObject, Moment, textOfValue} from './value.ts'

type GroqFunction = (args: readonly unknown[], scope: Scope) => unknown

const onText =
  (apply: (text: string, scope: Scope) => unknown): GroqFunction =>
  ([value], scope) =>
    typeof value === 'string' ? apply(value, scope) : null

const onList =
  (apply: (list: readonly unknown[], scope: Scope) => unknown): GroqFunction =>
  ([value], scope) => {
    if (!Array.isArray(value)) return null
    scope.run.budget.spend(value.length >> 2)
    return apply(value, scope)
  }

const onNumbers = (reduce: (numbers: readonly number[]) => number | null): GroqFunction =>
  onList((list) => {
    const numbers = list.filter((item) => item !== null)
    return numbers.every((item) => typeof item === 'number') ? reduce(numbers.map(Number)) : null
  })

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Letters, and not the halves of which JavaScript makes some. */
function lengthOf(text: string): number {
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0xd800 || code > 0xdbff) length++
  }
  return length
}

/** An object that refers to something is asked about nothing that it holds besides. */
function refersTo(value: unknown, targets: ReadonlySet<unknown>, scope: Scope): boolean {
  if (typeof value !== 'object' || value === null) return false
  scope.run.budget.spend(1)
  if (Array.isArray(value)) return value.some((item) => refersTo(item, targets, scope))
  if (!isObject(value)) return false
  if (value._ref) return targets.has(value._ref)
  return Object.values(value).some((child) => refersTo(child, targets, scope))
}

const references: GroqFunction = (args, scope) => {
  const targets = new Set(args.flat().filter((id) => typeof id === 'string'))
  return targets.size > 0 && refersTo(scope.value, targets, scope)
}

const round: GroqFunction = ([value, digits = 0]) => {
  if (typeof value !== 'number') return null
  if (typeof digits !== 'number' || digits < 0 || !Number.isInteger(digits)) return null
  if (digits === 0) return finite(value < 0 ? -Math.round(-value) : Math.round(value))
  return finite(Number(value.toFixed(Math.min(digits, 100))))
}

const split: GroqFunction = ([text, separator], {run: {budget}}) => {
  if (typeof text !== 'string' || typeof separator !== 'string') return null
  budget.build(text.length)
  if (text === '') return []
  return separator === '' ? Array.from(text) : text.split(separator)
}

const join: GroqFunction = ([list, separator], {run: {budget}}) => {
  if (!Array.isArray(list) || typeof separator !== 'string') return null
  const texts: string[] = []
  for (const item of list) {
    const text = textOfValue(item)
    if (text === null) return null
    budget.build(1 + ((text.length + separator.length) >> 3))
    texts.push(text)
  }
  return texts.join(separator)
}

const unique = onList((list, {run: {budget}}) => {
  budget.build(list.length)
  const seen = new Set<unknown>()
  return list.filter((item) => {
    if (typeof item === 'object' && item !== null) return true
    const isNew = !seen.has(item)
    seen.add(item)
    return isNew
  })
})

const intersects: GroqFunction = ([a, b], {run: {budget}}) => {
  if (!Array.isArray(a) || !Array.isArray(b)) return null
  return a.some((item) => {
    budget.spend(1 + (b.length >> 3))
    return b.some((other) => isEqual(item, other))
  })
}

const idAt = ({value}: Scope): string | null => (isObject(value) && typeof value._id === 'string' ? value._id : null)

const versionOf = onText((id, scope) => {
  const version = idAt(scope)
  return version === null ? null : version === id || publishedIdFor(version) === id
})

const partOfRelease = onText((release, scope) => {
  const id = idAt(scope)
  return id === null ? null : releaseOf(id) === release
})

const lower = onText((text, {run: {budget}}) => {
  budget.build(text.length >> 3)
  return text.toLowerCase()
})
const upper = onText((text, {run: {budget}}) => {
  budget.build(text.length >> 3)
  return text.toUpperCase()
})

const FUNCTIONS: Record<string, Record<string, GroqFunction>> = {
  global: {
    count: onList((list) => list.length),
    dateTime: ([value]) => (typeof value === 'string' ? Moment.parse(value) : value instanceof Moment ? value : null),
    defined: ([value]) => value !== null,
    identity: (_args, {run}) => run.identity,
    length: ([value]) => (typeof value === 'string' ? lengthOf(value) : Array.isArray(value) ? value.length : null),
    path: onText((pattern) => new IdPattern(pattern)),
    string: ([value]) => textOfValue(value),
    references,
    round,
    now: (_args, {run}) => run.now.toISOString(),
    lower,
    upper,
  },
  string: {
    lower,
    upper,
    split,
    startsWith: ([text, beginning]) =>
      typeof text === 'string' && typeof beginning === 'string' ? text.startsWith(beginning) : null,
  },
  array: {
    join,
    compact: onList((list) => list.filter((item) => item !== null)),
    unique,
    intersects,
  },
  math: {
    min: onNumbers((numbers) => (numbers.length > 0 ? numbers.reduce((a, b) => Math.min(a, b)) : null)),
    max: onNumbers((numbers) => (numbers.length > 0 ? numbers.reduce((a, b) => Math.max(a, b)) : null)),
    sum: onNumbers((numbers) => finite(sumOf(numbers))),
    avg: onNumbers((numbers) => finite(sumOf(numbers) / numbers.length)),
  },
  pt: {text: ([value], scope) => plainTextOf(value, scope.run.budget)},
  dateTime: {now: (_args, {run}) => new Moment(run.now.getTime())},
  releases: {
    all: (_args, {run}) => run.everything.filter((item) => isObject(item) && item._type === 'system.release'),
  },
  documents: {
    incomingRefCount(_args, scope) {
      const id = idAt(scope)
      // The index knows of every version; the one that is seen here may refer to something else.
      const referring = id === null ? [] : (scope.run.lake?.referring(id) ?? [])
      return referring.filter((document) => refersTo(document, new Set([id]), scope)).length
    },
  },
  delta: {
    operation(_args, {run: {change}}) {
      if (change === null) throw notHonoured('The function delta::operation() outside of a webhook')
      if (change.after === null) return change.before === null ? null : 'delete'
      return change.before === null ? 'create' : 'update'
    },
  },
  sanity: {
    projectId: (_args, {run}) => run.sanity.projectId,
    dataset: (_args, {run}) => run.sanity.dataset,
    versionOf,
    partOfRelease,
  },
}

function coalesce(args: readonly Compute[]): Compute {
  return (scope) => {
    for (const arg of args) {
      const value = arg(scope)
      if (value !== null) return value
    }
    return null
  }
}

export function compileCall(node: GroqNode): Compute {
  const namespace = typeof node.namespace === 'string' ? node.namespace : 'global'
  const name = nameOf(node)
  const diff = compileDiff(node)
  if (diff) return diff
  const args = childrenOf(node, 'args').map(compile)
  if (namespace === 'global' && name === 'coalesce') return coalesce(args)
  const apply = FUNCTIONS[namespace]?.[name]
  if (!apply) throw notHonoured(`The function ${namespace === 'global' ? '' : `${namespace}::`}${name}()`)
  return (scope) =>
    apply(
      args.map((arg) => arg(scope)),
      scope,
    )
}
