import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineField, defineType} from '@sanity/types'
import {isQuestion, plainWordsAdvice} from '../checks'
import {languageField, sampleField, slugField, sourcesField, translationFields} from '../fields'
import {pageGroup, reviewGroup, sharingGroup, sourcesGroup} from '../groups'
import {proseRules} from '../objects/prose'
import {firstWords} from '../objects/section'
import {subtitle, translationPreview} from '../preview'
import {hasNameOfItsOwn} from '../uniqueness'

export const faqType = defineType({
  name: 'faq',
  title: 'Question and answer',
  type: 'document',
  icon: HelpCircleIcon,
  groups: [{...pageGroup, title: 'Question'}, sourcesGroup, sharingGroup, reviewGroup],
  fields: [
    defineField({
      name: 'question',
      title: 'Question',
      type: 'string',
      group: 'page',
      description: 'As a patient would ask it, ending with a question mark.',
      validation: (rule) => [
        rule.required().error('Write the question.'),
        rule.custom(isQuestion),
        rule.custom(plainWordsAdvice).info(),
        rule.custom(hasNameOfItsOwn).warning(),
      ],
    }),
    defineField({
      name: 'answer',
      title: 'Answer',
      type: 'shortProse',
      group: 'page',
      description: 'Answer in the first sentence, then explain. It appears on every page that shows this question.',
      validation: (rule) => [rule.required().error('Write the answer.'), ...proseRules(rule)],
    }),
    slugField({source: 'question', example: 'is-back-pain-serious', group: 'page'}),
    languageField('page'),
    ...translationFields('faq', 'page'),
    sourcesField('sources'),
    defineField({name: 'social', title: 'When someone shares this question', type: 'social', group: 'sharing'}),
    defineField({name: 'search', title: 'In search engines', type: 'search', group: 'sharing'}),
    defineField({name: 'review', title: 'Review', type: 'review', group: 'review'}),
    sampleField,
  ],
  orderings: [
    {name: 'question', title: 'Question', by: [{field: 'question', direction: 'asc'}]},
    {name: 'changed', title: 'Last changed', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'question', answer: 'answer', language: 'language', sample: 'sample', ...translationPreview},
    prepare: ({title, answer, ...state}) => ({
      title: title || 'New question',
      subtitle: subtitle([firstWords(answer) || 'No answer yet'], state),
    }),
  },
})
