/** Reads content source maps as the overlays of Presentation do: with Sanity's own client. */
import type {ContentSourceMap} from '@sanity/client'
import {
  type ContentSourceMapParsedPath,
  jsonPath,
  resolvedKeyedSourcePath,
  resolveMapping,
  walkMap,
} from '@sanity/client/csm'

export type TracedText = {
  /** Where it stands in the answer, e.g. `$[0]['title']`. */
  readonly at: string
  readonly text: string
  /** What the map says of it; null where it says nothing. */
  readonly kind: 'documentValue' | 'literal' | 'unknown' | null
  readonly document: string | null
  readonly path: ContentSourceMapParsedPath
}

/** Every text of an answer, with what its map says of it. */
export function tracedTexts(result: unknown, map: ContentSourceMap): TracedText[] {
  const texts: TracedText[] = []
  const look = (text: unknown, keyedPath: ContentSourceMapParsedPath) => {
    if (typeof text !== 'string') return text
    const found = resolveMapping(keyedPath, map)
    const source = found?.mapping.source
    const at = jsonPath(keyedPath.map((step) => (typeof step === 'object' ? step._index : step)))
    if (!found || source?.type !== 'documentValue') {
      texts.push({at, text, kind: source?.type ?? null, document: null, path: []})
      return text
    }
    const path = resolvedKeyedSourcePath({
      keyedResultPath: keyedPath,
      pathSuffix: found.pathSuffix,
      sourceBasePath: map.paths[source.path] ?? '',
    })
    texts.push({at, text, kind: source.type, document: map.documents[source.document]?._id ?? null, path})
    return text
  }
  walkMap(result, look)
  return texts
}

/** What stands at a path of a document. */
export function valueAt(document: unknown, path: ContentSourceMapParsedPath): unknown {
  let value = document
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    if (typeof step === 'object') {
      value = Array.isArray(value) ? value.find((item) => item?._key === step._key) : undefined
    } else value = Object.entries(value).find(([name]) => name === String(step))?.[1]
  }
  return value
}
