import {PageHead, Part, WideBody} from '@/components/page'
import {crumbsFor} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import type {RedFlagKind} from '@/lib/search/red-flags'
import type {SearchAnswer} from '@/lib/search/search-index'
import type {Home} from '@/sanity/content/home'
import type {Site} from '@/sanity/content/site'
import {RedFlagCards} from './red-flag-cards'
import {ResultList} from './result-list'
import styles from './results.module.css'
import {SearchForm} from './search-form'
import {WaysOn} from './ways-on'

type Props = {
  site: Site
  /** Where the clinic's first choice of pages stands; null before there is a home page. */
  home: Home | null
  language: Language
  /** As typed; empty where nothing was asked yet. */
  query: string
  /** Null where the search cannot be asked. */
  answer: SearchAnswer | null
  redFlags: readonly RedFlagKind[]
  /** How many results are shown at once. */
  most: number
}

/** The search: the form, what to do at once where the words call for it, and what was found or where to go instead. */
export function SearchPage({site, home, language, query, answer, redFlags, most}: Props) {
  const {search} = labelsFor(language)
  const crumbs = crumbsFor(language, null, {title: search.title, path: pathIn(language, '/search')})
  return (
    <>
      <PageHead head={{language, title: search.title, sample: false}} crumbs={crumbs}>
        <SearchForm language={language} id="q" query={query} />
      </PageHead>
      <WideBody>
        <RedFlagCards kinds={redFlags} site={site} language={language} />
        <Found {...{site, home, language, query, answer, most}} />
      </WideBody>
    </>
  )
}

function Found({site, home, language, query, answer, most}: Omit<Props, 'redFlags'>) {
  const {search} = labelsFor(language)
  const waysOn = <WaysOn site={site} home={home} language={language} />
  if (!answer) {
    return (
      <>
        <Part title={search.unavailable}>
          <p>{search.unavailableText}</p>
        </Part>
        {waysOn}
      </>
    )
  }
  if (query === '') return waysOn
  if (answer.results.length === 0) {
    return (
      <>
        <Part id="results" title={search.none(query)}>
          <p>{search.noneText}</p>
        </Part>
        {waysOn}
      </>
    )
  }
  return (
    <Part id="results" title={search.results(answer.total, query)}>
      {answer.corrections.map(({typed, meant}) => (
        <p key={typed} className={styles.corrected}>
          {search.corrected(typed, meant)}
        </p>
      ))}
      <ResultList results={answer.results} language={language} from={answer.from} />
      <More language={language} query={query} answer={answer} most={most} />
    </Part>
  )
}

type MoreProps = Pick<Props, 'language' | 'query' | 'most'> & {answer: SearchAnswer}

/** The ways to the results before and after these; nothing where these are all. */
function More({language, query, answer: {total, from}, most}: MoreProps) {
  const {search} = labelsFor(language)
  const page = from / most + 1
  const href = (number: number) =>
    `${pathIn(language, '/search')}?${new URLSearchParams({q: query, ...(number > 1 && {page: String(number)})})}`
  if (total <= most) return null
  return (
    <nav className={styles.more} aria-label={search.more}>
      <p>{search.part(from + 1, Math.min(from + most, total), total)}</p>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {search.previous}
        </a>
      )}
      {from + most < total && (
        <a href={href(page + 1)} rel="next">
          {search.next}
        </a>
      )}
    </nav>
  )
}
