/**
 * In which other languages there is something of a kind: whether an index page has its like in another language. One
 * question a kind, so that publishing the first Spanish condition makes the English list of conditions anew, and no more.
 */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {type DocumentType, languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {isAnswered} from './faq'

const known = JSON.stringify(languages.map(({value}) => value))

const elsewhere = (name: string, type: DocumentType, filter: string) =>
  contract(
    name,
    defineQuery(`${known}[@ != $language && @ in *[_type == "${type}"${filter}].language]`),
    z.array(choice(languages)),
    {lists: [type]},
  )

const withAddress = ' && defined(slug.current)'

export const conditionsElsewhereContract = elsewhere('conditionsElsewhere', 'condition', withAddress)
export const treatmentsElsewhereContract = elsewhere('treatmentsElsewhere', 'treatment', withAddress)
export const peopleElsewhereContract = elsewhere('peopleElsewhere', 'person', withAddress)
export const locationsElsewhereContract = elsewhere('locationsElsewhere', 'location', withAddress)
export const questionsElsewhereContract = elsewhere('questionsElsewhere', 'faq', `${withAddress} && ${isAnswered}`)
export const factsElsewhereContract = elsewhere('factsElsewhere', 'fact', `${withAddress} && length(statement) > 0`)
/** A language in which the clinic has settings has a home page and a contact page. */
export const settingsElsewhereContract = elsewhere('settingsElsewhere', 'siteSettings', '')

/** The languages other than `{language}` in which such a document is published. */
export const getConditionsElsewhere = reader(conditionsElsewhereContract)
export const getTreatmentsElsewhere = reader(treatmentsElsewhereContract)
export const getPeopleElsewhere = reader(peopleElsewhereContract)
export const getLocationsElsewhere = reader(locationsElsewhereContract)
export const getQuestionsElsewhere = reader(questionsElsewhereContract)
export const getFactsElsewhere = reader(factsElsewhereContract)
export const getSettingsElsewhere = reader(settingsElsewhereContract)
