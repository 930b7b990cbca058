/** Where a page's Markdown twin is: the page's address and `.md`, for a home page `index.md`. */
import {languages} from '../language.ts'
import {pathIn} from '../paths.ts'

/** `/conditions/back-pain` → `/conditions/back-pain.md`, `/` → `/index.md`, `/es` → `/es/index.md`. */
export function twinPath(path: string): string {
  const isHome = languages.some((language) => pathIn(language, '/') === path)
  return isHome ? `${path === '/' ? '' : path}/index.md` : `${path}.md`
}
