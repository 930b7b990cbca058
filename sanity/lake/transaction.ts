/**
 * One transaction while it is being put together: documents as they would be, nothing stored yet. Each step sees the
 * steps before it; `finish` checks the whole and hands over the changes.
 * @module
 */
import {draftIdFor, isDocumentId, isTime, isTypeName, type LakeDocument, newId} from './document.ts'
import {faultOf, isRecord, type JsonRecord} from './json.ts'
import {type FailedItem, mutationError} from './lake-error.ts'
import {applyPatch, operationsOf, PatchError, withArrayKeys} from './patch.ts'
import {type ReferenceIndex, referencesIn} from './reference-index.ts'

/** What became of one document: null stands for "does not exist". */
export type Change = {
  readonly id: string
  readonly before: LakeDocument | null
  readonly after: LakeDocument | null
  /** The mutations that did it, as listeners see them. */
  readonly mutations: readonly JsonRecord[]
}

export type MutationResult = {
  readonly id: string
  readonly operation: 'create' | 'update' | 'delete' | 'none'
}

export type Documents = {get(id: string): LakeDocument | null}

export type TransactionOptions = {
  readonly id: string
  readonly author: string
  readonly timestamp: string
  readonly autoKeys?: boolean
}

type Slot = {before: LakeDocument | null; after: LakeDocument | null; mutations: JsonRecord[]}

export type Creation = 'create' | 'createIfNotExists' | 'createOrReplace'

/** How a failed step is reported; actions and mutations word it differently. */
export type Fail = (status: number, item: FailedItem, options?: ErrorOptions) => Error

export class Transaction {
  readonly id: string
  readonly author: string
  readonly timestamp: string
  readonly #autoKeys: boolean
  readonly #stored: Documents
  readonly #slots = new Map<string, Slot>()
  #fail: Fail = (status, item, options) => mutationError(status, item, 0, options)

  constructor(stored: Documents, {id, author, timestamp, autoKeys = false}: TransactionOptions) {
    this.#stored = stored
    this.#autoKeys = autoKeys
    this.id = id
    this.author = author
    this.timestamp = timestamp
  }

  /** Words the failures of the steps that follow. */
  failAs(fail: Fail): void {
    this.#fail = fail
  }

  /** A document as this transaction leaves it so far. */
  get(id: string): LakeDocument | null {
    const slot = this.#slots.get(id)
    return slot ? slot.after : this.#stored.get(id)
  }

  /** The ids that steps so far have put or deleted. */
  touchedIds(): string[] {
    return [...this.#slots.keys()]
  }

  create(kind: Creation, given: JsonRecord): MutationResult {
    const attributes = this.#autoKeys ? withArrayKeys(given) : given
    const fault = faultOf(attributes)
    if (fault || !isRecord(attributes))
      throw this.#fail(400, {type: 'validationError', description: `The document ${fault}`})
    if (kind !== 'create' && (attributes._id === undefined || attributes._id === '')) {
      throw this.#fail(400, {type: 'validationError', description: `"${kind}" needs a document with an _id`})
    }
    const id = this.#idFor(attributes._id)
    if (attributes._createdAt !== undefined && !isTime(attributes._createdAt)) {
      throw this.#fail(400, {
        type: 'validationError',
        id,
        description: `Document "${id}" has a _createdAt that is no time`,
      })
    }
    const type = attributes._type
    if (!isTypeName(type)) {
      throw this.#fail(400, {
        type: 'validationError',
        description: `Document "${id}" needs a _type of letters, digits and dots`,
      })
    }
    const current = this.get(id)
    if (current && kind === 'create') {
      throw this.#fail(409, {
        type: 'documentAlreadyExistsError',
        id,
        description: `Document by ID "${id}" already exists`,
      })
    }
    if (current && kind === 'createIfNotExists') return {id, operation: 'none'}
    const createdAt = typeof attributes._createdAt === 'string' ? attributes._createdAt : null
    const stamped = {
      ...attributes,
      _id: id,
      _type: type,
      _createdAt: createdAt ?? current?._createdAt ?? this.timestamp,
    }
    this.#put(id, stamped, {[kind]: stamped})
    return {id, operation: current ? 'update' : 'create'}
  }

  patch(id: string, patch: JsonRecord): MutationResult {
    const current = this.get(id)
    if (!current) {
      const description = `The document with the ID "${id}" was not found`
      throw this.#fail(409, {type: 'documentNotFoundError', id, description})
    }
    this.#assertRevision(current, patch.ifRevisionID ?? patch.ifRevisionId)
    try {
      const operations = operationsOf(patch)
      const patched = applyPatch(current, operations)
      const keyed = this.#autoKeys ? withArrayKeys(patched) : patched
      this.#put(id, isRecord(keyed) ? keyed : patched, {patch: {id, ...operations}})
    } catch (error) {
      if (!(error instanceof PatchError)) throw error
      throw this.#fail(400, {type: 'patchError', id, description: error.message}, {cause: error})
    }
    return {id, operation: 'update'}
  }

  delete(id: string): MutationResult {
    if (!this.get(id)) return {id, operation: 'none'}
    this.#put(id, null, {delete: {id}})
    return {id, operation: 'delete'}
  }

  /** The changes of the whole transaction. @throws when a strong reference would point at nothing */
  finish(references: ReferenceIndex): Change[] {
    const changes = [...this.#slots]
      .map(([id, slot]): Change => ({id, ...slot}))
      .filter(({before, after}) => before !== null || after !== null)
    for (const change of changes) {
      if (change.after) this.#assertTargets(change.after)
      else this.#assertUnreferenced(change.id, references)
    }
    return changes
  }

  #idFor(id: unknown): string {
    if (id === undefined || id === null || id === '') return newId()
    // `drafts.` asks for a draft with an id of the lake's choosing.
    const complete =
      id === 'drafts.' ? draftIdFor(newId()) : typeof id === 'string' && id.endsWith('.') ? id + newId() : id
    if (isDocumentId(complete)) return complete
    throw this.#fail(400, {
      type: 'validationError',
      description: `The document ID ${JSON.stringify(id)} is not of letters, digits, "_", "-" and single dots`,
    })
  }

  #put(id: string, document: JsonRecord | null, mutation: JsonRecord): void {
    const slot = this.#slots.get(id) ?? {before: this.#stored.get(id), after: null, mutations: []}
    slot.after = document && {
      ...document,
      _id: id,
      _type: String(document._type),
      _createdAt: typeof document._createdAt === 'string' ? document._createdAt : this.timestamp,
      _rev: this.id,
      _updatedAt: this.timestamp,
    }
    slot.mutations.push(mutation)
    this.#slots.set(id, slot)
  }

  #assertRevision(current: LakeDocument, expected: unknown): void {
    // A patch after another one of the same transaction still means the revision that the caller has seen.
    const slot = this.#slots.get(current._id)
    const revision = slot ? slot.before?._rev : current._rev
    if (expected === undefined || expected === revision) return
    throw this.#fail(409, {
      type: 'documentRevisionIDDoesNotMatchError',
      id: current._id,
      currentRevisionID: revision,
      expectedRevisionID: expected,
      description: `document "${current._id}" has unexpected revision ID ("${revision}"), expected "${String(expected)}"`,
    })
  }

  #assertTargets(document: LakeDocument): void {
    for (const {target, isStrong} of referencesIn(document)) {
      if (!isStrong || this.get(target)) continue
      throw this.#fail(409, {
        type: 'documentReferenceDoesNotExistError',
        id: document._id,
        referenceID: target,
        description: `Document "${document._id}" references non-existent document "${target}"`,
      })
    }
  }

  #assertUnreferenced(id: string, references: ReferenceIndex): void {
    const holders = [...references.sourcesOf(id)].filter((source) => {
      if (source === id) return false
      return [...referencesIn(this.get(source))].some(({target, isStrong}) => isStrong && target === id)
    })
    const [first] = holders
    if (first === undefined) return
    throw this.#fail(409, {
      type: 'documentHasExistingReferencesError',
      id,
      referencingIDs: holders,
      description: `Document "${id}" cannot be deleted as there are references to it from "${first}"`,
    })
  }
}
