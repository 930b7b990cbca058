/** What the home page says of the clinic as a whole: the same on the page and in its Markdown twin. */
import type {LocationListItem} from '@/sanity/content/locations'
import type {PersonListItem} from '@/sanity/content/people'

/** More would push the address out of reach; the rest are one click away. */
const most = 4

/** The people whom a patient meets on the home page. */
export const peopleShown = (people: readonly PersonListItem[]): readonly PersonListItem[] => people.slice(0, most)

/** Does any of the clinic's places take new patients? */
export const isWelcoming = (places: readonly LocationListItem[]): boolean =>
  places.some(({acceptsNewPatients}) => acceptsNewPatients)
