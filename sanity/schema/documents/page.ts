import {DocumentIcon} from '@sanity/icons/Document'
import {defineField, defineType, type SlugifierFn} from '@sanity/types'
import {legalNotices, titleFor} from '@/sanity/vocabulary'
import {summaryAdvice, titleAdvice} from '../checks'
import {languageField, optionsOf, sampleField, slugField, slugify, sourcesField, translationFields} from '../fields'
import {pageGroup, reviewGroup, sharingGroup, sourcesGroup} from '../groups'
import {reviewState, subtitle, translationPreview} from '../preview'
import {hasNameOfItsOwn, isUniqueNotice} from '../uniqueness'

/** First parts of an address that belong to the software; a page made by an editor may not stand there. */
export const reservedAddresses = [
  'conditions',
  'treatments',
  'people',
  'locations',
  'questions',
  'facts',
  'contact',
  'search',
  'index',
  'markdown',
  'not-found-page',
  'studio',
  'api',
  'media',
  'download',
  'card',
  'qr',
  'en',
  'es',
]

const slugifyPath: SlugifierFn = (text, ...rest) =>
  text
    .split('/')
    .map((part) => slugify(part, ...rest))
    .filter(Boolean)
    .join('/')

export const pageType = defineType({
  name: 'page',
  title: 'Page',
  type: 'document',
  icon: DocumentIcon,
  groups: [pageGroup, sourcesGroup, sharingGroup, reviewGroup],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      group: 'page',
      validation: (rule) => [
        rule.required().error('Write the title of the page.'),
        rule.custom(titleAdvice).warning(),
        rule.custom(hasNameOfItsOwn).warning(),
      ],
    }),
    slugField({
      source: 'title',
      example: 'about/our-history',
      group: 'page',
      pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/,
      slugify: slugifyPath,
      reserved: reservedAddresses,
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 3,
      group: 'page',
      description: 'What the page is about. Also shown in search results and on share cards.',
      validation: (rule) => [rule.required().error('Write a short summary.'), rule.custom(summaryAdvice).info()],
    }),
    defineField({name: 'image', title: 'Image', type: 'picture', group: 'page'}),
    defineField({name: 'body', title: 'Text', type: 'prose', group: 'page'}),
    defineField({
      name: 'legalNotice',
      title: 'Notice that every page links to',
      type: 'string',
      group: 'page',
      description: 'Leave empty for an ordinary page. A notice stands at the bottom of every page of the website.',
      options: {list: optionsOf(legalNotices)},
      validation: (rule) => rule.custom(isUniqueNotice),
    }),
    languageField('page'),
    ...translationFields('page', 'page'),
    sourcesField('sources'),
    defineField({name: 'social', title: 'When someone shares this page', type: 'social', group: 'sharing'}),
    defineField({name: 'search', title: 'In search engines', type: 'search', group: 'sharing'}),
    defineField({name: 'review', title: 'Review', type: 'review', group: 'review'}),
    sampleField,
  ],
  orderings: [{name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {
      title: 'title',
      slug: 'slug.current',
      legalNotice: 'legalNotice',
      media: 'image',
      lastReviewed: 'review.lastReviewed',
      nextReviewDue: 'review.nextReviewDue',
      language: 'language',
      sample: 'sample',
      ...translationPreview,
    },
    prepare: ({title, slug: address, legalNotice, media, ...state}) => ({
      title: title || 'New page',
      subtitle: subtitle(
        [address && `/${address}`, titleFor(legalNotices, legalNotice), state.lastReviewed && reviewState(state)],
        state,
      ),
      media,
    }),
  },
})
