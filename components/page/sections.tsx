import type {ReactNode} from 'react'
import type {ProseContext} from '@/components/blocks'
import {Prose} from '@/components/prose'
import {sectionIds, sectionLabel} from '@/lib/section-ids'
import type {Prose as ProseValue} from '@/sanity/content/prose'
import styles from './page.module.css'
import type {ContentsEntry} from './page-body'

/** A section under its final heading and address; `label` is null for an overview, which needs no heading. */
export type HeadedSection = Readonly<{
  key: string
  id: string
  aspect: string
  label: string | null
  body: ProseValue
}>

/** What some sections have besides their text, by the section's address. */
export type Extras = Readonly<Record<string, ReactNode>>

type Section<Aspect extends string> = Readonly<{_key: string; aspect: Aspect; heading: string | null; body: ProseValue}>

/**
 * Gives each section its heading (the editor's, else the aspect's title; an overview without one shows none) and an
 * address that stays the same when headings are reworded: `when-to-get-help`, and `symptoms-2` for a second one.
 */
export function headedSections<Aspect extends string>(
  sections: readonly Section<Aspect>[],
  titles: Readonly<Record<Aspect, string>>,
): HeadedSection[] {
  const ids = sectionIds(sections)
  return sections.map((section, index) => ({
    key: section._key,
    id: ids[index] ?? section._key,
    aspect: section.aspect,
    label: sectionLabel(section, titles),
    body: section.body,
  }))
}

/** Fewer places than this are found faster by looking. */
const contentsFrom = 4

/** The entries of "On this page"; none where the page is short. `others` are the parts that follow the sections. */
export function contentsFor(sections: readonly HeadedSection[], others: readonly ContentsEntry[]): ContentsEntry[] {
  const entries = [...sections.flatMap(({id, label}) => (label === null ? [] : [{id, label}])), ...others]
  return entries.length < contentsFrom ? [] : entries
}

type Props = {sections: readonly HeadedSection[]; context: ProseContext; extras?: Extras}

export const Sections = ({sections, context, extras = {}}: Props) =>
  sections.map(({key, id, label, body}) => (
    <section key={key} className={styles.section}>
      {label !== null && <h2 id={id}>{label}</h2>}
      {body.length > 0 && <Prose value={body} context={context} />}
      {extras[id]}
    </section>
  ))
