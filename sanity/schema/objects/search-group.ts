import {SearchIcon} from '@sanity/icons/Search'
import {defineType} from '@sanity/types'
import {groupAdvice} from '../checks'
import {tagsField} from '../fields'

/** Words and phrases that mean the same to a patient. */
export const searchGroupType = defineType({
  name: 'searchGroup',
  title: 'Words that mean the same',
  type: 'object',
  icon: SearchIcon,
  fields: [
    {
      ...tagsField('words', 'Words', 'Two or more, like “slipped disc” and “herniated disk”. Press Enter after each.'),
      validation: (rule) => [
        rule.required().min(2).error('One word alone means nothing else. Add a second one.'),
        rule.unique().error('This is already in the list.'),
        rule.custom(groupAdvice).warning(),
      ],
    },
  ],
  preview: {
    select: {words: 'words'},
    prepare: ({words}) => ({title: Array.isArray(words) && words.length > 0 ? words.join(' = ') : 'New group'}),
  },
})
