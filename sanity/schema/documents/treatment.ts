import {HeartIcon} from '@sanity/icons/Heart'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {titleFor, treatmentKinds} from '@/sanity/vocabulary'
import {plainWordsAdvice, sectionAdvice, summaryAdvice, titleAdvice} from '../checks'
import {
  languageField,
  optionsOf,
  referencesField,
  sampleField,
  slugField,
  sourcesField,
  tagsField,
  translationFields,
  urgentHelpField,
} from '../fields'
import {factsGroup, pageGroup, relatedGroup, reviewGroup, sharingGroup} from '../groups'
import {reviewState, subtitle, translationPreview} from '../preview'
import {hasNameOfItsOwn} from '../uniqueness'

export const treatmentType = defineType({
  name: 'treatment',
  title: 'Treatment',
  type: 'document',
  icon: HeartIcon,
  groups: [pageGroup, factsGroup, relatedGroup, sharingGroup, reviewGroup],
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      type: 'string',
      group: 'page',
      description: 'What patients call it, like “Trigger point injections”.',
      validation: (rule) => [
        rule.required().error('Write the name of the treatment.'),
        rule.custom(titleAdvice).warning(),
        rule.custom(hasNameOfItsOwn).warning(),
      ],
    }),
    slugField({source: 'title', example: 'trigger-point-injections', group: 'page'}),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 4,
      group: 'page',
      description: 'What it is and whom it helps, in 40 to 60 words. Also shown in search results and on share cards.',
      validation: (rule) => [
        rule.required().error('Write a summary of 40 to 60 words.'),
        rule.custom(summaryAdvice).warning(),
        rule.custom(plainWordsAdvice).info(),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind of treatment',
      type: 'string',
      group: 'page',
      description: 'Sorts the list of all treatments.',
      options: {list: optionsOf(treatmentKinds)},
    }),
    defineField({name: 'image', title: 'Image', type: 'picture', group: 'page'}),
    defineField({name: 'atGlance', title: 'At a glance', type: 'atGlance', group: 'page'}),
    urgentHelpField('page'),
    defineField({
      name: 'sections',
      title: 'Sections',
      type: 'array',
      group: 'page',
      description: 'The text of the page, one section for each topic. Drag to order.',
      of: [defineArrayMember({type: 'treatmentSection'})],
      validation: (rule) => rule.custom(sectionAdvice).warning(),
    }),
    referencesField('facts', 'Did you know…', 'fact', 'Facts shown on this page, in this order.', 'facts'),
    referencesField(
      'faqs',
      'Questions and answers',
      'faq',
      'Shown on this page, in this order. Change an answer once and it changes on every page that shows it.',
      'facts',
    ),
    sourcesField('facts'),
    tagsField('alsoKnownAs', 'Also known as', 'Other names patients use. Press Enter after each.', 'related'),
    languageField('related'),
    ...translationFields('treatment', 'related'),
    defineField({name: 'social', title: 'When someone shares this page', type: 'social', group: 'sharing'}),
    defineField({name: 'search', title: 'In search engines', type: 'search', group: 'sharing'}),
    defineField({name: 'review', title: 'Review', type: 'review', group: 'review'}),
    sampleField,
  ],
  orderings: [
    {name: 'title', title: 'Name', by: [{field: 'title', direction: 'asc'}]},
    {name: 'reviewDue', title: 'Next review', by: [{field: 'review.nextReviewDue', direction: 'asc'}]},
  ],
  preview: {
    select: {
      title: 'title',
      kind: 'kind',
      media: 'image',
      lastReviewed: 'review.lastReviewed',
      nextReviewDue: 'review.nextReviewDue',
      language: 'language',
      sample: 'sample',
      ...translationPreview,
    },
    prepare: ({title, kind, media, ...state}) => ({
      title: title || 'New treatment',
      subtitle: subtitle([reviewState(state), titleFor(treatmentKinds, kind)], state),
      media,
    }),
  },
})
