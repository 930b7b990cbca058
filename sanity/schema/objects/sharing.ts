/** What other places show of a page. */
import {defineField, defineType} from '@sanity/types'

export const socialType = defineType({
  name: 'social',
  title: 'When someone shares this page',
  type: 'object',
  description: 'Leave empty to use the page’s own title, summary and image.',
  options: {collapsible: true, collapsed: false},
  fields: [
    defineField({
      name: 'title',
      title: 'Title on the card',
      type: 'string',
      validation: (rule) => rule.max(70).warning('Cards cut a title off after about 70 characters.'),
    }),
    defineField({
      name: 'text',
      title: 'Text on the card',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.max(200).warning('Cards cut text off after about 200 characters.'),
    }),
    defineField({
      name: 'image',
      title: 'Image on the card',
      type: 'picture',
      description: 'Wide images work best: 1200 × 630.',
    }),
    defineField({
      name: 'hideNetworks',
      title: 'No social networks on this page',
      type: 'boolean',
      description:
        'For topics that nobody wants to show to everyone. Patients can still send the page by email or text message, and copy its link.',
      initialValue: false,
    }),
  ],
})

export const searchType = defineType({
  name: 'search',
  title: 'In search engines',
  type: 'object',
  description: 'Leave empty to use the page’s own title and summary.',
  options: {collapsible: true, collapsed: false},
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.max(60).warning('Search engines cut a title off after about 60 characters.'),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.max(160).warning('Search engines cut text off after about 160 characters.'),
    }),
    defineField({
      name: 'hide',
      title: 'Hide this page from search engines',
      type: 'boolean',
      description: 'People with the link can still open it.',
      initialValue: false,
    }),
  ],
})
