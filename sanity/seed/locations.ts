/** Two made-up addresses. Phone numbers are from the 555-01xx range that is kept free for fiction. */

import type {Weekday} from '../vocabulary.ts'
import {location, picture} from './build.ts'

const workdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday']

const holidays = [
  {date: '2026-12-25', note: 'Christmas Day'},
  {date: '2027-01-01', note: 'New Year’s Day'},
]

export const locations = [
  location({
    slug: 'main-clinic',
    title: 'Main clinic',
    address: {street: '120 Maple Hollow Road', city: 'Anytown', region: 'PA', postalCode: '19000', country: 'US'},
    phone: '(215) 555-0142',
    fax: '(215) 555-0143',
    hours: [...workdays.map((day): [Weekday, string, string] => [day, '08:00', '17:00']), ['friday', '08:00', '15:00']],
    closedOn: holidays,
    directions: 'The clinic is the low brick building across from the library. Bus 7 stops at the door.',
    parking: 'Free parking behind the building, with four accessible spaces by the ramp.',
    access:
      'Step-free entrance, automatic doors, an elevator, and an accessible restroom on each floor. Exam tables can be lowered. Service animals are welcome. Ask us for a sign language or spoken language interpreter; it is free.',
    languagesSpoken: ['English', 'Spanish'],
    insurance: ['Medicare', 'Medicaid', 'Most private plans (call us to check yours)'],
    acceptsNewPatients: true,
    image: picture('location-main', 'Drawing of a low clinic building with a ramp and trees'),
  }),
  location({
    slug: 'riverside',
    title: 'Riverside office',
    address: {street: '8 Riverside Walk', city: 'Anytown', region: 'PA', postalCode: '19000', country: 'US'},
    phone: '(215) 555-0150',
    hours: [
      ['tuesday', '09:00', '12:30'],
      ['tuesday', '13:30', '17:00'],
      ['thursday', '09:00', '12:30'],
      ['thursday', '13:30', '17:00'],
    ],
    closedOn: holidays,
    directions: 'Ground floor of the medical arts building, a short walk from Riverside station.',
    parking: 'Paid garage next door. We validate your ticket.',
    access: 'Step-free from the garage and the street. Accessible restroom. A wheelchair is at the front desk.',
    languagesSpoken: ['English'],
    insurance: ['Medicare', 'Most private plans (call us to check yours)'],
    acceptsNewPatients: true,
    image: picture('location-riverside', 'Drawing of a small office building beside a river'),
  }),
]
