/** Words of red flags that staff keep under "Search words", in each language. */
import type {AddedWords} from '@/lib/enquiries/flags'
import type {Language} from '@/lib/language'
import type {RedFlagWords} from '@/lib/search/red-flags'
import {siteSearch} from '@/sanity/publishing/site-search'

/** Where the lake cannot be asked those built in go on counting: an inbox must open during an outage. */
export async function addedRedFlags(): Promise<AddedWords> {
  const [en, es] = await Promise.all([wordsIn('en'), wordsIn('es')])
  return {en, es}
}

async function wordsIn(language: Language): Promise<RedFlagWords> {
  const {words} = (await siteSearch(language).catch(() => null)) ?? {words: null}
  return {crisis: words?.crisis ?? [], emergency: words?.emergency ?? []}
}
