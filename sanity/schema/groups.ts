/** The tabs of a form, so that each shows only a screenful. */
import {BookIcon} from '@sanity/icons/Book'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {LinkIcon} from '@sanity/icons/Link'
import {ShareIcon} from '@sanity/icons/Share'
import type {FieldGroupDefinition} from '@sanity/types'

export const pageGroup = {
  name: 'page',
  title: 'Page',
  icon: DocumentTextIcon,
  default: true,
} satisfies FieldGroupDefinition
export const factsGroup = {name: 'facts', title: 'Facts & FAQs', icon: HelpCircleIcon} satisfies FieldGroupDefinition
export const relatedGroup = {name: 'related', title: 'Related', icon: LinkIcon} satisfies FieldGroupDefinition
export const sourcesGroup = {name: 'sources', title: 'Sources', icon: BookIcon} satisfies FieldGroupDefinition
export const sharingGroup = {name: 'sharing', title: 'Sharing & search', icon: ShareIcon} satisfies FieldGroupDefinition
export const reviewGroup = {name: 'review', title: 'Review', icon: CheckmarkCircleIcon} satisfies FieldGroupDefinition
