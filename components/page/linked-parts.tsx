/** The parts of a page that lead on to other pages of ours. Each is nothing at all where there is nowhere to go. */
import {People} from '@/components/clinic/people'
import {PlaceCards} from '@/components/clinic/place-cards'
import {EntryList} from '@/components/ui/entry-list'
import type {ClinicTime} from '@/lib/clinic-time'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {LinkedCondition} from '@/sanity/content/conditions'
import type {LocationListItem} from '@/sanity/content/locations'
import type {LinkedPerson} from '@/sanity/content/people'
import type {LinkedTreatment} from '@/sanity/content/treatments'
import {Part} from './part'

type TreatmentsProps = {title: string; treatments: readonly LinkedTreatment[]; language: Language}

/** Treatments with their kind and a sentence. */
export function TreatmentsPart({title, treatments, language}: TreatmentsProps) {
  if (treatments.length === 0) return null
  const {treatmentKinds} = labelsFor(language)
  const entries = treatments.map((one) => ({...one, meta: one.kind && treatmentKinds[one.kind]}))
  return (
    <Part id="treatments" title={title}>
      <EntryList entries={entries} language={language} />
    </Part>
  )
}

type ConditionsProps = {id: string; title: string; conditions: readonly LinkedCondition[]; language: Language}

/** Conditions with a sentence. */
export const ConditionsPart = ({id, title, conditions, language}: ConditionsProps) =>
  conditions.length > 0 && (
    <Part id={id} title={title}>
      <EntryList entries={conditions} language={language} />
    </Part>
  )

type PeopleProps = {title: string; people: readonly LinkedPerson[]; language: Language}

/** Who a patient can see about it. */
export const PeoplePart = ({title, people, language}: PeopleProps) =>
  people.length > 0 && (
    <Part id="people" title={title}>
      <People people={people} language={language} />
    </Part>
  )

type PlacesProps = {title: string; places: readonly LocationListItem[]; time: ClinicTime; language: Language}

/** The clinic's places. We do not know where the reader is, and do not ask: all of them, so that everyone finds theirs. */
export const PlacesPart = ({title, places, time, language}: PlacesProps) =>
  places.length > 0 && (
    <Part id="locations" title={title}>
      <PlaceCards places={places} time={time} language={language} />
    </Part>
  )
