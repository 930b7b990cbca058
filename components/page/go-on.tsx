import {ShareLinks} from '@/components/share/share-links'
import type {Head} from '@/lib/seo/head'
import type {Site} from '@/sanity/content/site'
import {HaveAQuestion} from './have-a-question'

/** What a reader may want next on any page: to ask, or to hand the page on. */
export const GoOn = ({site, head}: {site: Site; head: Head}) => (
  <>
    <HaveAQuestion site={site} language={head.language} from={head.path} />
    <ShareLinks site={site} head={head} />
  </>
)
