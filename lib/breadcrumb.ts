/** The way from the home page to a page, shown to readers and to search engines alike. */
import {labelsFor} from './labels.ts'
import type {Language} from './language.ts'
import {pathIn} from './paths.ts'
import {excerpt} from './seo/excerpt.ts'

export type Crumb = Readonly<{label: string; path: string}>

/** The lists that pages may stand below. */
type Section = 'conditions' | 'treatments' | 'questions' | 'facts' | 'people' | 'locations'

/** Longer titles are cut: the whole of it stands right below. Characters. */
const longestLabel = 60

/** Home, the list the page belongs to (if any), and the page itself. */
export function crumbsFor(language: Language, section: Section | null, here: {title: string; path: string}): Crumb[] {
  const labels = labelsFor(language)
  return [
    {label: labels.chrome.home, path: pathIn(language, '/')},
    ...(section ? [{label: labels[section].title, path: pathIn(language, `/${section}`)}] : []),
    {label: excerpt(here.title, longestLabel), path: here.path},
  ]
}
