import {TranslateIcon} from '@sanity/icons/Translate'
import {defineField, defineType} from '@sanity/types'

/** How a translation came about, and which state of its original it says. */
export const translationType = defineType({
  name: 'translation',
  title: 'Translation',
  type: 'object',
  icon: TranslateIcon,
  fields: [
    defineField({
      name: 'translatedBy',
      title: 'Translated by',
      type: 'string',
      description: 'A person who knows both languages and the words of medicine. Never shown on the website.',
    }),
    defineField({
      name: 'checkedOn',
      title: 'Checked by a qualified translator on',
      type: 'date',
      description: 'Federal rules ask for this where a machine helped with the translation.',
      options: {dateFormat: 'MMMM D, YYYY'},
    }),
    defineField({
      name: 'sourceUpdatedAt',
      title: 'Says the same as the English page of',
      type: 'datetime',
      readOnly: true,
      description: 'Set by “Translation is up to date”, in the menu beside Publish.',
      options: {dateFormat: 'MMMM D, YYYY', timeFormat: 'h:mm A'},
    }),
  ],
})
