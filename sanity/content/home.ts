/** The home page's own part of the settings. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {ConditionListItem, conditionListFields} from './conditions'
import {Picture, picture} from './picture'
import {siteSettings} from './site'
import {published} from './source'
import {TreatmentListItem, treatmentListFields} from './treatments'

const HOME_QUERY = defineQuery(`
  ${siteSettings}{
    _id,
    language,
    "heading": coalesce(home.heading, name),
    "intro": coalesce(home.intro, tagline, ""),
    "image": ${picture('home.image')},
    "conditions": ${published('home.conditions', conditionListFields)},
    "treatments": ${published('home.treatments', treatmentListFields)},
    "sample": coalesce(sample, false)
  }
`)

export const Home = z.strictObject({
  _id: z.string(),
  language: choice(languages),
  heading: z.string(),
  /** Plain text; empty where nothing was written. */
  intro: z.string(),
  image: Picture.nullable(),
  /** Chosen by the editor, in that order; empty means that none were chosen. */
  conditions: z.array(ConditionListItem),
  treatments: z.array(TreatmentListItem),
  sample: z.boolean(),
})
export type Home = z.infer<typeof Home>

export const homeContract = contract('home', HOME_QUERY, Home.nullable(), {lists: ['condition', 'treatment']})

/** The home page in `{language}`; null before anyone has published the settings. */
export const getHome = reader(homeContract)
