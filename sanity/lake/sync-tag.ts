/**
 * Sync tags say what an answer depends on, and what a transaction has changed; where they meet, the answer is stale.
 * To clients they are opaque; Sanity's begin with `s1:`.
 * @module
 */
import {createHash} from 'node:crypto'
import {publishedIdFor} from './document.ts'

const tag = (kind: string, name: string): string =>
  `s1:${createHash('sha256').update(`${kind}:${name}`).digest('base64url').slice(0, 8)}`

/** On every change, and on every answer that no type and no id bounds. */
export const tagForEverything: string = tag('all', '')

export const tagForType = (type: string): string => tag('type', type)

/** All versions of a document share one tag. */
export const tagForId = (id: string): string => tag('id', publishedIdFor(id))
