/** What needs somebody's attention, as lists that empty themselves when the work is done. Data, so that tests can run it. */
import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {CalendarIcon} from '@sanity/icons/Calendar'
import {ClockIcon} from '@sanity/icons/Clock'
import {EditIcon} from '@sanity/icons/Edit'
import {ImageIcon} from '@sanity/icons/Image'
import {SearchIcon} from '@sanity/icons/Search'
import {TranslateIcon} from '@sanity/icons/Translate'
import {UnknownIcon} from '@sanity/icons/Unknown'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {SortOrderingItem} from '@sanity/types'
import type {ComponentType} from 'react'
import {todayIso} from '@/sanity/schema/checks'

export type ToDo = {
  readonly id: string
  /** Says what is in the list, so that an empty list reads as good news. */
  readonly title: string
  readonly icon: ComponentType
  /** GROQ; may use `$today` and `$soon` (dates without time). Types stand in it literally: the Studio reads them there. */
  readonly filter: string
  readonly ordering: readonly SortOrderingItem[]
}

const byTitle: readonly SortOrderingItem[] = [{field: '_updatedAt', direction: 'desc'}]
const reviewed = `_type in ["condition", "treatment", "page", "faq"]`

/** An image that was chosen and never described: of the page, of its share card, or between its paragraphs. */
const undescribed = (image: string) => `(defined(${image}.asset) && coalesce(length(${image}.alt), 0) == 0)`
const undescribedFigures = (body: string) =>
  `coalesce(count(${body}[_type == "figure" && defined(image.asset) && coalesce(decorative, false) == false && coalesce(length(alt), 0) == 0]), 0) > 0`

export const toDos: readonly ToDo[] = [
  {
    id: 'review-overdue',
    title: 'Review is overdue',
    icon: WarningOutlineIcon,
    filter: `${reviewed} && review.nextReviewDue < $today`,
    ordering: [{field: 'review.nextReviewDue', direction: 'asc'}],
  },
  {
    id: 'review-due',
    title: 'Review is due within 60 days',
    icon: CalendarIcon,
    filter: `${reviewed} && review.nextReviewDue >= $today && review.nextReviewDue <= $soon`,
    ordering: [{field: 'review.nextReviewDue', direction: 'asc'}],
  },
  {
    id: 'never-reviewed',
    title: 'Never reviewed',
    icon: UnknownIcon,
    filter: `_type in ["condition", "treatment"] && !defined(review.lastReviewed)`,
    ordering: byTitle,
  },
  {
    id: 'source-checking',
    title: 'Facts whose source is being checked',
    icon: SearchIcon,
    filter: `_type in ["fact"] && sourceState == "checking"`,
    ordering: byTitle,
  },
  {
    id: 'facts-expiring',
    title: 'Facts to check again within 60 days',
    icon: ClockIcon,
    filter: `_type in ["fact"] && expiresOn <= $soon`,
    ordering: [{field: 'expiresOn', direction: 'asc'}],
  },
  {
    id: 'translations-behind',
    title: 'Translations older than their English page',
    icon: TranslateIcon,
    filter: `_type in ["condition", "treatment", "faq", "fact", "person", "location", "page"] && dateTime(translationOf->_updatedAt) > dateTime(coalesce(translation.sourceUpdatedAt, _createdAt))`,
    ordering: byTitle,
  },
  {
    id: 'no-urgent-help',
    title: 'No advice when to get help',
    icon: BulbOutlineIcon,
    filter: `_type in ["condition"] && coalesce(count(urgentHelp), 0) == 0 && coalesce(count(sections[].body[][_type == "urgentHelp"]), 0) == 0`,
    ordering: byTitle,
  },
  {
    id: 'missing-alt',
    title: 'Images without alternative text',
    icon: ImageIcon,
    filter: `_type in ["condition", "treatment", "person", "location", "page", "siteSettings"] && (${[
      ...['image', 'photo', 'logo', 'home.image', 'social.image'].map(undescribed),
      ...['body', 'bio', 'sections[].body[]'].map(undescribedFigures),
    ].join(' || ')})`,
    ordering: byTitle,
  },
  {
    id: 'unpublished',
    title: 'Changes not yet published',
    icon: EditIcon,
    filter: `_type in ["condition", "treatment", "faq", "fact", "person", "location", "source", "page", "redirect", "siteSettings"] && _originalId in path("drafts.**")`,
    ordering: byTitle,
  },
]

/** The dates the lists compare with, in the editor's own time zone. */
export function toDoDates(now = new Date()): {today: string; soon: string} {
  return {today: todayIso(now), soon: todayIso(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 60))}
}
