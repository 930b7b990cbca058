import type {ReactNode} from 'react'
import {JsonLd} from '@/components/json-ld'
import {ShareLinks} from '@/components/share/share-links'
import {crumbsFor} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import {type Head, type IndexName, isIndexName} from '@/lib/seo/head'
import {plainGraph} from '@/lib/seo/page-graph'
import type {LocationListItem} from '@/sanity/content/locations'
import type {Site} from '@/sanity/content/site'
import {HaveAQuestion} from './have-a-question'
import {WideBody} from './page-body'
import {PageHead} from './page-head'

type Props = {
  site: Site
  head: Head
  /** The clinic's places, where the page shows them. */
  places?: readonly LocationListItem[]
  /** Today's date at the clinic, where the page shows when its places are open. */
  today?: string
  /** Nothing to list: the page says so in a sentence. */
  empty?: boolean
  /** Ahead of everything else, in the main text: what went wrong. */
  above?: ReactNode
  children: ReactNode
}

/** A page without a document of its own: the lists, and contact. */
export function IndexPage({site, head, places = [], today, empty = false, above, children}: Props) {
  const crumbs = crumbsFor(head.language, null, head)
  const isContact = head.slug === 'contact'
  const shown = today === undefined ? ({as: 'card'} as const) : ({as: 'entry', today} as const)
  return (
    <>
      <JsonLd graph={plainGraph({site, head, crumbs}, isContact ? 'ContactPage' : 'CollectionPage', {places, shown})} />
      {above}
      <PageHead head={head} crumbs={crumbs} about={{summary: head.description}} />
      <WideBody>
        {empty ? <p>{emptyText(head)}</p> : children}
        {!isContact && <HaveAQuestion site={site} language={head.language} from={head.path} />}
        <ShareLinks site={site} head={head} />
      </WideBody>
    </>
  )
}

type ListName = Exclude<IndexName, 'contact'>

function emptyText({slug, language}: Head): string | null {
  const isList = (name: IndexName): name is ListName => name !== 'contact'
  return isIndexName(slug) && isList(slug) ? labelsFor(language)[slug].none : null
}
