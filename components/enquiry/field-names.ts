/** What the parts of the form are called on the page; `enhance.js` finds them by these names. */
import type {QuestionField} from '@/lib/enquiries/form'

export const problemId = 'problem'

/** The `id` of what a field's label is for, and of the words about it. */
export const idOf = (field: QuestionField): string => `ask-${field}`
export const hintOf = (field: QuestionField): string => `${idOf(field)}-hint`
export const errorOf = (field: QuestionField): string => `${idOf(field)}-error`

/** Where an error leads: the first thing that can be used to mend it. */
export const controlOf = (field: QuestionField): string => (field === 'way' ? `${idOf(field)}-email` : idOf(field))
