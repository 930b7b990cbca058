/** The desk: sorted by the kind of work, for somebody who sees it for the first time. */
import {ActivityIcon} from '@sanity/icons/Activity'
import {BillIcon} from '@sanity/icons/Bill'
import {BookIcon} from '@sanity/icons/Book'
import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CogIcon} from '@sanity/icons/Cog'
import {DocumentIcon} from '@sanity/icons/Document'
import {HeartIcon} from '@sanity/icons/Heart'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {PinIcon} from '@sanity/icons/Pin'
import {SearchIcon} from '@sanity/icons/Search'
import {TransferIcon} from '@sanity/icons/Transfer'
import {UsersIcon} from '@sanity/icons/Users'
import type {SortOrderingItem} from '@sanity/types'
import type {ComponentType} from 'react'
import type {DefaultDocumentNodeResolver, StructureBuilder, StructureResolver} from 'sanity/structure'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'
import {type DocumentType, isPageType, type Language, languages, pageTypes} from '@/sanity/vocabulary'
import {NoticesPane} from './notices-pane'
import {ShareView} from './share-view'
import {settingsIn} from './singletons'
import {type ToDo, toDoDates, toDos} from './to-do'
import {UsedOn} from './used-on'

type Shelf = {
  readonly type: DocumentType
  readonly title: string
  readonly icon: ComponentType
  readonly ordering: readonly SortOrderingItem[]
}

const by = (field: string): readonly SortOrderingItem[] => [{field, direction: 'asc'}]

/** One group of lists for each kind of work. */
export const shelves: readonly {readonly title: string; readonly lists: readonly Shelf[]}[] = [
  {
    title: 'Pages for patients',
    lists: [
      {type: 'condition', title: 'Conditions', icon: ActivityIcon, ordering: by('title')},
      {type: 'treatment', title: 'Treatments', icon: HeartIcon, ordering: by('title')},
      {type: 'page', title: 'Other pages', icon: DocumentIcon, ordering: by('title')},
    ],
  },
  {
    title: 'Questions and facts',
    lists: [
      {type: 'faq', title: 'Questions and answers', icon: HelpCircleIcon, ordering: by('question')},
      {type: 'fact', title: 'Did you know…', icon: BulbOutlineIcon, ordering: by('statement')},
      {type: 'source', title: 'Sources', icon: BookIcon, ordering: by('title')},
    ],
  },
  {
    title: 'The clinic',
    lists: [
      {type: 'person', title: 'People', icon: UsersIcon, ordering: by('name')},
      {type: 'location', title: 'Locations', icon: PinIcon, ordering: by('title')},
    ],
  },
  {
    title: 'Website',
    lists: [{type: 'redirect', title: 'Redirects', icon: TransferIcon, ordering: by('from')}],
  },
]

export const structure: StructureResolver = (S) =>
  S.list()
    .id('content')
    .title('Content')
    .items([
      ...shelves.flatMap(({title, lists}) => [
        S.divider().title(title),
        ...(title === 'Website' ? [...settingsItems(S), searchWordsItem(S)] : []),
        ...lists.map((shelf) => shelfItem(S, shelf)),
      ]),
      S.divider(),
      S.listItem()
        .id('to-do')
        .title('To do')
        .icon(CheckmarkCircleIcon)
        .child(
          S.list()
            .id('to-do')
            .title('To do')
            .items([...toDos.map((toDo) => toDoItem(S, toDo)), S.divider(), noticesItem(S)]),
        ),
    ])

const shelfItem = (S: StructureBuilder, {type, title, icon, ordering}: Shelf) =>
  S.listItem()
    .id(type)
    .title(title)
    .icon(icon)
    .schemaType(type)
    .child(
      S.documentTypeList(type)
        .title(title)
        .defaultOrdering([...ordering]),
    )

/** Settings in each language, made when they are first opened and published. */
const settingsItems = (S: StructureBuilder) =>
  settingsIn.map(({id, title, language}) =>
    S.listItem()
      .id(id)
      .title(title)
      .icon(CogIcon)
      .child(
        S.defaultDocument({schemaType: 'siteSettings', documentId: id})
          .id(id)
          .title(title)
          .initialValueTemplate('siteSettings-in', {language}),
      ),
  )

/** The words of the site's search, one document a language. */
const searchWordsItem = (S: StructureBuilder) =>
  S.listItem()
    .id('searchWords')
    .title('Search words')
    .icon(SearchIcon)
    .child(
      S.list()
        .id('searchWords')
        .title('Search words')
        .items(languages.map(({value, title}) => searchWordsIn(S, value, title))),
    )

const searchWordsIn = (S: StructureBuilder, language: Language, title: string) =>
  S.listItem()
    .id(`searchWords-${language}`)
    .title(title)
    .icon(SearchIcon)
    .child(
      S.document()
        .id(`searchWords-${language}`)
        .schemaType('searchWords')
        .documentId(`searchWords-${language}`)
        .initialValueTemplate('searchWords-in', {language})
        .title(`Search words: ${title}`),
    )

/** The dates are taken when the list is opened: a Studio stays open for days. Nothing is created from these lists. */
const toDoItem = (S: StructureBuilder, {id, title, icon, filter, ordering}: ToDo) =>
  S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(() =>
      S.documentList()
        .id(id)
        .title(title)
        .apiVersion(schemaApiVersion)
        .filter(filter)
        .params(toDoDates())
        .defaultOrdering([...ordering])
        .initialValueTemplates([]),
    )

/** Not documents that need work, but documents that may not exist: so it is a list of its own kind. */
const noticesItem = (S: StructureBuilder) =>
  S.listItem()
    .id('notices')
    .title('Notices on every page')
    .icon(BillIcon)
    .child(S.component(NoticesPane).id('notices').title('Notices on every page'))

/** Documents that other pages show. */
const shared: readonly DocumentType[] = [...pageTypes, 'source']

/**
 * What is shown in several places has a tab that tells where, so that nobody changes an answer blindly; what has a page
 * has a tab that shows how it is shared.
 */
export const documentViews: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  S.document().views([
    S.view.form().title('Edit'),
    ...(shared.some((type) => type === schemaType)
      ? [S.view.component(UsedOn).id('used-on').title('Where it is used')]
      : []),
    ...(isPageType(schemaType) || schemaType === 'siteSettings'
      ? [S.view.component(ShareView).id('share').title('Share')]
      : []),
  ])
