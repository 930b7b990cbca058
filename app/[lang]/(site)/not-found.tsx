import {NotFoundMessage} from '@/components/layout/not-found-message'
import {defaultLanguage} from '@/lib/language'
import {siteIn} from './frame'

/** Next shows this inside the frame where a page does not exist. It is not told which language was asked for. */
export default async function NotFound() {
  return <NotFoundMessage site={await siteIn(defaultLanguage)} language={defaultLanguage} />
}
