import {WhereItHurts} from '@/components/body-map/where-it-hurts'
import {PlaceCards} from '@/components/clinic/place-cards'
// Each by its own name: a page loads the styles of everything that its imports name.
import {HaveAQuestion} from '@/components/page/have-a-question'
import {WideBody} from '@/components/page/page-body'
import {PageHead} from '@/components/page/page-head'
import {Part} from '@/components/page/part'
import {SearchForm} from '@/components/search/search-form'
import {CardList} from '@/components/ui/card-list'
import {conditionCards, personCards, treatmentCards} from '@/components/ui/cards'
import type {ClinicTime} from '@/lib/clinic-time'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn, type SitePath} from '@/lib/paths'
import type {Head} from '@/lib/seo/head'
import type {ConditionListItem} from '@/sanity/content/conditions'
import type {Home} from '@/sanity/content/home'
import type {LocationListItem} from '@/sanity/content/locations'
import type {PersonListItem} from '@/sanity/content/people'
import type {Site} from '@/sanity/content/site'
import {HomeHead} from './home-head'
import {isWelcoming, peopleShown} from './shown'

type Props = {
  site: Site
  translations?: Head['translations']
  home: Home | null
  conditions: readonly ConditionListItem[]
  people: readonly PersonListItem[]
  locations: readonly LocationListItem[]
  time: ClinicTime
  language: Language
}

/**
 * Where it hurts, what we treat and how, who we are, where we are, how to reach us: in the order in which a patient asks.
 * Before anything is published: that it is being prepared.
 */
export function HomePage({site, translations, home, conditions, people, locations, time, language}: Props) {
  const {home: labels} = labelsFor(language)
  if (!home) {
    return <PageHead head={{language, title: labels.empty, sample: false}} about={{summary: labels.emptyText}} />
  }
  const all = (path: SitePath, label: string) => <a href={pathIn(language, path)}>{label}</a>
  return (
    <>
      <HomeHead
        site={site}
        home={home}
        translations={translations}
        welcoming={isWelcoming(locations)}
        language={language}
      >
        <WhereItHurts conditions={conditions} language={language}>
          <SearchForm language={language} id="home-search" />
        </WhereItHurts>
      </HomeHead>
      <WideBody>
        {home.conditions.length > 0 && (
          <Part id="conditions" title={labels.conditions} more={all('/conditions', labels.conditionsAll)}>
            <CardList items={conditionCards(home.conditions)} level={3} />
          </Part>
        )}
        {home.treatments.length > 0 && (
          <Part id="treatments" title={labels.treatments} more={all('/treatments', labels.treatmentsAll)}>
            <CardList items={treatmentCards(home.treatments)} level={3} />
          </Part>
        )}
        {people.length > 0 && (
          <Part id="people" title={labels.people} more={all('/people', labels.peopleAll)}>
            <CardList items={personCards(peopleShown(people))} level={3} />
          </Part>
        )}
        {locations.length > 0 && (
          <Part id="locations" title={labels.locations} more={all('/locations', labels.locationsAll)}>
            <PlaceCards places={locations} time={time} language={language} />
          </Part>
        )}
        <HaveAQuestion site={site} language={language} />
      </WideBody>
    </>
  )
}
