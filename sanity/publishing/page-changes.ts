/** When each page's public content last changed, and the pictures on it: of all the answers that the page shows. */
import {keptQuestions, keyOf} from '@/lib/revalidation/answers'
import type {ContentChange} from '@/lib/revalidation/content-changes'
import {allChanges} from '@/sanity/changes'
import {pagesShowing} from './questions'

const newer = (one: string | null, other: string | null): string | null =>
  other && (!one || other > one) ? other : one

/** By path. What every page shows, such as the menu, is no news of any of them. */
export async function pageChanges(): Promise<Map<string, ContentChange>> {
  const changes = await allChanges()
  const pages = new Map<string, ContentChange>()
  for (const question of keptQuestions()) {
    const change = changes.get(keyOf(question))
    const paths = pagesShowing(question)
    if (!change || paths === 'every page') continue
    for (const path of paths) {
      const before = pages.get(path) ?? {changedAt: null, pictures: []}
      pages.set(path, {
        changedAt: newer(before.changedAt, change.changedAt),
        pictures: [...before.pictures, ...change.pictures],
      })
    }
  }
  return pages
}
