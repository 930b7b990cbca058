/** A question as somebody typed it: the sample patient's, and one with everything wrong. */
import {type ReadForm, readForm} from '@/lib/enquiries/form'

const fields = {
  question: 'May I swim with a herniated disk?\nI used to do it twice a week.',
  name: 'Alex Rivera',
  way: 'email',
  email: 'alex@example.com',
  phone: '',
  when: 'Weekday mornings',
  language: 'en',
}

/** A form as a browser sends it, with these fields in place of the sample's. */
export const sent = (others: Readonly<Record<string, string>> = {}): URLSearchParams =>
  new URLSearchParams({...fields, ...others})

export const filled: ReadForm = readForm(sent())
export const empty: ReadForm = readForm(new URLSearchParams())
export const mistaken: ReadForm = readForm(sent({question: '', email: 'alex at example', when: 'Any day. '.repeat(30)}))
export const withNumbers: ReadForm = readForm(
  sent({question: 'Do you take my plan? My member ID is ABC123456789.', way: 'phone', phone: '(512) 555-0142'}),
)
