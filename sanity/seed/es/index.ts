/**
 * The Spanish part of the sample: two conditions with all that they show, two treatments, places, people, the notices,
 * and settings of its own. Enough that no way on from a Spanish page ends in nothing.
 */
import {locations, people} from './clinic.ts'
import {conditions} from './conditions.ts'
import {pages} from './pages.ts'
import {facts, faqs} from './questions.ts'
import {treatments} from './treatments.ts'

export const spanish = [...facts, ...faqs, ...treatments, ...conditions, ...locations, ...people, ...pages]
