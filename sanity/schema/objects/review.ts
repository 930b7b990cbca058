import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineField, defineType} from '@sanity/types'
import {reviewIsWhole} from '../checks'

export const reviewType = defineType({
  name: 'review',
  title: 'Review',
  type: 'object',
  icon: CheckmarkCircleIcon,
  description: 'Shown on the page. Enter a review only when the whole page has been checked, not after a small change.',
  fields: [
    defineField({
      name: 'writtenBy',
      title: 'Written by',
      type: 'reference',
      to: [{type: 'person'}],
    }),
    defineField({
      name: 'reviewedBy',
      title: 'Medically reviewed by',
      type: 'reference',
      to: [{type: 'person'}],
      description: 'The clinician who checked the whole page.',
    }),
    defineField({name: 'lastReviewed', title: 'Last reviewed', type: 'date', options: {dateFormat: 'MMMM D, YYYY'}}),
    defineField({
      name: 'nextReviewDue',
      title: 'Next review due',
      type: 'date',
      description:
        'The page appears under “To do” from 60 days before this date. Three years is the longest a page should wait.',
      options: {dateFormat: 'MMMM D, YYYY'},
    }),
    defineField({
      name: 'note',
      title: 'Note for the team',
      type: 'text',
      rows: 3,
      description: 'What was checked, what is open. Never shown on the website.',
    }),
  ],
  validation: (rule) => rule.custom((review) => reviewIsWhole(review)),
})
