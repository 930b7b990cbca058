import {groupsByRegion} from '@/components/page/groups'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import type {ConditionListItem} from '@/sanity/content/conditions'
import type {BodyRegion} from '@/sanity/vocabulary'

/** A part of the body that can be chosen: what it is called, how much there is to read, and where that is. */
export type Choice = Readonly<{region: BodyRegion; name: string; count: string; href: string}>

/** The parts of the body with a published condition, from head to foot: the same for the drawing and for the list. */
export function choicesFor(conditions: readonly ConditionListItem[], language: Language): Choice[] {
  const {count} = labelsFor(language).bodyMap
  return groupsByRegion(conditions, language)
    .filter(({links}) => links.length > 0)
    .map(({region, id, title, links}) => ({
      region,
      name: title,
      count: count(links.length),
      href: `${pathIn(language, '/conditions')}#${id}`,
    }))
}
