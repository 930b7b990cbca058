import {HaveAQuestion} from '@/components/page/have-a-question'
import {WideBody} from '@/components/page/page-body'
import {PageHead} from '@/components/page/page-head'
import {Part} from '@/components/page/part'
import {SearchForm} from '@/components/search/search-form'
import {CardList} from '@/components/ui/card-list'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn, type SitePath} from '@/lib/paths'
import type {Site} from '@/sanity/content/site'

/** Where somebody who is lost may want to go. */
const ways = ['conditions', 'treatments', 'people', 'locations', 'contact'] as const

/** What a reader sees where there is no such page: in the site's own frame, with the search, ways on, and a person to ask. */
export function NotFoundMessage({site, language}: {site: Site; language: Language}) {
  const labels = labelsFor(language)
  const cards = ways.map((name) => ({
    id: name,
    href: pathIn(language, `/${name}` satisfies SitePath),
    title: labels[name].title,
    text: labels[name].summary,
  }))
  return (
    <>
      <PageHead head={{language, title: labels.notFound.title, sample: false}} about={{summary: labels.notFound.text}}>
        <SearchForm language={language} id="q" />
      </PageHead>
      <WideBody>
        <Part id="ways" title={labels.notFound.ways}>
          <CardList items={cards} level={3} />
        </Part>
        <HaveAQuestion site={site} language={language} />
      </WideBody>
    </>
  )
}
