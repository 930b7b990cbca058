/** What may say who somebody is, found before a question becomes a public one. */
import {personalPartsIn} from '@/lib/enquiries/personal-parts'

const nobody = {name: '', email: '', phone: ''}
const partsIn = (text: string, asked = nobody) =>
  personalPartsIn(text, asked).map(({kind, text: part}) => `${kind}: ${part}`)

describe('personal parts', () => {
  it.each([
    ['Write to joe.miller+x@mail.example please', ['email: joe.miller+x@mail.example']],
    ['Call (312) 555-0142 or +1 312.555.0142.', ['number: (312) 555-0142', 'number: +1 312.555.0142']],
    ['My SSN is 123-45-6789', ['number: 123-45-6789']],
    ['Member ID ABC1234567', ['number: ABC1234567']],
    ['Born 03/12/1961 or 1961-03-12', ['date: 03/12/1961', 'date: 1961-03-12']],
    ['Operated on March 3rd, 2024', ['date: March 3rd, 2024']],
    ['Operada el 3 de marzo de 2024', ['date: 3 de marzo de 2024']],
    ['Since November 2023 it is worse', ['date: November 2023']],
    ['I am a 54-year-old nurse', ['age: 54-year-old']],
    ['I’m 54 and tired', ['age: I’m 54']],
    ['Tengo 54 años', ['age: Tengo 54 años']],
    ['Dr. Osei Mensah told me so', ['title: Dr. Osei Mensah']],
    ['My name is Kim', ['title: My name is Kim']],
    ['See https://me.example/x and @kim_1', ['address: https://me.example/x', 'address: @kim_1']],
    ['I live at 12 North Lake Street', ['address: 12 North Lake Street']],
  ])('are found in “%s”', (text, parts) => {
    expect(partsIn(text)).toEqual(parts)
  })

  it('are the patient’s own names, however they are written', () => {
    const asked = {name: 'Lucía O’Brien', email: 'lu.garcia77@mail.example', phone: ''}
    expect(partsIn('lucia here. LUCÍA’s back, OBrien and Garcia.', asked)).toEqual([
      'name: lucia',
      'name: LUCÍA’s',
      'name: OBrien',
      'name: Garcia',
    ])
  })

  it.each([
    'How long does back pain last? Mine has lasted 6 weeks.',
    'Is L5-S1 the same as a slipped disk?',
    'I am 12 weeks pregnant. May I take 400 mg?',
    'May I drive after an injection?',
  ])('are not in “%s”', (text) => {
    expect(partsIn(text)).toEqual([])
  })

  it('do not overlap, and stand where they are found', () => {
    const text = 'Joe Miller, joe.miller@mail.example'
    const parts = personalPartsIn(text, {name: 'Joe Miller', email: 'joe.miller@mail.example', phone: ''})
    for (const {start, end, text: part} of parts) expect(text.slice(start, end)).toBe(part)
    for (const [at, part] of parts.entries()) expect(part.start).toBeGreaterThanOrEqual(parts[at - 1]?.end ?? 0)
  })
})
