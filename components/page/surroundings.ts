import type {ProseContext} from '@/components/blocks'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {anchorFor} from '@/lib/paths'
import type {Fact} from '@/sanity/content/fact'
import type {Faq} from '@/sanity/content/faq'
import type {Source} from '@/sanity/content/source'
import {factsId} from './facts'
import {faqsId} from './faqs'
import type {ContentsEntry} from './page-body'

type Shown = Readonly<{facts: readonly Fact[]; faqs: readonly Faq[]}>

/** What the texts of a page need to know of it: its questions and facts are where links to them lead. */
export function proseContext(site: {phone: string}, language: Language, {facts, faqs}: Shown): ProseContext {
  const anchors = new Map([
    ...facts.map(({_id, slug}) => [_id, `#${anchorFor({_type: 'fact', slug})}`] as const),
    ...faqs.map(({_id, slug}) => [_id, `#${anchorFor({_type: 'faq', slug})}`] as const),
  ])
  return {language, phone: site.phone, anchors}
}

/** The same for a text that is the whole page: its headings come right below the page's own. */
export const wholePageContext = (site: {phone: string}, language: Language): ProseContext => ({
  language,
  phone: site.phone,
  level: 2,
})

type Page = Shown &
  Readonly<{
    treatments?: readonly unknown[]
    /** What a treatment is for; a condition has its related conditions elsewhere. */
    conditions?: readonly unknown[]
    people?: readonly unknown[]
    sources: readonly Source[]
  }>

/** The parts that follow the sections, for "On this page": only those the page has. */
export function partsAfterSections(
  {facts, faqs, treatments = [], conditions = [], people = [], sources}: Page,
  places: readonly unknown[],
  language: Language,
): ContentsEntry[] {
  const labels = labelsFor(language)
  const parts = [
    {id: factsId, label: labels.facts.title, count: facts.length},
    {id: faqsId, label: labels.faqs.title, count: faqs.length},
    {id: 'treatments', label: labels.page.treatments, count: treatments.length},
    {id: 'conditions', label: labels.page.conditions, count: conditions.length},
    {id: 'people', label: labels.page.people, count: people.length},
    {id: 'locations', label: labels.page.places, count: places.length},
    {id: 'sources', label: labels.page.sources, count: sources.length},
  ]
  return parts.filter(({count}) => count > 0).map(({id, label}) => ({id, label}))
}
