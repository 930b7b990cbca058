import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from '@sanity/types'
import {languages, sourceKinds} from '@/sanity/vocabulary'
import {optionsOf, sampleField} from '../fields'
import {subtitle} from '../preview'

export const sourceType = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'As it stands on the publication.',
      validation: (rule) => rule.required().error('Write the title of the publication.'),
    }),
    defineField({
      name: 'publisher',
      title: 'Publisher',
      type: 'string',
      description: 'Who stands behind it, like “Centers for Disease Control and Prevention”.',
      validation: (rule) => rule.required().error('Write who published it.'),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'A page that anyone can open. A DOI address is best: it never moves.',
      validation: (rule) => [
        rule.required().error('Paste the web address.'),
        rule.uri({scheme: ['https', 'http']}).error('Begin with https:// or http://'),
      ],
    }),
    defineField({
      name: 'year',
      title: 'Year of publication',
      type: 'number',
      validation: (rule) => [
        rule.required().integer().min(1900).error('Write a year with four digits.'),
        rule.max(new Date().getFullYear() + 1).error('This year is in the future.'),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: optionsOf(sourceKinds)},
      validation: (rule) => rule.required().error('Choose what kind of publication it is.'),
    }),
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      description: 'The language it is written in, if not English. Screen readers read its title in it.',
      options: {list: optionsOf(languages), layout: 'radio', direction: 'horizontal'},
    }),
    defineField({
      name: 'accessedOn',
      title: 'Last opened on',
      type: 'date',
      description: 'When somebody last saw that it is still there.',
      options: {dateFormat: 'MMMM D, YYYY'},
    }),
    sampleField,
  ],
  orderings: [
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
    {name: 'year', title: 'Newest first', by: [{field: 'year', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'title', publisher: 'publisher', year: 'year', language: 'language', sample: 'sample'},
    prepare: ({title, publisher, year, ...state}) => ({
      title: title || 'New source',
      subtitle: subtitle([publisher, year && String(year)], state),
    }),
  },
})
