/**
 * Things of which a process has one. The framework compiles routes and instrumentation into bundles of their own, each
 * with its own copy of a module; the process is what they share.
 */
export function processWide<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`clinic.${name}`)
  const known: unknown = Reflect.get(globalThis, key)
  // Written below and nowhere else, under a name that only one module uses: it is what `make` makes.
  if (known) return known as T
  const made = make()
  Reflect.set(globalThis, key, made)
  return made
}
