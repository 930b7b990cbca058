import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from '@sanity/types'
import {altIsThere} from '../checks'

/** An image of a document, with what accessibility and copyright need. */
export const pictureType = defineType({
  name: 'picture',
  title: 'Image',
  type: 'image',
  icon: ImageIcon,
  description: 'Use the crop button to choose what must stay visible on small screens.',
  options: {hotspot: true, accept: 'image/*'},
  fields: [
    defineField({
      name: 'alt',
      title: 'Alternative text',
      type: 'string',
      description: 'What the image shows, for people who cannot see it. Do not begin with “Image of”.',
      validation: (rule) => [
        rule.custom((alt, {parent}) => altIsThere(alt, parent)),
        rule.max(200).warning('One sentence is enough.'),
      ],
    }),
    defineField({name: 'caption', title: 'Caption', type: 'string', description: 'Shown below the image.'}),
    defineField({name: 'credit', title: 'Credit', type: 'string', description: 'Who made it, if it has to be named.'}),
  ],
})
