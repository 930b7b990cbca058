/** The methods of a client of Sanity's, found by looking, as `assets.upload`. */
import type {SanityClient} from '@sanity/client'

/** The same methods once more, with observables for promises. */
const TWIN = 'observable'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function namesOf(value: object): string[] {
  const names = new Set<string>()
  for (let at: unknown = value; isObject(at) && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name)
  }
  return [...names].filter((name) => name !== 'constructor' && !name.startsWith('_'))
}

export function methodsOf(client: SanityClient): string[] {
  const methods: string[] = []
  const visit = (value: object, prefix: string): void => {
    for (const name of namesOf(value)) {
      const member: unknown = Reflect.get(value, name)
      if (typeof member === 'function') methods.push(prefix + name)
      else if (isObject(member) && name !== TWIN && name !== 'clientConfig') visit(member, `${prefix}${name}.`)
    }
  }
  visit(client, '')
  return [...new Set(methods)].sort()
}
