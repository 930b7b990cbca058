import {MenuIcon} from '@sanity/icons/Menu'
import {defineField, defineType} from '@sanity/types'
import {linkSchemes, pageTypes, sitePaths, titleFor} from '@/sanity/vocabulary'
import {hasOneTarget} from '../checks'
import {optionsOf} from '../fields'

export const menuItemType = defineType({
  name: 'menuItem',
  title: 'Menu entry',
  type: 'object',
  icon: MenuIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Label',
      type: 'string',
      description: 'The words in the menu.',
      validation: (rule) => [
        rule.required().error('Write the words that stand in the menu.'),
        rule.max(30).warning('Short labels fit on a phone.'),
      ],
    }),
    defineField({
      name: 'page',
      title: 'A page of ours',
      type: 'reference',
      to: pageTypes.map((type) => ({type})),
      hidden: ({parent}) => Boolean(parent?.path || parent?.url) && !parent?.page,
    }),
    defineField({
      name: 'path',
      title: 'or a built-in page',
      type: 'string',
      options: {list: optionsOf(sitePaths)},
      hidden: ({parent}) => Boolean(parent?.page || parent?.url) && !parent?.path,
    }),
    defineField({
      name: 'url',
      title: 'or another website',
      type: 'url',
      description: 'A whole address that begins with https://',
      validation: (rule) => rule.uri({scheme: [...linkSchemes]}).error('Begin with https://, http://, mailto: or tel:'),
      hidden: ({parent}) => Boolean(parent?.page || parent?.path) && !parent?.url,
    }),
  ],
  validation: (rule) => rule.custom(hasOneTarget),
  preview: {
    select: {
      label: 'label',
      path: 'path',
      url: 'url',
      pageTitle: 'page.title',
      pageName: 'page.name',
      pageQuestion: 'page.question',
      pageStatement: 'page.statement',
    },
    prepare: ({label, path, url, pageTitle, pageName, pageQuestion, pageStatement}) => ({
      title: label || 'New entry',
      subtitle: pageTitle || pageName || pageQuestion || pageStatement || (path ? titleFor(sitePaths, path) : url),
    }),
  },
})
