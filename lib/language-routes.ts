/**
 * How an address becomes a route: every page lives under `app/[lang]`, and the default language has no prefix.
 *
 * Plain data, so that the framework's configuration can load it before anything is compiled.
 */

/** First parts of an address that are no page of the patient's site in its default language. */
const outsideTheSite = ['en', 'es', 'api', 'studio', 'media', 'download', 'card', 'qr', '_next']

const first = `:first((?!(?:${outsideTheSite.join('|')})(?:/|$))[^/]+)`

/** Looked at after real files and fixed routes, so that `/robots.txt` is itself and `/back-pain.html` is a page. */
export const rewritesForLanguages = [
  // A page's address and ".md" is its Markdown twin; further languages come before the default one, which takes the rest.
  {source: '/es/:path+.md', destination: '/es/markdown/:path+'},
  {source: '/:path+.md', destination: '/en/markdown/:path+'},
  {source: '/', destination: '/en'},
  {source: `/${first}`, destination: '/en/:first'},
  {source: `/${first}/:rest*`, destination: '/en/:first/:rest*'},
]
