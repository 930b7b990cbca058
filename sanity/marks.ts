/**
 * The invisible marks of visual editing: each text of a draft says of which field it is, so that a click on it opens that
 * field in the Studio. They are put on after an answer has been checked, so that no contract ever sees one, and only on
 * words that are shown: what is compared, counted, linked or computed with stays as it is.
 */
import {type ContentSourceMap, stegaEncodeSourceMap} from '@sanity/client/stega'

/** Fields whose text stands on a page as it was typed, by their name in the schema. */
const shownWords: ReadonlySet<string> = new Set([
  'access',
  'alsoKnownAs',
  'alt',
  'caption',
  'cells',
  'credentials',
  'credit',
  'description',
  'detail',
  'directions',
  'duration',
  'emergencyText',
  'gettingHome',
  'heading',
  'intro',
  'items',
  'label',
  'legalNote',
  'name',
  'note',
  'numbing',
  'parking',
  'population',
  'publisher',
  'question',
  'recovery',
  'role',
  'specialties',
  'statement',
  'summary',
  'tagline',
  'text',
  'title',
])

/** Parts of a document that only machines read, and lists out of which a contract drops entries. */
const apart: ReadonlySet<string> = new Set(['social', 'search', 'markDefs', 'legalNotices'])

type Path = readonly unknown[]

const namesIn = (path: Path): string[] => path.filter((segment) => typeof segment === 'string')

/** May this text carry a mark? `sourcePath` is where it stands in its document, `resultPath` where in the answer. */
export function isMarked({
  sourcePath,
  resultPath,
  value,
}: {
  sourcePath: Path
  resultPath: Path
  value: string
}): boolean {
  const names = namesIn(sourcePath)
  const isApart = [...names, ...namesIn(resultPath)].some((name) => apart.has(name))
  // An empty text means "none" in places: an image without words is a decoration.
  return value.trim() !== '' && !isApart && shownWords.has(names.at(-1) ?? '')
}

/** The same answer, with marks. Without a source map, as it was. */
export function withMarks<Value>(value: Value, sourceMap: ContentSourceMap | undefined): Value {
  if (!sourceMap) return value
  return stegaEncodeSourceMap(value, sourceMap, {enabled: true, studioUrl: '/studio', filter: isMarked})
}
