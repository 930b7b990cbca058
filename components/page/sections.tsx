import type {ProseContext} from '@/components/blocks'
import {Prose} from '@/components/prose'
import {sectionIds, sectionLabel} from '@/lib/section-ids'
import type {Prose as ProseValue} from '@/sanity/content/prose'
import styles from './page.module.css'
import type {ContentsEntry} from './page-body'

/** A section under its final heading and address; `label` is null for an overview, which needs no heading. */
export type HeadedSection = Readonly<{key: string; id: string; label: string | null; body: ProseValue}>

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
    label: sectionLabel(section, titles),
    body: section.body,
  }))
}

/** Fewer sections than this are found faster by looking. */
const contentsFrom = 3

/** The entries of "On this page"; none where the page is short. `others` are the parts that follow the sections. */
export function contentsFor(sections: readonly HeadedSection[], others: readonly ContentsEntry[]): ContentsEntry[] {
  if (sections.length < contentsFrom) return []
  return [...sections.flatMap(({id, label}) => (label === null ? [] : [{id, label}])), ...others]
}

export const Sections = ({sections, context}: {sections: readonly HeadedSection[]; context: ProseContext}) =>
  sections.map(({key, id, label, body}) => (
    <section key={key} className={styles.section}>
      {label !== null && <h2 id={id}>{label}</h2>}
      <Prose value={body} context={context} />
    </section>
  ))
