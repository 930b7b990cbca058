/**
 * Lets plain Node import what Next and Jest resolve by themselves: `@/…`, names without an extension, Next's own doors.
 * For programs beside the tests (`node --import ./tests/support/product-imports.mjs …`), which measure the product's own
 * code and queries, not copies of them.
 */
import {existsSync} from 'node:fs'
import {registerHooks} from 'node:module'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const root = path.resolve(import.meta.dirname, '../..')

/** The source file that a specifier without an extension means, or null where Node knows best. */
function ownFile(/** @type {string} */ specifier, /** @type {string | undefined} */ parent) {
  if (specifier === 'server-only') return path.join(root, 'tests/support/server-only.ts')
  const isRelative = /^\.{1,2}\//.test(specifier)
  if (!specifier.startsWith('@/') && !isRelative) return null
  if (isRelative && (!parent?.startsWith('file:') || parent.includes('/node_modules/'))) return null
  const base = isRelative
    ? path.resolve(path.dirname(fileURLToPath(parent ?? '')), specifier)
    : path.join(root, specifier.slice(2))
  return (
    [base, `${base}.ts`, path.join(base, 'index.ts')].find((file) => /\.\w+$/.test(file) && existsSync(file)) ?? null
  )
}

registerHooks({
  resolve(specifier, context, next) {
    const file = ownFile(specifier, context.parentURL)
    if (file) return next(pathToFileURL(file).href, context)
    // Next has no list of exports, so Node wants the file's whole name.
    return next(/^next\/[a-z]+$/.test(specifier) ? `${specifier}.js` : specifier, context)
  },
})
