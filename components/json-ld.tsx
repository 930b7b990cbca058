import type {Graph} from '@/lib/seo/graph'
import {withoutMarks} from '@/lib/without-marks'

/** JSON that is safe within a `script` element: with no "<" in it, no content can close the element and begin another. */
export const jsonForHtml = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/** Structured data for search engines. */
export const JsonLd = ({graph}: {graph: Graph}) => (
  <script type="application/ld+json">{jsonForHtml(withoutMarks(graph))}</script>
)
