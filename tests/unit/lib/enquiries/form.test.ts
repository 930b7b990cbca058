import {describe, expect, test} from '@jest/globals'
import {type FormErrors, longestQuestion, readForm} from '@/lib/enquiries/form'
import {labelsFor} from '@/lib/labels'
import {languages} from '@/lib/language'

const fields = {
  question: 'May I swim?',
  name: 'Alex Rivera',
  way: 'email',
  email: 'alex@example.com',
}
const read = (others: Readonly<Record<string, string>> = {}) => readForm(new URLSearchParams({...fields, ...others}))
const errorsOf = (others: Readonly<Record<string, string>>): FormErrors | null => read(others).errors

describe('a filled-in form', () => {
  test('is read as it was meant', () => {
    expect(read({when: ' mornings ', unencryptedReplyIsFine: 'yes', language: 'es'}).form).toMatchObject({
      ...fields,
      phone: '',
      when: 'mornings',
      unencryptedReplyIsFine: true,
      language: 'es',
    })
  })

  test('has only the way to answer that was chosen, whatever a browser filled in besides', () => {
    const both = {email: 'alex@example.com', phone: '512 555 0142'}
    expect(read({...both, way: 'email'}).form).toMatchObject({email: 'alex@example.com', phone: ''})
    expect(read({...both, way: 'phone'}).form).toMatchObject({email: '', phone: '512 555 0142'})
    expect(errorsOf({way: 'phone', phone: '512 555 0142', email: 'no address'})).toBeNull()
  })

  test('has one kind of line end and one spelling of each letter, and nothing around it', () => {
    const question = '\r\n  Puedo nadar\u0301?\r\nY correr?\r '
    expect(read({question}).form?.question).toBe('Puedo nadaŕ?\nY correr?'.normalize('NFC'))
  })

  test('in a language that the site does not speak is one in its default language', () => {
    expect(read({language: 'tlh'}).typed.language).toBe('en')
  })
})

describe('a mistake', () => {
  test.each<[string, Record<string, string>, FormErrors]>([
    ['no question', {question: ' \r\n '}, {question: 'questionMissing'}],
    ['a question that is too long', {question: 'x'.repeat(longestQuestion + 1)}, {question: 'questionLong'}],
    ['a control character in the question', {question: 'May I\u0000 swim?'}, {question: 'characters'}],
    ['text that turns around', {question: 'May I \u202eswim?'}, {question: 'characters'}],
    ['no name', {name: ''}, {name: 'nameMissing'}],
    ['a name that is too long', {name: 'x'.repeat(101)}, {name: 'nameLong'}],
    ['no way', {way: ''}, {way: 'wayMissing'}],
    ['a way that there is not', {way: 'fax'}, {way: 'wayMissing'}],
    ['no address', {email: ''}, {email: 'emailMissing'}],
    ['no number', {way: 'phone'}, {phone: 'phoneMissing'}],
    ['too much about the time', {when: 'x'.repeat(201)}, {when: 'whenLong'}],
    ['a private number', {question: 'My SSN is 123-45-6789.'}, {question: 'socialSecurity'}],
  ])('is noticed: %s', (_what, others, errors) => {
    expect(errorsOf(others)).toEqual(errors)
  })

  test('is noticed in every field at once, in the order of the form', () => {
    const {errors} = readForm(new URLSearchParams({way: 'phone', when: 'x'.repeat(300)}))
    expect(Object.entries(errors ?? {})).toEqual([
      ['question', 'questionMissing'],
      ['name', 'nameMissing'],
      ['phone', 'phoneMissing'],
      ['when', 'whenLong'],
    ])
  })

  test('keeps what was typed', () => {
    expect(read({email: 'alex at example', way: 'email'}).typed).toMatchObject({...fields, email: 'alex at example'})
  })

  test.each(['name', 'when'])('is a line break in the field %s: it could begin a header somewhere', (field) => {
    expect(errorsOf({[field]: 'Alex\r\nBcc: everyone@example.com'})).toEqual({[field]: 'characters'})
  })

  test.each(['alex@example.com\nBcc: all@example.com', 'alex@example.com,all@example.com', 'Alex <alex@example.com>'])(
    'is an address that holds more than one: %j',
    (email) => {
      expect(errorsOf({email})).toEqual({email: 'emailWrong'})
    },
  )

  test.each(['123', 'call me', '512 555 0142\nBcc: x', '+1 (512) 555-0142; DROP TABLE', '1'.repeat(21)])(
    'is a phone number like %j',
    (phone) => {
      expect(errorsOf({way: 'phone', phone})).toEqual({phone: 'phoneWrong'})
    },
  )

  test('has its words in every language', () => {
    const keys = Object.keys(labelsFor('en').enquiry.errors)
    for (const language of languages) expect(Object.keys(labelsFor(language).enquiry.errors)).toEqual(keys)
  })
})

describe('it is no mistake', () => {
  test.each(['(512) 555-0142', '512-555-0142 ext. 12', '+52 55 1234 5678', '512.555.0142 x7', '5550142'])(
    'to write a phone number like %s',
    (phone) => {
      expect(errorsOf({way: 'phone', phone})).toBeNull()
    },
  )

  test('to write 2,000 characters, however many bytes they are', () => {
    expect(errorsOf({question: '🦴'.repeat(longestQuestion)})).toBeNull()
    expect(errorsOf({question: `${'é\r\n'.repeat(longestQuestion / 2)}`})).toBeNull()
  })

  test('to have a name that is no English one', () => {
    for (const name of ['Nguyễn Thị Minh Khai', '李小龍', 'O’Brien-Muñoz', 'محمد علي'])
      expect(errorsOf({name})).toBeNull()
  })

  test('to send a private number that is meant', () => {
    expect(errorsOf({question: 'My SSN is 123-45-6789.', keepNumbers: 'yes'})).toBeNull()
  })
})

test('garbage is an empty form, never an error of the software', () => {
  for (const garbage of [
    '',
    '\u0000',
    '%%%',
    'a=b&&&',
    '__proto__=x&constructor=y',
    'question[]=x&question.length=1',
  ]) {
    expect(readForm(new URLSearchParams(garbage)).errors).toMatchObject({question: 'questionMissing'})
  }
})
