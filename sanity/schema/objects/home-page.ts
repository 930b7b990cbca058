import {HomeIcon} from '@sanity/icons/Home'
import {defineField, defineType} from '@sanity/types'
import {referencesField} from '../fields'

/** What is particular to the home page; part of the website settings. */
export const homePageType = defineType({
  name: 'homePage',
  title: 'Home page',
  type: 'object',
  icon: HomeIcon,
  fields: [
    defineField({
      name: 'heading',
      title: 'Heading',
      type: 'string',
      description: 'The first words a visitor reads. Leave empty to use the clinic’s name.',
    }),
    defineField({name: 'intro', title: 'Introduction', type: 'text', rows: 3, description: 'One to three sentences.'}),
    defineField({name: 'image', title: 'Image', type: 'picture'}),
    referencesField('conditions', 'Conditions to show', 'condition', 'Six to nine work well. Drag to order.'),
    referencesField('treatments', 'Treatments to show', 'treatment', 'Up to six. Drag to order.'),
  ],
})
