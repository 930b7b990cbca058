/**
 * Who refers to whom: from the id of a target to the ids of the documents that point at it.
 * @module
 */
import type {LakeDocument} from './document.ts'
import {isRecord} from './json.ts'

export type Reference = {readonly target: string; readonly isStrong: boolean}

/** Every reference inside a value. A strong one binds: its target must exist, and cannot be deleted under it. */
export function referencesIn(value: unknown, found: Reference[] = []): Reference[] {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found)
  } else if (isRecord(value)) {
    const {_ref, _weak, _dataset, _projectId} = value
    if (typeof _ref === 'string') {
      found.push({target: _ref, isStrong: _weak !== true && _dataset === undefined && _projectId === undefined})
    }
    for (const name in value) {
      const child = value[name]
      if (typeof child === 'object') referencesIn(child, found)
    }
  }
  return found
}

export class ReferenceIndex {
  readonly #sources = new Map<string, Set<string>>()

  /** Replaces what is known of one document; null stands for one that does not exist. */
  update(id: string, before: LakeDocument | null, after: LakeDocument | null): void {
    for (const {target} of referencesIn(before)) {
      const sources = this.#sources.get(target)
      sources?.delete(id)
      if (sources?.size === 0) this.#sources.delete(target)
    }
    for (const {target} of referencesIn(after)) {
      const sources = this.#sources.get(target)
      if (sources) sources.add(id)
      else this.#sources.set(target, new Set([id]))
    }
  }

  /** Ids of the documents, drafts included, that hold a reference to `target`, weak or strong. */
  sourcesOf(target: string): ReadonlySet<string> {
    return this.#sources.get(target) ?? new Set()
  }
}
