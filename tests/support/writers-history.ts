/**
 * Holds what was answered and told against a history, for the drill of the writers.
 * @module
 */
import {applyPatch} from 'mendoza'
import type {WireEvent} from './event-source'
import {applied, type Held, type WriteRequest} from './reference-lake'

/** When a request was sent and when it was answered, on a clock that ticks at each of both. */
type Span = {sent: number; answered: number}
export type Write = Span & {id: string; request: WriteRequest; isAcknowledged: boolean}
export type Read = Span & {ids: readonly string[]; found: readonly Held[]}

/** A document without what only the lake knows. */
const plain = ({_createdAt, _updatedAt, ...document}: Record<string, unknown>): string =>
  JSON.stringify(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)))

const without = (document: Record<string, unknown> | null): Record<string, unknown> | null => {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}

const recordIn = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? {...value} : null

const textOf = (value: unknown): string => JSON.stringify(value) ?? 'undefined'

/** What does not fit, in words; none where all is well. */
export function violationsOf(
  streams: readonly (readonly WireEvent[])[],
  writes: readonly Write[],
  reads: readonly Read[],
  final: readonly Held[],
): string[] {
  const violations: string[] = []
  const [first = []] = streams
  for (const [index, other] of streams.entries()) {
    const difference = first.findIndex((event, at) => textOf(event) !== textOf(other[at]))
    if (difference >= 0 || other.length !== first.length) {
      violations.push(
        `listener ${index} heard otherwise, from event ${difference} on (${other.length} of ${first.length})`,
      )
    }
  }
  violations.push(...brokenChains(first))

  const order = [...new Set(first.map(({data}) => String(data.transactionId)))]
  const place = new Map(order.map((id, index) => [id, index]))
  const byId = new Map(writes.map((one) => [one.id, one]))
  const states: ReadonlyMap<string, Held>[] = [new Map()]
  for (const id of order) {
    const state = states.at(-1) ?? new Map()
    const request = byId.get(id)
    const result = request?.isAcknowledged ? applied(state, request.request, id) : null
    if (!result) violations.push(`${id} was told of, and the history refuses it`)
    else violations.push(...differences(id, result, first))
    states.push(result?.state ?? state)
  }
  const last = states.at(-1) ?? new Map()
  const held = final.map(plain).sort()
  if (textOf(held) !== textOf([...last.values()].map(plain).sort())) {
    violations.push(`the lake ends with ${textOf(held)}, the history with ${textOf([...last.values()])}`)
  }

  const moments = momentsOf(writes, place, states.length - 1)
  for (const {id, request, isAcknowledged, sent, answered} of writes) {
    const {from, to} = moments(sent, answered)
    const at = place.get(id)
    if (at !== undefined) {
      if (at < from || at > to) violations.push(`${id} has place ${at}, and by the clock ${from} to ${to}`)
      continue
    }
    // Not told of: refused, or without an effect.
    const isRight = states.slice(from, to + 1).some((state) => {
      const result = applied(state, request, id)
      return isAcknowledged ? result?.touched.size === 0 : result === null
    })
    if (!isRight) violations.push(`${id} was ${isAcknowledged ? 'told of to nobody' : 'refused'} without a reason`)
  }
  for (const {ids, found, sent, answered} of reads) {
    const {from, to} = moments(sent, answered)
    const answer = textOf(found.map(plain).sort())
    const isRight = states.slice(from, to + 1).some(
      (state) =>
        answer ===
        textOf(
          ids
            .flatMap((id) => state.get(id) ?? [])
            .map(plain)
            .sort(),
        ),
    )
    if (!isRight) violations.push(`a question about ${ids.join(', ')} was answered as at no moment: ${answer}`)
  }
  return violations
}

/** Events of one document that do not follow on each other. */
function brokenChains(events: readonly WireEvent[]): string[] {
  const documents = new Map<string, Record<string, unknown> | null>()
  return events.flatMap(({data}) => {
    const id = String(data.documentId)
    const [before, after] = [recordIn(data.previous), recordIn(data.result)]
    const known = documents.get(id) ?? null
    documents.set(id, after)
    const {apply, revert} = Object(data.effects)
    const isWhole =
      textOf(before) === textOf(known) &&
      (before === null ? data.previousRev === undefined : data.previousRev === before._rev) &&
      data.resultRev === data.transactionId &&
      sameFields(applyPatch(without(before), apply), without(after)) &&
      sameFields(applyPatch(without(after), revert), without(before))
    return isWhole ? [] : [`${String(data.eventId)} does not follow on what was told of ${id} before`]
  })
}

const sameFields = (a: unknown, b: unknown): boolean => plain({...recordIn(a)}) === plain({...recordIn(b)})

/** Where what was told of a transaction differs from what the history makes of it. */
function differences(
  id: string,
  {state, touched}: {state: ReadonlyMap<string, Held>; touched: ReadonlySet<string>},
  events: readonly WireEvent[],
): string[] {
  const told = events.filter(({data}) => data.transactionId === id)
  const ids = told.map(({data}) => String(data.documentId))
  // A document that a transaction makes and takes away again was never there for anybody.
  const expected = [...touched].filter((document) => state.has(document) || ids.includes(document))
  const wrong = told.filter(({data}) => {
    const document = state.get(String(data.documentId))
    return plain({...recordIn(data.result)}) !== plain({...document})
  })
  const isComplete = textOf([...ids].sort()) === textOf(expected.sort())
  const isNumbered = told.every(
    ({data}, index) => data.transactionCurrentEvent === index + 1 && data.transactionTotalEvents === told.length,
  )
  return [
    ...wrong.map(({data}) => `${String(data.eventId)} told ${textOf(data.result)}`),
    ...(isComplete && isNumbered ? [] : [`${id} touched ${expected.join(', ')} and told of ${ids.join(', ')}`]),
  ]
}

/** Between which states a request was answered, by the clock alone. */
function momentsOf(writes: readonly Write[], place: ReadonlyMap<string, number>, last: number) {
  const placed = writes.flatMap(({id, sent, answered}) => {
    const at = place.get(id)
    return at === undefined ? [] : [{at, sent, answered}]
  })
  return (sent: number, answered: number): {from: number; to: number} => ({
    from: Math.max(0, ...placed.filter((other) => other.answered < sent).map(({at}) => at + 1)),
    to: Math.min(last, ...placed.filter((other) => other.sent > answered).map(({at}) => at)),
  })
}
