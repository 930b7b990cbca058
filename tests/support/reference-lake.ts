/**
 * What a lake ought to do, written down a second time and as simply as can be: one map of documents, and requests that
 * are applied to it one after the other. No code is shared with the lake, or the two would agree in their faults.
 */

export type Content = {_id: string; _type: string; [field: string]: unknown}
export type Held = Content & {_rev: string}
type State = ReadonlyMap<string, Held>

export type Patch = {
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  inc?: Record<string, number>
  unset?: string[]
}

export type Mutation =
  | {create: Content}
  | {createOrReplace: Content}
  | {createIfNotExists: Content}
  | {patch: {id: string; ifRevisionID?: string} & Patch}
  | {delete: {id: string}}
  | {delete: {query: string; params: {group: number}}}

type Pair = {draftId: string; publishedId: string}

export type Action =
  | {actionType: 'sanity.action.document.create'; publishedId: string; attributes: Content; ifExists: 'fail' | 'ignore'}
  | ({actionType: 'sanity.action.document.edit'; patch: Patch} & Pair)
  | ({actionType: 'sanity.action.document.publish'; ifDraftRevisionId?: string} & Pair)
  | ({actionType: 'sanity.action.document.unpublish'} & Pair)
  | {actionType: 'sanity.action.document.discard'; draftId: string}
  | {actionType: 'sanity.action.document.delete'; publishedId: string; includeDrafts: string[]}

export type WriteRequest = {mutations: Mutation[]} | {actions: Action[]}

class Refused extends Error {}

function patched(document: Held, {set, setIfMissing, inc, unset}: Patch): Held {
  const result: Held = {...document}
  for (const [field, value] of Object.entries(setIfMissing ?? {})) result[field] ??= value
  for (const [field, value] of Object.entries(set ?? {})) result[field] = value
  for (const field of unset ?? []) delete result[field]
  for (const [field, by] of Object.entries(inc ?? {})) result[field] = Number(result[field]) + by
  return result
}

const targetOf = ({to}: Content): string | undefined =>
  typeof to === 'object' && to !== null && '_ref' in to ? String(to._ref) : undefined

/** One request on its way: the documents as it leaves them so far, and those that it has touched. */
class Step {
  readonly now: Map<string, Held>
  readonly touched = new Set<string>()
  readonly #before: State
  readonly #rev: string

  constructor(before: State, rev: string) {
    this.#before = before
    this.now = new Map(before)
    this.#rev = rev
  }

  need(id: string): Held {
    const document = this.now.get(id)
    if (!document) throw new Refused(`there is no ${id}`)
    return document
  }

  put(document: Content): void {
    this.now.set(document._id, {...document, _rev: this.#rev})
    this.touched.add(document._id)
  }

  remove(id: string): void {
    if (this.now.delete(id)) this.touched.add(id)
  }

  create(document: Content, ifExists: 'fail' | 'ignore'): void {
    if (!this.now.has(document._id)) this.put(document)
    else if (ifExists === 'fail') throw new Refused(`there is a ${document._id}`)
  }

  /** Revisions are those that the writer has seen: from before the request. */
  assertRevision(id: string, expected: string | undefined): void {
    if (expected !== undefined && this.#before.get(id)?._rev !== expected) throw new Refused(`${id} has changed`)
  }

  mutate(mutation: Mutation): void {
    if ('create' in mutation) this.create(mutation.create, 'fail')
    else if ('createIfNotExists' in mutation) this.create(mutation.createIfNotExists, 'ignore')
    else if ('createOrReplace' in mutation) this.put(mutation.createOrReplace)
    else if ('patch' in mutation) {
      const {id, ifRevisionID, ...patch} = mutation.patch
      const document = this.need(id)
      this.assertRevision(id, ifRevisionID)
      this.put(patched(document, patch))
    } else if ('id' in mutation.delete) this.remove(mutation.delete.id)
    else {
      const {group} = mutation.delete.params
      for (const {_id, _type, group: own} of [...this.now.values()]) {
        if (_type === 'pad' && own === group) this.remove(_id)
      }
    }
  }

  act(action: Action): void {
    switch (action.actionType) {
      case 'sanity.action.document.create':
        this.create(action.attributes, action.ifExists)
        return
      case 'sanity.action.document.edit': {
        const {draftId, publishedId, patch} = action
        if (!this.now.has(draftId)) this.put({...this.need(publishedId), _id: draftId})
        this.put(patched(this.need(draftId), patch))
        return
      }
      case 'sanity.action.document.publish': {
        const {draftId, publishedId, ifDraftRevisionId} = action
        const draft = this.need(draftId)
        this.assertRevision(draftId, ifDraftRevisionId)
        this.put({...draft, _id: publishedId})
        this.remove(draftId)
        return
      }
      case 'sanity.action.document.unpublish': {
        const {draftId, publishedId} = action
        const published = this.need(publishedId)
        this.create({...published, _id: draftId}, 'ignore')
        this.remove(publishedId)
        return
      }
      case 'sanity.action.document.discard':
        this.need(action.draftId)
        this.remove(action.draftId)
        return
      case 'sanity.action.document.delete': {
        const ids = [action.publishedId, ...action.includeDrafts].filter((id) => this.now.has(id))
        if (ids.length === 0) throw new Refused(`there is no ${action.publishedId}`)
        for (const id of ids) this.remove(id)
      }
    }
  }

  /** Nobody may refer to what is not there. */
  assertReferences(): void {
    for (const document of this.now.values()) {
      const target = targetOf(document)
      const isConcerned = this.touched.has(document._id) || (target !== undefined && this.touched.has(target))
      if (isConcerned && target !== undefined && !this.now.has(target)) {
        throw new Refused(`${document._id} refers to ${target}`)
      }
    }
  }
}

export type Applied = {readonly state: State; readonly touched: ReadonlySet<string>}

/** What a request makes of a state, or null where it is refused. */
export function applied(state: State, request: WriteRequest, rev: string): Applied | null {
  const step = new Step(state, rev)
  try {
    if ('mutations' in request) for (const mutation of request.mutations) step.mutate(mutation)
    else for (const action of request.actions) step.act(action)
    step.assertReferences()
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
  return {state: step.now, touched: step.touched}
}
