import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import type {ConditionListItem} from '@/sanity/content/conditions'
import type {PersonListItem} from '@/sanity/content/people'
import type {TreatmentListItem} from '@/sanity/content/treatments'
import type {CardItem} from './card-list'

export const conditionCards = (conditions: readonly ConditionListItem[]): CardItem[] =>
  conditions.map(({_id, title, slug, language, summary}) => ({
    id: _id,
    href: pathFor({_type: 'condition', slug, language}),
    title,
    text: summary,
  }))

export const treatmentCards = (treatments: readonly TreatmentListItem[]): CardItem[] =>
  treatments.map(({_id, title, slug, language, summary, kind}) => ({
    id: _id,
    href: pathFor({_type: 'treatment', slug, language}),
    title,
    text: summary,
    meta: kind && labelsFor(language).treatmentKinds[kind],
  }))

export const personCards = (people: readonly PersonListItem[]): CardItem[] =>
  people.map(({_id, name, credentials, slug, language, role, specialties, photo}) => ({
    id: _id,
    href: pathFor({_type: 'person', slug, language}),
    title: credentials ? `${name}, ${credentials}` : name,
    text: [role, specialties.join(', ')].filter(Boolean).join('. '),
    portrait: photo,
  }))
