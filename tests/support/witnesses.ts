import type {SchemaType, TypeNode} from 'groq-js'

/**
 * Sample answers for a GROQ type: every branch the Content Lake may return (each union member, each optional key
 * present and absent, an empty and a filled array) appears in at least one of them. Linear in the type, not a cross
 * product. A type that contains itself is not entered a second time.
 */
export function witnesses(node: TypeNode, schema: SchemaType, within: readonly string[] = []): unknown[] {
  const of = (inner: TypeNode) => witnesses(inner, schema, within)
  switch (node.type) {
    case 'null':
      return [null]
    case 'string':
      return [node.value ?? 'text']
    case 'number':
      return [node.value ?? 1]
    case 'boolean':
      return [node.value ?? true]
    case 'unknown':
      return [undefined]
    case 'union':
      return node.of.flatMap(of)
    case 'array':
      return [[], ...of(node.of).map((item) => [item])]
    case 'inline':
      return within.includes(node.name) ? [] : witnesses(named(node.name, schema), schema, [...within, node.name])
    case 'object': {
      const keys = Object.entries(node.attributes).map(([key, {value, optional}]) => ({
        key,
        options: optional ? [...of(value), undefined] : of(value),
      }))
      const rest = node.rest ? of(node.rest)[0] : {}
      const whole = Object.assign({}, rest, Object.fromEntries(keys.map(({key, options}) => [key, options[0]])))
      return [whole, ...keys.flatMap(({key, options}) => options.slice(1).map((option) => ({...whole, [key]: option})))]
    }
  }
}

/** Paths that the schema can only ever answer with null: a field misspelt, or gone. */
export function deadFields(node: TypeNode, path = '$'): string[] {
  switch (node.type) {
    case 'null':
      return [path]
    case 'array':
      return deadFields(node.of, `${path}[]`)
    case 'union': {
      // A field of one kind of document is null for the others; it is dead only where no kind has it.
      const members = node.of.filter(({type}) => type !== 'null').map((member) => deadFields(member, path))
      const [first = [], ...others] = members
      return first.filter((dead) => others.every((list) => list.includes(dead)))
    }
    case 'object':
      return Object.entries(node.attributes).flatMap(([key, {value}]) => deadFields(value, `${path}.${key}`))
    default:
      return []
  }
}

function named(name: string, schema: SchemaType): TypeNode {
  const found = schema.find((type) => type.name === name)
  if (!found) throw new Error(`The schema has no type named "${name}"`)
  return found.type === 'document' ? {type: 'object', attributes: found.attributes} : found.value
}
