/** The index of facts. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {factsClock} from './aging'
import {Fact, factFields} from './fact'

const FACTS_QUERY = defineQuery(`
  *[_type == "fact" && language == $language && defined(slug.current) && length(statement) > 0]
    | order(lower(statement) asc) ${factFields}
`)

export const factsContract = contract('facts', FACTS_QUERY, z.array(Fact), {
  lists: ['fact', 'source'],
  clock: factsClock(),
})

/** All published facts in `{language}`, from A to Z: also those being checked, none that is out of date. */
export const getFacts = reader(factsContract)
