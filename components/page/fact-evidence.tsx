import {formatDate} from '@/lib/dates'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Fact} from '@/sanity/content/fact'
import {Details} from './details'
import {Part} from './part'
import {SourceList} from './sources'

type Props = {fact: Pick<Fact, 'sources' | 'population' | 'year' | 'checkedOn'>; language: Language}

/** What a reader needs to judge a fact: its sources, whom it is about, of what year it is, and when somebody looked. */
export function FactEvidence({fact: {sources, population, year, checkedOn}, language}: Props) {
  const labels = labelsFor(language).facts
  const details = [
    {label: labels.population, value: population},
    {label: labels.yearName, value: year},
    {
      label: labels.checkedName,
      value: checkedOn && <time dateTime={checkedOn}>{formatDate(checkedOn, language)}</time>,
    },
  ]
  if (sources.length === 0 && details.every(({value}) => !value)) return null
  return (
    <Part id="sources" title={labels.evidence}>
      {sources.length > 0 && <SourceList sources={sources} language={language} />}
      <Details details={details} />
    </Part>
  )
}
