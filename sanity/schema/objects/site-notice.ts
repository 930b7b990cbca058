import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from '@sanity/types'
import {noticeKinds, titleFor} from '@/sanity/vocabulary'
import {endsAfterStart, noticeTextAdvice} from '../checks'
import {optionsOf} from '../fields'
import {noticeTimes} from '../preview'

/** News on every page, from a moment to a moment. */
export const siteNoticeType = defineType({
  name: 'siteNotice',
  title: 'Notice',
  type: 'object',
  icon: BellIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: optionsOf(noticeKinds), layout: 'radio', direction: 'horizontal'},
      initialValue: 'closure',
      validation: (rule) => rule.required().error('Choose the kind of notice.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 2,
      description: 'One or two sentences: what is different, from when to when, and what patients should do.',
      validation: (rule) => [
        rule.required().error('Write the notice.'),
        rule.max(240).warning('Short notices are read. Put the details on a page and link to it.'),
        rule.custom(noticeTextAdvice).warning(),
      ],
    }),
    defineField({
      name: 'link',
      title: 'Link at the end',
      type: 'menuItem',
      description: 'Only if there is more to read.',
      options: {collapsible: true, collapsed: true},
    }),
    defineField({
      name: 'startsAt',
      title: 'Show from',
      type: 'datetime',
      description: 'Date and time as your computer’s clock shows them. Leave empty to show it as soon as you publish.',
      options: {dateFormat: 'MMMM D, YYYY', timeFormat: 'h:mm A', timeStep: 5},
    }),
    defineField({
      name: 'endsAt',
      title: 'Show until',
      type: 'datetime',
      description: 'It leaves every page by itself at this time. Leave empty to take it away yourself.',
      options: {dateFormat: 'MMMM D, YYYY', timeFormat: 'h:mm A', timeStep: 5},
      validation: (rule) =>
        rule.custom((end) => (end ? true : 'Without an end you have to take it away yourself.')).info(),
    }),
  ],
  validation: (rule) => rule.custom(endsAfterStart),
  preview: {
    select: {text: 'text', kind: 'kind', startsAt: 'startsAt', endsAt: 'endsAt'},
    prepare: ({text, kind, startsAt, endsAt}) => ({
      title: text || 'New notice',
      subtitle: [noticeTimes({startsAt, endsAt}), titleFor(noticeKinds, kind)].filter(Boolean).join(' · '),
    }),
  },
})
