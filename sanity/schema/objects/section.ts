import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {defineField, defineType} from '@sanity/types'
import {type Choice, sectionAspects, titleFor, treatmentAspects} from '@/sanity/vocabulary'
import {optionsOf} from '../fields'
import {proseRules} from './prose'

/** One section type for each kind of page: the same form, another list of topics. */
const sectionOf = (name: string, aspects: readonly Choice[], note: string) =>
  defineType({
    name,
    title: 'Section',
    type: 'object',
    icon: BlockContentIcon,
    fields: [
      defineField({
        name: 'aspect',
        title: 'Topic',
        type: 'string',
        description: 'What this section is about.',
        options: {list: optionsOf(aspects)},
        validation: (rule) => rule.required().error('Choose what this section is about.'),
      }),
      defineField({name: 'heading', title: 'Heading', type: 'string', description: note}),
      defineField({
        name: 'body',
        title: 'Text',
        type: 'prose',
        validation: (rule) => [rule.required().error('Write the text of this section.'), ...proseRules(rule)],
      }),
    ],
    preview: {
      select: {aspect: 'aspect', heading: 'heading', body: 'body'},
      prepare: ({aspect, heading, body}) => ({
        title: heading || titleFor(aspects, aspect) || 'New section',
        subtitle: firstWords(body),
      }),
    },
  })

export const sectionType = sectionOf(
  'section',
  sectionAspects,
  'Leave empty to use the topic’s name. An overview without a heading shows none.',
)

export const treatmentSectionType = sectionOf(
  'treatmentSection',
  treatmentAspects,
  'Leave empty to use the topic’s name.',
)

/** The beginning of a Portable Text value, for previews. */
export function firstWords(body: unknown): string {
  const blocks: unknown[] = Array.isArray(body) ? body : []
  for (const block of blocks) {
    if (typeof block !== 'object' || block === null || !('children' in block) || !Array.isArray(block.children))
      continue
    const text = block.children
      .map((span: {text?: unknown}) => (typeof span?.text === 'string' ? span.text : ''))
      .join('')
    if (text.trim()) return text.trim().slice(0, 120)
  }
  return ''
}
