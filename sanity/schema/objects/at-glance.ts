import {ClockIcon} from '@sanity/icons/Clock'
import {defineField, defineType} from '@sanity/types'

const line = (name: string, title: string, placeholder: string) =>
  defineField({
    name,
    title,
    type: 'string',
    placeholder,
    validation: (rule) => rule.max(90).warning('A few words are enough here. The sections have room for the rest.'),
  })

/** The four things that patients ask before they say yes. Plain words, because the answer is seldom just yes or no. */
export const atGlanceType = defineType({
  name: 'atGlance',
  title: 'At a glance',
  type: 'object',
  icon: ClockIcon,
  description: 'A few words each, shown at the top. Leave out what does not apply.',
  options: {columns: 2},
  fields: [
    line('duration', 'How long it takes', 'About an hour; the injection itself takes 10 to 15 minutes'),
    line('numbing', 'Numbing', 'We numb the skin'),
    line('gettingHome', 'Getting home', 'Ask someone to drive you'),
    line('recovery', 'Afterward', 'Most people are back at work in 1 or 2 days'),
  ],
})
