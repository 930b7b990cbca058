/** Fields that several documents share. */
import {defineArrayMember, defineField, type SlugifierFn} from '@sanity/types'
import {type DocumentType, defaultLanguage, languages} from '@/sanity/vocabulary'
import {urgentHelpAdvice} from './checks'
import {isUniqueSlug} from './uniqueness'

/** Stored values with the titles staff read, as the Studio wants them. */
export const optionsOf = <Value extends string>(list: readonly {value: Value; title: string}[]) =>
  list.map(({value, title}) => ({value, title}))

export const languageField = (group?: string) =>
  defineField({
    name: 'language',
    title: 'Language',
    type: 'string',
    group,
    description: 'The language this text is written in.',
    options: {list: optionsOf(languages), layout: 'radio', direction: 'horizontal'},
    initialValue: defaultLanguage,
    validation: (rule) => rule.required().error('Choose the language.'),
  })

const isOriginal = ({document}: {document: Record<string, unknown> | undefined}): boolean =>
  !document?.language || document.language === defaultLanguage

/** What a translation is of, and how it came about. An original has neither. */
export const translationFields = (type: DocumentType, group?: string) => [
  defineField({
    name: 'translationOf',
    title: 'Translation of',
    type: 'reference',
    group,
    weak: true,
    to: [{type}],
    description: 'The English original of this translation. Each page then links to the other.',
    options: {
      disableNew: true,
      filter: '_type == $type && language == $language',
      filterParams: {type, language: defaultLanguage},
    },
    hidden: isOriginal,
  }),
  defineField({
    name: 'translation',
    title: 'About the translation',
    type: 'translation',
    group,
    hidden: isOriginal,
    options: {collapsible: true, collapsed: true},
  }),
]

/** Lower-case words joined by hyphens; anything else is left out. */
export const slugify: SlugifierFn = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 96)
    .replace(/-+$/, '')

type SlugChoices = {
  source: string
  example: string
  group?: string
  pattern?: RegExp
  slugify?: SlugifierFn
  reserved?: readonly string[]
}

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const slugField = ({
  source,
  example,
  group,
  pattern = slugPattern,
  slugify: make = slugify,
  reserved = [],
}: SlugChoices) =>
  defineField({
    name: 'slug',
    title: 'Web address',
    type: 'slug',
    group,
    description: `The end of this page’s address, like “${example}”. Press Generate. When you change it later, add a redirect from the old address.`,
    options: {source, maxLength: 96, isUnique: isUniqueSlug, slugify: make},
    // One rule, not a list of them: each would carry the question whether the address is taken.
    validation: (rule) =>
      rule.required().custom((slug) => {
        const address = slug?.current ?? ''
        const first = address.split('/')[0] ?? ''
        if (reserved.includes(first)) {
          return `An address that begins with “${first}” belongs to another part of the website.`
        }
        return !address || pattern.test(address) || `Use small letters, numbers and hyphens only, like “${example}”.`
      }),
  })

/** Set on the sample clinic only; the site shows a banner and hides the page from search engines. */
export const sampleField = defineField({
  name: 'sample',
  title: 'Sample content',
  type: 'boolean',
  hidden: true,
  readOnly: true,
})

export const tagsField = (name: string, title: string, description: string, group?: string) =>
  defineField({
    name,
    title,
    type: 'array',
    group,
    description,
    of: [defineArrayMember({type: 'string'})],
    options: {layout: 'tags'},
    validation: (rule) => rule.unique().error('This is already in the list.'),
  })

/** References in an order the editor chooses; a draft in another language is not offered. */
export const referencesField = (name: string, title: string, type: DocumentType, description: string, group?: string) =>
  defineField({
    name,
    title,
    type: 'array',
    group,
    description,
    of: [
      defineArrayMember({
        type: 'reference',
        to: [{type}],
        options: {
          filter: ({document}) =>
            type === 'source' || typeof document.language !== 'string'
              ? {filter: '_id != $self', params: {self: publishedId(document._id)}}
              : {
                  filter: '_id != $self && language == $language',
                  params: {self: publishedId(document._id), language: document.language},
                },
        },
      }),
    ],
    validation: (rule) => rule.unique().error('This is already in the list.'),
  })

export const sourcesField = (group?: string) =>
  referencesField(
    'sources',
    'Sources',
    'source',
    'Where the information comes from. Shown at the end of the page.',
    group,
  )

export const urgentHelpField = (group?: string) =>
  defineField({
    name: 'urgentHelp',
    title: 'When to get help',
    type: 'array',
    group,
    description: 'Cards near the top that tell patients when to call 911, call us today, or make an appointment.',
    of: [defineArrayMember({type: 'urgentHelp'})],
    validation: (rule) => rule.custom(urgentHelpAdvice).warning(),
  })

export const publishedId = (id: string): string => id.replace(/^drafts\./, '')
