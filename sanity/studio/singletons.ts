/** Documents of which there is exactly one: they cannot be made a second time, copied, taken down or deleted. */
import type {DocumentActionComponent, NewDocumentOptionsResolver, Template, TemplateResolver} from 'sanity'
import type {DocumentType} from '@/sanity/vocabulary'

/** Singleton types and the id of the one document, or of the one in the default language. */
export const singletons: Partial<Record<DocumentType, string>> = {
  siteSettings: 'siteSettings',
  searchWords: 'searchWords-en',
}

export const isSingleton = (type: string | undefined): boolean => type !== undefined && Object.hasOwn(singletons, type)

/** What may be done with the one document. Anything the Studio learns later stays out until it is named here. */
const allowed: readonly DocumentActionComponent['action'][] = ['publish', 'discardChanges', 'restore']

export const actionsFor = (actions: DocumentActionComponent[], schemaType: string): DocumentActionComponent[] =>
  isSingleton(schemaType) ? actions.filter(({action}) => allowed.includes(action)) : actions

/** Opens the search words of a language for the first time: `{language}`. Not in any menu. */
const searchWordsIn: Template = {
  id: 'searchWords-in',
  title: 'Search words',
  schemaType: 'searchWords',
  parameters: [{name: 'language', type: 'string'}],
  value: ({language}: {language: string}) => ({language}),
}

export const withoutSingletonTemplates: TemplateResolver = (templates) => [
  ...templates.filter(({schemaType}) => !isSingleton(schemaType)),
  searchWordsIn,
]

/** The "create" menus, also the one inside a reference field, whose templates are named after their type. */
export const withoutSingletonOptions: NewDocumentOptionsResolver = (options) =>
  options.filter(({templateId}) => !isSingleton(templateId.replace(/-in$/, '')))
