import {defineField, defineType} from '@sanity/types'
import {percentAdvice} from '../checks'

/** The number of a fact, drawn large. */
export const figureNumberType = defineType({
  name: 'figureNumber',
  title: 'Number',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'value',
      title: 'Number',
      type: 'string',
      placeholder: '1 in 5',
      validation: (rule) => [
        rule.custom((value, {parent}) =>
          value || !hasLabel(parent) ? true : 'Write the number, or clear what it counts.',
        ),
        rule.max(20).warning('A number in large type has to be short.'),
        rule.custom(percentAdvice).warning(),
      ],
    }),
    defineField({
      name: 'label',
      title: 'What it counts',
      type: 'string',
      placeholder: 'adults live with long-term pain',
    }),
  ],
})

const hasLabel = (parent: unknown): boolean =>
  typeof parent === 'object' && parent !== null && 'label' in parent && Boolean(parent.label)
