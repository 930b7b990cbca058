import {CommentIcon} from '@sanity/icons/Comment'
import {defineField, defineType} from '@sanity/types'

/** A text that staff use again and again when they answer patients. */
export const replyTextType = defineType({
  name: 'replyText',
  title: 'Text for replies',
  type: 'object',
  icon: CommentIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'What it is for',
      type: 'string',
      description: 'Like “Make an appointment”. Only staff see it.',
      validation: (rule) => rule.required().error('Say what the text is for.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 6,
      description: 'Begin with a greeting and end with the name of the clinic. Nothing about any patient.',
      validation: (rule) => [
        rule.required().error('Write the text.'),
        rule.max(1500).error('Longer texts do not fit into every mail program. Write 1,500 letters or fewer.'),
      ],
    }),
  ],
  preview: {
    select: {title: 'title', text: 'text'},
    prepare: ({title, text}) => ({title: title || 'New text', subtitle: text}),
  },
})
