/**
 * The form with which a patient asks: what may be typed into it, and what is wrong with what was. One schema for the
 * handler of the form, the answers to its script, and the tests. What is wrong is said by keys of `enquiry.errors` in
 * `lib/labels`.
 */
import {z} from 'zod'
import type {labelsFor} from '../labels.ts'
import {defaultLanguage, isLanguage, type Language} from '../language.ts'
import type {ContactWay} from './enquiry.ts'
import {privateNumberIn} from './numbers.ts'

/** In the order in which the form has them, and an error summary names them. */
export const questionFields = ['question', 'name', 'way', 'email', 'phone', 'when'] as const
export type QuestionField = (typeof questionFields)[number]

export type FormErrorKey = keyof ReturnType<typeof labelsFor>['enquiry']['errors']
export type FormErrors = Readonly<Partial<Record<QuestionField, FormErrorKey>>>

/** Characters (code points) of a question. */
export const longestQuestion = 2000
const longest = {name: 100, email: 254, phone: 40, when: 200} as const

/** Bytes of a whole form: 2,000 characters in their escaped spelling, several times over. */
export const largestForm = 32 * 1024

/** Line ends as "\n", one spelling for each letter, nothing around it. */
const normal = (text: string) => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()
const text = z.string().default('').transform(normal)
const tick = z.literal('yes').optional().catch(undefined).transform(Boolean)

/** Everything in the form, as it was typed but for its spelling. Nothing is refused yet: an error must keep what was typed. */
const Typed = z.object({
  question: text,
  name: text,
  way: text,
  email: text,
  phone: text,
  when: text,
  unencryptedReplyIsFine: tick,
  /** "Send it as it is": the private number that was noticed is meant. */
  keepNumbers: tick,
  language: z
    .string()
    .optional()
    .transform((value): Language => (isLanguage(value) ? value : defaultLanguage)),
  /** Page asked from, for a view whose token cannot be opened any more; see `asked-from.ts`. */
  from: text,
  /** Sealed token of the view, see `view-token.ts`. */
  view: text,
  /** No reader sees this field: whatever fills it in is a program. */
  subject: text,
})
export type Typed = z.infer<typeof Typed>

/**
 * Control characters, and those that turn the direction of what follows. In a field of one line a line break is one of
 * them: it could begin a header of a message somewhere (header injection).
 */
const unwanted = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const unwantedInText = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const size = (value: string) => [...value].length
const isEmail = (value: string) => z.email().safeParse(value).success
const isPhone = (value: string) =>
  /^\+?[\d\s().\-/]+(?:(?:ext\.?|x|#)\s*\d{1,6})?$/i.test(value) && /^(?:\D*\d){7,20}\D*$/.test(value)

type Check = readonly [field: QuestionField, error: FormErrorKey, isWrong: (typed: Typed) => boolean]

/** What may be wrong; of several in a field, the first is said. */
const checks: readonly Check[] = [
  ['question', 'questionMissing', ({question}) => question === ''],
  ['question', 'questionLong', ({question}) => size(question) > longestQuestion],
  ['question', 'characters', ({question}) => unwantedInText.test(question)],
  ['name', 'nameMissing', ({name}) => name === ''],
  ['name', 'nameLong', ({name}) => size(name) > longest.name],
  ['name', 'characters', ({name}) => unwanted.test(name)],
  ['way', 'wayMissing', ({way}) => !isWay(way)],
  ['email', 'emailMissing', ({way, email}) => way === 'email' && email === ''],
  ['email', 'emailWrong', ({way, email}) => way === 'email' && (size(email) > longest.email || !isEmail(email))],
  ['phone', 'phoneMissing', ({way, phone}) => way === 'phone' && phone === ''],
  ['phone', 'phoneWrong', ({way, phone}) => way === 'phone' && (size(phone) > longest.phone || !isPhone(phone))],
  ['when', 'whenLong', ({when}) => size(when) > longest.when],
  ['when', 'characters', ({when}) => unwanted.test(when)],
]

const isWay = (value: string): value is ContactWay => value === 'email' || value === 'phone'

/** The form: its issues name a field and a key of `enquiry.errors`. */
export const QuestionForm = Typed.superRefine((typed, context) => {
  const say = (field: QuestionField, message: FormErrorKey) =>
    context.addIssue({code: 'custom', path: [field], message})
  for (const [field, message, isWrong] of checks) if (isWrong(typed)) say(field, message)
  const noticed = typed.keepNumbers ? null : privateNumberIn(typed.question)
  if (noticed) say('question', noticed)
}).transform(({way, email, phone, ...rest}) => ({
  ...rest,
  // Only the way that was chosen: the other field may hold what a browser filled in by itself.
  way: isWay(way) ? way : ('email' as const),
  email: way === 'email' ? email : '',
  phone: way === 'phone' ? phone : '',
}))
export type FilledForm = z.infer<typeof QuestionForm>

export type ReadForm = {readonly typed: Typed} & (
  | {readonly form: FilledForm; readonly errors: null}
  | {readonly form: null; readonly errors: FormErrors}
)

/** Reads what a browser sent. A field that is there twice counts once, as browsers never send it. */
export function readForm(fields: URLSearchParams): ReadForm {
  const sent: Record<string, string> = {}
  for (const name of Object.keys(Typed.shape)) {
    const value = fields.get(name)
    if (value !== null) sent[name] = value
  }
  const typed = Typed.parse(sent)
  const result = QuestionForm.safeParse(sent)
  if (result.success) return {typed, form: result.data, errors: null}
  const errors: Partial<Record<QuestionField, FormErrorKey>> = {}
  for (const {path, message} of result.error.issues) {
    const field = questionFields.find((name) => name === path[0])
    // The messages are the keys in the table above, and no others.
    if (field) errors[field] ??= message as FormErrorKey
  }
  return {typed, form: null, errors}
}

/** Is this error about a number that the patient may choose to send all the same? */
export const isAboutNumbers = (error: FormErrorKey | undefined): boolean =>
  error === 'socialSecurity' || error === 'card' || error === 'record' || error === 'insurance'
