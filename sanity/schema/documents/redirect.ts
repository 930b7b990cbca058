import {TransferIcon} from '@sanity/icons/Transfer'
import {defineField, defineType} from '@sanity/types'
import {pageTypes} from '@/sanity/vocabulary'
import {isNewPath, isOldPath} from '../checks'
import {sampleField} from '../fields'
import {subtitle} from '../preview'
import {isUniqueRedirect} from '../uniqueness'

export const redirectType = defineType({
  name: 'redirect',
  title: 'Redirect',
  type: 'document',
  icon: TransferIcon,
  description: 'Leads visitors from an address that no longer exists to the right page.',
  fields: [
    defineField({
      name: 'from',
      title: 'Old address',
      type: 'string',
      placeholder: '/old-page',
      description:
        'What stands after the name of the website, beginning with a slash. It works only where there is no page.',
      validation: (rule) => [
        rule.required().error('Write the old address.'),
        rule.custom(isOldPath),
        rule.custom(isUniqueRedirect),
      ],
    }),
    defineField({
      name: 'toPage',
      title: 'New page',
      type: 'reference',
      to: pageTypes.map((type) => ({type})),
      description: 'Best choice: keeps working when that page’s address changes.',
      hidden: ({parent}) => Boolean(parent?.toPath) && !parent?.toPage,
    }),
    defineField({
      name: 'toPath',
      title: 'or a new address',
      type: 'string',
      placeholder: '/conditions',
      hidden: ({parent}) => Boolean(parent?.toPage) && !parent?.toPath,
      validation: (rule) => [
        rule.custom(isNewPath),
        rule.custom((to, {document}) => !to || to !== document?.from || 'The new address is the old one.'),
      ],
    }),
    defineField({
      name: 'permanent',
      title: 'For good',
      type: 'boolean',
      description: 'Switch off when the old page will come back.',
      initialValue: true,
    }),
    sampleField,
  ],
  validation: (rule) =>
    rule.custom((redirect) => {
      const targets = [redirect?.toPage, redirect?.toPath].filter(Boolean).length
      if (targets === 1) return true
      return targets === 0 ? 'Say where the old address leads.' : 'Choose a new page or a new address, not both.'
    }),
  orderings: [{name: 'from', title: 'Old address', by: [{field: 'from', direction: 'asc'}]}],
  preview: {
    select: {
      from: 'from',
      toPath: 'toPath',
      toTitle: 'toPage.title',
      toName: 'toPage.name',
      toQuestion: 'toPage.question',
      toStatement: 'toPage.statement',
      sample: 'sample',
    },
    prepare: ({from, toPath, toTitle, toName, toQuestion, toStatement, ...state}) => ({
      title: from || 'New redirect',
      subtitle: subtitle([`to ${toTitle || toName || toQuestion || toStatement || toPath || '…'}`], state),
    }),
  },
})
