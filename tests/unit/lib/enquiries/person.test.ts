/** Which questions are one person's. */
import {describe, expect, test} from '@jest/globals'
import {isBy} from '@/lib/enquiries/person'
import {referenceFrom} from '@/lib/enquiries/reference'
import {asked} from '../../../support/enquiry'

describe('a question is found by', () => {
  test.each([
    ['the e-mail address', {email: 'Rosa@Patient.example'}, ' rosa@patient.EXAMPLE'],
    ['the phone number, however it is written', {phone: '(555) 010-0199'}, '555.010.0199'],
    ['the number with the code of the country', {phone: '555 010 0199'}, '+1 555 010 0199'],
    ['the number without it', {phone: '+1 555 010 0199'}, '5550100199'],
    ['the name without its accents', {name: 'José María Núñez'}, 'jose maria nunez'],
    ['one word of the name', {name: 'Rosa Delgado'}, 'DELGADO'],
  ])('%s', (_, typed, person) => {
    expect(isBy({...asked, ...typed}, person)).toBe(true)
  })
})

describe('a question is not found by', () => {
  test.each([
    ['a part of an address', {email: 'rosa@patient.example'}, 'a@patient.example'],
    ['an end of a number', {phone: '555 010 0199'}, '0199'],
    ['digits where there is no number', {phone: ''}, '555 010 0199'],
    ['a part of a word', {name: 'Rosa Delgado'}, 'Del'],
    ['a word more than the name has', {name: 'Rosa Delgado'}, 'Rosa Delgado Jr'],
    ['nothing', {name: 'Rosa Delgado'}, '  '],
  ])('%s', (_, typed, person) => {
    expect(isBy({...asked, ...typed}, person)).toBe(false)
  })
})

test('a reference is known however it is written down', () => {
  expect(referenceFrom(' k7q4 9xrt')).toBe('K7Q4-9XRT')
  expect(referenceFrom('K7Q49XRT')).toBe('K7Q4-9XRT')
  expect(referenceFrom('K7Q4')).toBeNull()
})
