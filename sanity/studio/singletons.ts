/**
 * Documents of which there is exactly one, or one in each language: they cannot be made a second time, copied, taken down
 * or deleted.
 */
import type {DocumentActionComponent, NewDocumentOptionsResolver, Template, TemplateResolver} from 'sanity'
import {type DocumentType, defaultLanguage, type Language, languages} from '@/sanity/vocabulary'

/** Singleton types and the id of the one document, or of the one in the default language. */
export const singletons: Partial<Record<DocumentType, string>> = {
  siteSettings: 'siteSettings',
  searchWords: 'searchWords-en',
}

/** The website's settings in each language: once those in Spanish are published, the website speaks Spanish. */
export const settingsIn = languages.map(({value, title}) => ({
  language: value,
  id: settingsId(value),
  title: value === defaultLanguage ? 'Website settings' : `Website settings (${title})`,
}))

function settingsId(language: Language): string {
  return language === defaultLanguage ? 'siteSettings' : `siteSettings-${language}`
}

export const isSingleton = (type: string | undefined): boolean => type !== undefined && Object.hasOwn(singletons, type)

/** What may be done with the one document. Anything the Studio learns later stays out until it is named here. */
const allowed: readonly DocumentActionComponent['action'][] = ['publish', 'discardChanges', 'restore']

export const actionsFor = (actions: DocumentActionComponent[], schemaType: string): DocumentActionComponent[] =>
  isSingleton(schemaType) ? actions.filter(({action}) => allowed.includes(action)) : actions

/** Opens such a document of a language for the first time: `{language}`. Not in any menu. */
const openedIn = (schemaType: DocumentType, title: string): Template => ({
  id: `${schemaType}-in`,
  title,
  schemaType,
  parameters: [{name: 'language', type: 'string'}],
  value: ({language}: {language: string}) => ({language}),
})

export const withoutSingletonTemplates: TemplateResolver = (templates) => [
  ...templates.filter(({schemaType}) => !isSingleton(schemaType)),
  openedIn('siteSettings', 'Website settings'),
  openedIn('searchWords', 'Search words'),
]

/** The "create" menus, also the one inside a reference field, whose templates are named after their type. */
export const withoutSingletonOptions: NewDocumentOptionsResolver = (options) =>
  options.filter(({templateId}) => !isSingleton(templateId.replace(/-in$/, '')))
