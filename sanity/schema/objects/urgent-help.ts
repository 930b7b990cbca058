import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {titleFor, urgencyLevels} from '@/sanity/vocabulary'
import {optionsOf} from '../fields'

export const urgentHelpType = defineType({
  name: 'urgentHelp',
  title: 'When to get help',
  type: 'object',
  icon: WarningOutlineIcon,
  description: 'A card that tells patients how fast to act. Keep it whole: no “read more”.',
  fields: [
    defineField({
      name: 'level',
      title: 'How urgent',
      type: 'string',
      options: {list: optionsOf(urgencyLevels), layout: 'radio'},
      validation: (rule) => rule.required().error('Choose how urgent it is.'),
    }),
    defineField({
      name: 'heading',
      title: 'Heading',
      type: 'string',
      description: 'Begin with what to do, like “Call 911 if you have:”. The list below completes the sentence.',
      validation: (rule) => rule.required().error('Write what to do, like “Call us today if:”.'),
    }),
    defineField({
      name: 'items',
      title: 'Signs',
      type: 'array',
      description: 'One sign in each line, most important first.',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one sign.'),
        rule.max(8).warning('More than eight signs are hard to take in.'),
      ],
    }),
    defineField({
      name: 'note',
      title: 'Note',
      type: 'text',
      rows: 2,
      description: 'One sentence below the list, if needed.',
    }),
  ],
  preview: {
    select: {level: 'level', heading: 'heading'},
    prepare: ({level, heading}) => ({title: heading || 'When to get help', subtitle: titleFor(urgencyLevels, level)}),
  },
})
