/** Where the sections of a page are found: addresses that stay the same when headings are reworded. */

const hyphened = (aspect: string) => aspect.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** `when-to-get-help`, and `symptoms-2` for a second section of the same aspect. In the order of the sections. */
export const sectionIds = (sections: readonly {readonly aspect: string}[]): string[] =>
  sections.map(({aspect}, index) => {
    const earlier = sections.slice(0, index).filter((section) => section.aspect === aspect).length
    return earlier === 0 ? hyphened(aspect) : `${hyphened(aspect)}-${earlier + 1}`
  })

/** A section's heading: the editor's, else the aspect's title; null for an overview without one, which shows none. */
export const sectionLabel = <Aspect extends string>(
  {aspect, heading}: {readonly aspect: Aspect; readonly heading: string | null},
  titles: Readonly<Record<Aspect, string>>,
): string | null => heading ?? (aspect === 'overview' ? null : (titles[aspect] ?? null))
