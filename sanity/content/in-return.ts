/**
 * What a page shows of documents that point to it: a condition, the people who treat it; a treatment, the conditions it
 * is for. Nobody has to enter that twice. `sanity/publishing/affected.ts` follows the same references the other way, so
 * that these pages are made anew when such a document is published.
 *
 * Each stands within the projection of the document whose page it is, and takes `$language`.
 */
import {linkedConditionFields} from './conditions'
import {linkedPersonFields} from './people'

/**
 * Who treats what: a person treats the conditions entered with them; where none are, those that one of their treatments
 * is for. `person` and `condition` are where the two stand, seen from within the filter.
 */
const treats = (person: '' | '^.', condition: '' | '^.') => /* groq */ `(
  ${condition}_id in ${person}conditions[]._ref
  || (!defined(${person}conditions[0]) && count((treatments[]._ref)[@ in ^.^.treatments[]._ref]) > 0)
)`

const inLanguage = (type: 'person' | 'condition') =>
  /* groq */ `_type == "${type}" && language == $language && defined(slug.current)`

const byName = /* groq */ `| order(lower(name) asc) ${linkedPersonFields}`
const byTitle = /* groq */ `| order(lower(title) asc) ${linkedConditionFields}`

/** On a condition: the people who treat it. */
export const peopleWhoTreatIt = /* groq */ `*[${inLanguage('person')} && ${treats('', '^.')}] ${byName}`

/** On a person: the conditions they treat. */
export const conditionsTheyTreat = /* groq */ `*[${inLanguage('condition')} && ${treats('^.', '')}] ${byTitle}`

/** On a treatment: the people who offer it. */
export const peopleWhoOfferIt = /* groq */ `*[${inLanguage('person')} && ^._id in treatments[]._ref] ${byName}`

/** On a treatment: the conditions it is offered for. */
export const conditionsItIsFor = /* groq */ `*[${inLanguage('condition')} && ^._id in treatments[]._ref] ${byTitle}`

/** On a location: the people who work there. */
export const peopleWhoWorkHere = /* groq */ `*[${inLanguage('person')} && ^._id in locations[]._ref] ${byName}`
