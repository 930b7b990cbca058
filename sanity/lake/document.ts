/**
 * Documents and their ids. An id says which version of a document it names: `x` is published, `drafts.x` the draft,
 * `versions.r.x` the version in release `r`; any other id with a dot is private to those with a token.
 * @module
 */
import {randomBytes} from 'node:crypto'
import {isRecord, type JsonRecord} from './json.ts'

export type LakeDocument = {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: unknown
}

const SYSTEM_FIELDS = ['_id', '_type', '_rev', '_createdAt', '_updatedAt'] as const

/** Whether a value has the fields that the lake gives every document. */
export const isLakeDocument = (value: unknown): value is LakeDocument =>
  isRecord(value) && SYSTEM_FIELDS.every((field) => typeof value[field] === 'string')

/** Whether a value is a time as documents hold it: ISO 8601, with its zone. */
export const isTime = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value))

const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

export const isDraftId = (id: string): boolean => id.startsWith(DRAFTS)
export const isVersionId = (id: string): boolean => id.startsWith(VERSIONS)
export const isPublishedId = (id: string): boolean => !isDraftId(id) && !isVersionId(id)

/** Only ids without a dot may be read without a token: the rule of Sanity's public datasets. */
export const isPublicId = (id: string): boolean => !id.includes('.')

/** The id that all versions of a document share: `drafts.x` and `versions.r.x` both give `x`. */
export function publishedIdFor(id: string): string {
  if (isDraftId(id)) return id.slice(DRAFTS.length)
  if (isVersionId(id)) return id.split('.').slice(2).join('.')
  return id
}

export const draftIdFor = (id: string): string => DRAFTS + publishedIdFor(id)

/** The id of one layer of a perspective: the layer is `drafts` or the name of a release. */
export const layerIdFor = (layer: string, publishedId: string): string =>
  layer === 'drafts' ? DRAFTS + publishedId : `${VERSIONS}${layer}.${publishedId}`

/** The release that a version belongs to, or null. */
export const releaseOf = (id: string): string | null => (isVersionId(id) ? (id.split('.')[1] ?? null) : null)

/** A version in a release that takes its document away when the release is published. */
export const isMarkedForRemoval = ({_system}: JsonRecord): boolean => isRecord(_system) && _system.delete === true

/** 22 letters and digits, as Sanity's own ids have: 128 bits and a little more. */
export const newId = (): string => randomBytes(24).toString('base64url').replace(/[-_]/g, 'x').slice(0, 22)

const DOCUMENT_ID = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/
const TRANSACTION_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/
const TYPE_NAME = /^[A-Za-z][A-Za-z0-9._-]{0,127}$/

export const isDocumentId = (id: unknown): id is string =>
  typeof id === 'string' && DOCUMENT_ID.test(id) && !id.includes('..') && !id.endsWith('.')
export const isTransactionId = (id: unknown): id is string => typeof id === 'string' && TRANSACTION_ID.test(id)
export const isTypeName = (type: unknown): type is string => typeof type === 'string' && TYPE_NAME.test(type)
