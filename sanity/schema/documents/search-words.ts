import {SearchIcon} from '@sanity/icons/Search'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {languages, titleFor} from '@/sanity/vocabulary'
import {languageField, sampleField, tagsField} from '../fields'

export const searchWordsType = defineType({
  name: 'searchWords',
  title: 'Search words',
  type: 'document',
  icon: SearchIcon,
  groups: [
    {name: 'same', title: 'Words that mean the same', icon: SearchIcon, default: true},
    {name: 'help', title: 'When help cannot wait', icon: WarningOutlineIcon},
  ],
  fields: [
    defineField({
      name: 'groups',
      title: 'Words that mean the same',
      type: 'array',
      group: 'same',
      description:
        'Whoever searches for one word of a group also finds the others. Names from “Also known as”, small spelling mistakes and plurals count by themselves: leave them out.',
      of: [defineArrayMember({type: 'searchGroup'})],
    }),
    tagsField(
      'emergency',
      'Words that show when to call 911',
      'Above the results stands when to call 911. Words like “chest pain”, “stroke” and “cannot feel legs” do that already. Add what your patients type.',
      'help',
    ),
    tagsField(
      'crisis',
      'Words that show the 988 crisis line',
      'Above the results stands how to reach the crisis line. Words like “suicide” and “hurt myself” do that already. Add what your patients type.',
      'help',
    ),
    {...languageField('same'), readOnly: true},
    sampleField,
  ],
  preview: {
    select: {language: 'language', groups: 'groups'},
    prepare: ({language, groups}) => ({
      title: `Search words: ${titleFor(languages, language)}`,
      subtitle: `Groups of words that mean the same: ${Array.isArray(groups) ? groups.length : 0}`,
    }),
  },
})
