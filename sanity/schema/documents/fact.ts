import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {defineField, defineType} from '@sanity/types'
import {sourceStates} from '@/sanity/vocabulary'
import {percentAdvice, plainWordsAdvice} from '../checks'
import {languageField, optionsOf, referencesField, sampleField, slugField, translationFields} from '../fields'
import {pageGroup, sharingGroup, sourcesGroup} from '../groups'
import {sourceStateOf, subtitle, translationPreview} from '../preview'
import {hasNameOfItsOwn} from '../uniqueness'

export const factType = defineType({
  name: 'fact',
  title: 'Did you know…',
  type: 'document',
  icon: BulbOutlineIcon,
  groups: [{...pageGroup, title: 'Fact'}, {...sourcesGroup, title: 'Source & dates'}, sharingGroup],
  fields: [
    defineField({
      name: 'statement',
      title: 'Did you know…',
      type: 'text',
      rows: 2,
      group: 'page',
      description:
        'The fact itself, in one sentence. It may be a question, like “That back pain is the leading cause of disability?”',
      validation: (rule) => [
        rule.required().error('Write the fact.'),
        rule.max(200).warning('One short sentence is easier to remember and to share.'),
        rule.custom(percentAdvice).warning(),
        rule.custom(plainWordsAdvice).info(),
        rule.custom(hasNameOfItsOwn).warning(),
      ],
    }),
    defineField({
      name: 'detail',
      title: 'More about it',
      type: 'text',
      rows: 4,
      group: 'page',
      description: 'One to three sentences below the fact, if it needs them.',
    }),
    defineField({
      name: 'figure',
      title: 'The number in large type',
      type: 'figureNumber',
      group: 'page',
      description: 'Only if the fact is about one number.',
    }),
    slugField({source: 'statement', example: 'back-pain-is-the-leading-cause-of-disability', group: 'page'}),
    languageField('page'),
    ...translationFields('fact', 'page'),
    defineField({
      name: 'sourceState',
      title: 'Is there a source?',
      type: 'string',
      group: 'sources',
      description: 'While the source is being checked, the page says so.',
      options: {list: optionsOf(sourceStates), layout: 'radio'},
      initialValue: 'sourced',
      validation: (rule) => rule.required().error('Say whether this fact has a source.'),
    }),
    {
      ...referencesField(
        'sources',
        'Sources',
        'source',
        'Where the fact comes from. Look at the number there yourself.',
        'sources',
      ),
      validation: (rule) => [
        rule.unique().error('This is already in the list.'),
        rule.custom((sources, {document}) =>
          document?.sourceState === 'checking' || (Array.isArray(sources) && sources.length > 0)
            ? true
            : 'Add a source, or choose “Source being checked”.',
        ),
      ],
    },
    defineField({
      name: 'population',
      title: 'Whom it is about',
      type: 'string',
      group: 'sources',
      placeholder: 'Adults in the United States',
    }),
    defineField({
      name: 'year',
      title: 'Year',
      type: 'number',
      group: 'sources',
      description: 'The year the number describes.',
      validation: (rule) => [
        rule.integer().min(1900).error('Write a year with four digits.'),
        rule.max(new Date().getFullYear()).error('This year is in the future.'),
        rule.min(new Date().getFullYear() - 10).warning('This is more than ten years old. Is there a newer number?'),
      ],
    }),
    defineField({
      name: 'checkedOn',
      title: 'Checked on',
      type: 'date',
      group: 'sources',
      description: 'When somebody last looked at the source.',
      options: {dateFormat: 'MMMM D, YYYY'},
    }),
    defineField({
      name: 'expiresOn',
      title: 'Check again by',
      type: 'date',
      group: 'sources',
      description: 'It appears under “To do” from 60 days before this date.',
      options: {dateFormat: 'MMMM D, YYYY'},
      validation: (rule) =>
        rule.custom((date, {document}) =>
          !date || typeof document?.checkedOn !== 'string' || date > document.checkedOn
            ? true
            : 'This has to be after the day it was checked.',
        ),
    }),
    defineField({name: 'social', title: 'When someone shares this fact', type: 'social', group: 'sharing'}),
    defineField({name: 'search', title: 'In search engines', type: 'search', group: 'sharing'}),
    sampleField,
  ],
  orderings: [
    {name: 'statement', title: 'Text', by: [{field: 'statement', direction: 'asc'}]},
    {name: 'expires', title: 'Check again by', by: [{field: 'expiresOn', direction: 'asc'}]},
  ],
  preview: {
    select: {
      title: 'statement',
      figure: 'figure.value',
      sourceState: 'sourceState',
      expiresOn: 'expiresOn',
      language: 'language',
      sample: 'sample',
      ...translationPreview,
    },
    prepare: ({title, figure, ...state}) => ({
      title: title || 'New fact',
      subtitle: subtitle([sourceStateOf(state), figure], state),
    }),
  },
})
