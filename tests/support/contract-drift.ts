import {Schema} from '@sanity/schema'
import {builtinTypes, extractSchema} from '@sanity/schema/_internal'
import {parse, type SchemaType, typeEvaluate} from 'groq-js'
import type {Contract} from '@/sanity/contract'
import {deadFields, witnesses} from './witnesses'

/** What a Studio schema looks like to GROQ: required fields are never null. */
export function groqSchemaOf(types: readonly object[]): SchemaType {
  return extractSchema(Schema.compile({name: 'clinic', types: [...builtinTypes, ...types]}), {
    enforceRequiredFields: true,
  })
}

/** Each way in which schema, query and contract disagree, one line each; empty where they agree. */
export function driftOf(contract: Contract, schema: SchemaType): string[] {
  const type = typeEvaluate(parse(contract.query), schema)
  const dead = deadFields(type).map((field) => `${field}: no such field`)
  const misfits = witnesses(type, schema)
    .flatMap((sample) => contract.answer.safeParse(sample).error?.issues ?? [])
    // Formats are enforced at run time and tested on their own; a witness is only a shape.
    .filter(({code}) => code !== 'invalid_format')
    .map(
      ({path, message}) =>
        `${path.map((part) => (typeof part === 'number' ? '[]' : String(part))).join('.')}: ${message}`,
    )
  return [...new Set([...dead, ...misfits])]
}
