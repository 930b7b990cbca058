/** The clinic's people and places, as structured data. */
import type {DayOfWeek, MedicalClinicLeaf, OpeningHoursSpecificationLeaf, PersonLeaf} from 'schema-dts'
import type {Weekday} from '../hours.ts'
import {labelsFor} from '../labels.ts'
import type {Language} from '../language.ts'
import {absoluteUrl} from '../site'
import {type Address, addressNode, clinic, idOf, imageNode, type Picture, refTo, some} from './graph.ts'

type Person = Readonly<{
  path: string
  name: string
  role: string
  credentials: string | null
  photo: Picture | null
  specialties: readonly string[]
  languagesSpoken: readonly string[]
  /** Paths of the places where they work. */
  places: readonly string[]
}>

/** A person, also where they are a physician: schema.org's `Physician` is an organization. */
export const personNode = (person: Person): PersonLeaf => ({
  '@type': 'Person',
  '@id': idOf(person.path, 'person'),
  name: person.name,
  jobTitle: person.role,
  honorificSuffix: person.credentials ?? undefined,
  url: absoluteUrl(person.path),
  image: person.photo ? imageNode(person.photo, idOf(person.path, 'image')) : undefined,
  worksFor: clinic(),
  workLocation: some(person.places.map((path) => refTo(path, 'place'))),
  knowsAbout: some(person.specialties),
  knowsLanguage: some(person.languagesSpoken),
})

export type Place = Readonly<{
  path: string
  language: Language
  title: string
  phone: string
  fax: string | null
  address: Address
  geo?: Readonly<{lat: number; lng: number}> | null
  image?: Picture | null
  acceptsNewPatients?: boolean
  languagesSpoken?: readonly string[]
  parking?: string | null
  access?: string | null
  hours: readonly Readonly<{day: Weekday; opens: string; closes: string}>[]
  specialHours: readonly Readonly<{date: string; closed: boolean; opens: string | null; closes: string | null}>[]
}>

const days: Record<Weekday, DayOfWeek> = {
  monday: 'https://schema.org/Monday',
  tuesday: 'https://schema.org/Tuesday',
  wednesday: 'https://schema.org/Wednesday',
  thursday: 'https://schema.org/Thursday',
  friday: 'https://schema.org/Friday',
  saturday: 'https://schema.org/Saturday',
  sunday: 'https://schema.org/Sunday',
}

/** The usual week and the special days still to come. A day closed is said as 00:00 to 00:00, as search engines read it. */
const openingNodes = ({hours, specialHours}: Place, today: string): OpeningHoursSpecificationLeaf[] => [
  ...hours.map(({day, opens, closes}) => ({
    '@type': 'OpeningHoursSpecification' as const,
    dayOfWeek: days[day],
    opens,
    closes,
  })),
  ...specialHours
    .filter(({date}) => date >= today)
    .map(({date, closed, opens, closes}) => ({
      '@type': 'OpeningHoursSpecification' as const,
      validFrom: date,
      validThrough: date,
      opens: closed ? '00:00' : (opens ?? '00:00'),
      closes: closed ? '00:00' : (closes ?? '00:00'),
    })),
]

/** How much a page shows of a place: `card` is name, address and phone; `today` is a date at the clinic. */
export type PlaceShown = Readonly<{as: 'card'}> | Readonly<{as: 'entry' | 'page'; today: string}>

/** One of the clinic's places, as far as the page shows it. */
export function placeNode(place: Place, shown: PlaceShown): MedicalClinicLeaf {
  const labels = labelsFor(place.language).locations
  const more = shown.as === 'card' ? null : place
  const own = shown.as === 'page' ? place : null
  const features = [
    {name: labels.parking, value: own?.parking},
    {name: labels.access, value: own?.access},
  ].flatMap(({name, value}) => (value ? [{'@type': 'LocationFeatureSpecification' as const, name, value}] : []))
  return {
    '@type': 'MedicalClinic',
    '@id': idOf(place.path, 'place'),
    name: place.title,
    url: absoluteUrl(place.path),
    telephone: place.phone,
    faxNumber: more?.fax ?? undefined,
    parentOrganization: clinic(),
    address: addressNode(place.address),
    geo: own?.geo ? {'@type': 'GeoCoordinates', latitude: own.geo.lat, longitude: own.geo.lng} : undefined,
    image: own?.image ? imageNode(own.image, idOf(place.path, 'image')) : undefined,
    isAcceptingNewPatients: own?.acceptsNewPatients,
    knowsLanguage: some(own?.languagesSpoken ?? []),
    amenityFeature: some(features),
    openingHoursSpecification: shown.as === 'card' ? undefined : some(openingNodes(place, shown.today)),
  }
}
