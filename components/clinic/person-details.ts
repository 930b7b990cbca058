import type {Detail} from '@/components/page/details'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Person} from '@/sanity/content/person'

/** What a patient asks about a person before calling. */
export function personDetails(person: Person, language: Language): Detail[] {
  const {people} = labelsFor(language)
  return [
    {label: people.specialties, value: person.specialties.join('\n')},
    {label: people.languages, value: person.languagesSpoken.join('\n')},
  ]
}
