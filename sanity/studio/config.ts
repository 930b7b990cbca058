/** The Studio's configuration, made from what is known only at run time. */
import {visionTool} from '@sanity/vision'
import type {ReactElement} from 'react'
import {
  defineConfig,
  defineLocaleResourceBundle,
  type InputProps,
  type ResolveProductionUrlContext,
  type WorkspaceOptions,
} from 'sanity'
import {structureTool} from 'sanity/structure'
import {lakeFeatures, lakeWorkspace} from '@/sanity/lake/client'
import {schemaTypes} from '@/sanity/schema'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'
import {BrandColor} from './brand-color'
import {isNoticeTemplate, noticeTemplates} from './notices'
import {pageOf} from './page-of'
import {presentation} from './presentation'
import {openPreview} from './preview-action'
import {questions} from './questions/tool'
import {actionsFor, isSingleton, withoutSingletonOptions, withoutSingletonTemplates} from './singletons'
import {documentViews, structure} from './structure'
import {TableRows} from './table-rows'
import {translationActions} from './translation-actions'
import {FormWithTranslationNote, translationBadge} from './translation-state'
import {isTranslatable} from './translations'

/** The Content Lake's interface this Studio was written for. */
export const apiVersion = schemaApiVersion

export type StudioOptions = {
  projectId: string
  dataset: string
  /** The embedded lake as this browser reaches it; null on a hosted Sanity project. */
  lakeUrl: string | null
  /** Where the public site is: `https://clinic.example`. */
  siteUrl: string
  apiVersion?: string
  /** Where a document can be seen before it is published; the public address where this gives none. */
  previewUrl?: (context: ResolveProductionUrlContext) => Promise<string | undefined>
}

/** With a token, which the tool "Questions" shows to the site: a cookie of sanity.io's says nothing to it. */
const hostedWorkspace = {auth: {loginMethod: 'token'}} as const satisfies Partial<WorkspaceOptions>

export function studioConfig(options: StudioOptions): WorkspaceOptions {
  const {projectId, dataset, lakeUrl, siteUrl, previewUrl} = options
  return defineConfig({
    ...(lakeUrl === null ? hostedWorkspace : lakeWorkspace({lakeUrl})),
    name: 'default',
    title: 'Clinic website',
    basePath: '/studio',
    projectId,
    dataset,
    schema: {
      types: schemaTypes,
      templates: (...args) => [...withoutSingletonTemplates(...args), ...noticeTemplates],
    },
    plugins: [
      structureTool({title: 'Content', structure, defaultDocumentNode: documentViews}),
      presentation,
      questions(),
      visionTool({title: 'Query', defaultApiVersion: options.apiVersion ?? apiVersion, defaultDataset: dataset}),
    ],
    document: {
      ...(lakeUrl !== null && lakeFeatures.document),
      actions: (actions, {schemaType}) =>
        isSingleton(schemaType)
          ? actionsFor(actions, schemaType)
          : withPreview(actions, isTranslatable(schemaType) ? translationActions : []),
      badges: (badges, {schemaType}) => (isTranslatable(schemaType) ? [...badges, translationBadge] : badges),
      newDocumentOptions: (...args) =>
        withoutSingletonOptions(...args).filter(({templateId}) => !isNoticeTemplate(templateId)),
      productionUrl: async (_previous, context) =>
        (await previewUrl?.(context)) ?? publicUrl(siteUrl, context.document),
    },
    i18n: {bundles: [ourWords]},
    form: {
      components: {
        input: (props) =>
          props.id === 'root' && isTranslatable(props.schemaType.name)
            ? FormWithTranslationNote(props)
            : (inputs[props.schemaType.name]?.(props) ?? props.renderDefault(props)),
      },
    },
  })
}

/** Fields with an input of their own: rows of cells are edited as a table, a colour is seen and judged. */
const inputs: Readonly<Record<string, (props: InputProps) => ReactElement>> = {
  tableRows: TableRows,
  brandColor: BrandColor,
}

/**
 * Words of the Studio that mislead here. An empty list is a state of things, not a failed search (under "To do" it is
 * good news); and what the Studio calls a preview is the page that patients see.
 */
const ourWords = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'structure',
  resources: {
    'production-preview.menu-item.title': 'Open the published page',
    'panes.document-list-pane.no-documents.text': 'Nothing here',
    'panes.document-list-pane.no-documents-of-type.text': 'Nothing here',
    'panes.document-list-pane.no-matching-documents.text': 'Nothing here',
  },
})

type Actions = Parameters<typeof actionsFor>[0]

/** Right after Publish: the second thing an editor wants. */
const withPreview = ([first, ...rest]: Actions, more: Actions): Actions =>
  first ? [first, openPreview, ...more, ...rest] : [openPreview, ...more]

function publicUrl(siteUrl: string, document: Readonly<Record<string, unknown>>): string | undefined {
  const path = pageOf(document)
  return path === null ? undefined : `${siteUrl.replace(/\/+$/, '')}${path}`
}
