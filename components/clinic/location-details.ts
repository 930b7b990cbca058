import type {Detail} from '@/components/page/details'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Location} from '@/sanity/content/location'

/** How to get to a place and into it. */
export function arrivalDetails(place: Location, language: Language): Detail[] {
  const {locations} = labelsFor(language)
  return [
    {label: locations.directions, value: place.directions},
    {label: locations.parking, value: place.parking},
    {label: locations.access, value: place.access},
  ]
}

/** What a patient asks before making an appointment there. */
export function visitDetails(place: Location, language: Language): Detail[] {
  const {locations, people} = labelsFor(language)
  return [
    {label: locations.languages, value: place.languagesSpoken.join('\n')},
    {label: locations.insurance, value: place.insurance.join('\n')},
    {label: people.appointments, value: place.acceptsNewPatients ? people.newPatients : people.noNewPatients},
  ]
}
