import {ActivityIcon} from '@sanity/icons/Activity'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {bodyRegions, titleFor} from '@/sanity/vocabulary'
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

/** What the list says of a condition's place on the body; `older` is the field that counted before there could be several. */
const regionTitles = (regions: unknown, older: unknown): string =>
  (Array.isArray(regions) ? regions : [older])
    .map((region) => (typeof region === 'string' ? titleFor(bodyRegions, region) : ''))
    .filter(Boolean)
    .join(', ')

export const conditionType = defineType({
  name: 'condition',
  title: 'Condition',
  type: 'document',
  icon: ActivityIcon,
  groups: [pageGroup, factsGroup, relatedGroup, sharingGroup, reviewGroup],
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      type: 'string',
      group: 'page',
      description: 'What patients call it, like “Back pain”.',
      validation: (rule) => [
        rule.required().error('Write the name of the condition.'),
        rule.custom(titleAdvice).warning(),
        rule.custom(hasNameOfItsOwn).warning(),
      ],
    }),
    slugField({source: 'title', example: 'back-pain', group: 'page'}),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 4,
      group: 'page',
      description: 'What it is and why it matters, in 40 to 60 words. Also shown in search results and on share cards.',
      validation: (rule) => [
        rule.required().error('Write a summary of 40 to 60 words.'),
        rule.custom(summaryAdvice).warning(),
        rule.custom(plainWordsAdvice).info(),
      ],
    }),
    defineField({name: 'image', title: 'Image', type: 'picture', group: 'page'}),
    urgentHelpField('page'),
    defineField({
      name: 'sections',
      title: 'Sections',
      type: 'array',
      group: 'page',
      description: 'The text of the page, one section for each topic. Drag to order.',
      of: [defineArrayMember({type: 'section'})],
      validation: (rule) => rule.custom(sectionAdvice).warning(),
    }),
    referencesField(
      'facts',
      'Did you know…',
      'fact',
      'Facts shown on this page, in this order. The same fact can be on many pages.',
      'facts',
    ),
    referencesField(
      'faqs',
      'Questions and answers',
      'faq',
      'Shown on this page, in this order. Change an answer once and it changes on every page that shows it.',
      'facts',
    ),
    sourcesField('facts'),
    referencesField('treatments', 'Treatments', 'treatment', 'Treatments we offer for this condition.', 'related'),
    referencesField(
      'relatedConditions',
      'Related conditions',
      'condition',
      'What a reader of this page may also look for.',
      'related',
    ),
    defineField({
      name: 'bodyRegions',
      title: 'Where it hurts',
      type: 'array',
      group: 'related',
      description:
        'Every part of the body where a patient may feel it. The condition is listed under each of them, and on the body map. Leave empty if it belongs to no one part: it is then listed under “Whole body”.',
      // The list stands twice: here for the check boxes, at the member so that the extracted schema knows it is closed.
      of: [defineArrayMember({type: 'string', options: {list: optionsOf(bodyRegions)}})],
      options: {list: optionsOf(bodyRegions), layout: 'grid'},
      validation: (rule) => rule.unique().error('This is already in the list.'),
    }),
    defineField({
      name: 'bodyRegion',
      title: 'Part of the body (older field)',
      type: 'string',
      group: 'related',
      deprecated: {
        reason: 'Choose under “Where it hurts” instead. This one counts only while nothing is chosen there.',
      },
      options: {list: optionsOf(bodyRegions)},
      hidden: ({value}) => value === undefined,
    }),
    tagsField('alsoKnownAs', 'Also known as', 'Other names patients use. Press Enter after each.', 'related'),
    tagsField('icd10', 'ICD-10 codes', 'For search engines, like M54.5. Optional.', 'related'),
    languageField('related'),
    ...translationFields('condition', 'related'),
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
      bodyRegions: 'bodyRegions',
      bodyRegion: 'bodyRegion',
      media: 'image',
      lastReviewed: 'review.lastReviewed',
      nextReviewDue: 'review.nextReviewDue',
      language: 'language',
      sample: 'sample',
      ...translationPreview,
    },
    prepare: ({title, bodyRegions: regions, bodyRegion, media, ...state}) => ({
      title: title || 'New condition',
      subtitle: subtitle([reviewState(state), regionTitles(regions, bodyRegion)], state),
      media,
    }),
  },
})
