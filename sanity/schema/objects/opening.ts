/** Where a location is and when it is open. */
import {CalendarIcon} from '@sanity/icons/Calendar'
import {ClockIcon} from '@sanity/icons/Clock'
import {defineField, defineType} from '@sanity/types'
import {titleFor, weekdays} from '@/sanity/vocabulary'
import {closesAfterOpening, isClockTime, isClosingTime} from '../checks'
import {optionsOf} from '../fields'

export const addressType = defineType({
  name: 'address',
  title: 'Address',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'street',
      title: 'Street and number',
      type: 'string',
      validation: (rule) => rule.required().error('Write the street and number.'),
    }),
    defineField({
      name: 'city',
      title: 'City',
      type: 'string',
      validation: (rule) => rule.required().error('Write the city.'),
    }),
    defineField({
      name: 'region',
      title: 'State',
      type: 'string',
      description: 'Two letters, like IL.',
      validation: (rule) => rule.required().error('Write the state.'),
    }),
    defineField({
      name: 'postalCode',
      title: 'ZIP code',
      type: 'string',
      validation: (rule) => rule.required().error('Write the ZIP code.'),
    }),
    defineField({
      name: 'country',
      title: 'Country',
      type: 'string',
      description: 'Two letters, like US.',
      initialValue: 'US',
      validation: (rule) => rule.required().error('Write the country.'),
    }),
  ],
})

function timeField(name: 'opens' | 'closes', title: string, required: boolean) {
  const check = name === 'opens' ? isClockTime : isClosingTime
  return defineField({
    name,
    title,
    type: 'string',
    placeholder: name === 'opens' ? '09:00' : '17:30',
    validation: (rule) =>
      required ? [rule.required().error('Write a time like 09:00.'), rule.custom(check)] : [rule.custom(check)],
  })
}

export const hoursType = defineType({
  name: 'hours',
  title: 'Opening hours',
  type: 'object',
  icon: ClockIcon,
  options: {columns: 3},
  fields: [
    defineField({
      name: 'day',
      title: 'Day',
      type: 'string',
      options: {list: optionsOf(weekdays)},
      validation: (rule) => rule.required().error('Choose the day.'),
    }),
    timeField('opens', 'Opens', true),
    timeField('closes', 'Closes', true),
  ],
  validation: (rule) => rule.custom(closesAfterOpening),
  preview: {
    select: {day: 'day', opens: 'opens', closes: 'closes'},
    prepare: ({day, opens, closes}) => ({
      title: titleFor(weekdays, day) || 'New day',
      subtitle: `${opens ?? '?'} to ${closes ?? '?'}`,
    }),
  },
})

export const specialHoursType = defineType({
  name: 'specialHours',
  title: 'Special day',
  type: 'object',
  icon: CalendarIcon,
  fields: [
    defineField({
      name: 'date',
      title: 'Date',
      type: 'date',
      options: {dateFormat: 'MMMM D, YYYY'},
      validation: (rule) => rule.required().error('Choose the date.'),
    }),
    defineField({name: 'closed', title: 'Closed all day', type: 'boolean', initialValue: true}),
    {...timeField('opens', 'Opens', false), hidden: ({parent}) => parent?.closed === true},
    {...timeField('closes', 'Closes', false), hidden: ({parent}) => parent?.closed === true},
    defineField({name: 'note', title: 'Note', type: 'string', description: 'Like “Thanksgiving”.'}),
  ],
  validation: (rule) => [
    rule.custom(closesAfterOpening),
    rule.custom((day) =>
      !day || day.closed || (day.opens && day.closes)
        ? true
        : 'Write when you open and close, or mark the day as closed.',
    ),
  ],
  preview: {
    select: {date: 'date', closed: 'closed', opens: 'opens', closes: 'closes', note: 'note'},
    prepare: ({date, closed, opens, closes, note}) => ({
      title: [date, note].filter(Boolean).join(', ') || 'New special day',
      subtitle: closed ? 'Closed' : `${opens ?? '?'} to ${closes ?? '?'}`,
    }),
  },
})
