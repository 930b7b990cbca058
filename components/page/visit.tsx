import type {ProseContext} from '@/components/blocks'
import {type Extras, type HeadedSection, Sections} from './sections'
import styles from './treatment.module.css'

const steps: ReadonlySet<string> = new Set(['before', 'during', 'after'])

/** Neighboring sections that belong together: the steps of the visit, and what stands around them. */
function partsOf(sections: readonly HeadedSection[]): HeadedSection[][] {
  const parts: HeadedSection[][] = []
  for (const section of sections) {
    const last = parts.at(-1)
    if (last?.[0] && steps.has(last[0].aspect) && steps.has(section.aspect)) last.push(section)
    else parts.push([section])
  }
  return parts
}

type Props = {sections: readonly HeadedSection[]; context: ProseContext; extras?: Extras}

/**
 * The sections of a treatment, with what happens before, during and after drawn as the steps of one visit, wherever the
 * editor has put them. A step that stands alone is an ordinary section.
 */
export const Visit = ({sections, context, extras}: Props) =>
  partsOf(sections).map((part) => {
    const key = part[0]?.key
    if (part.length < 2) return <Sections key={key} sections={part} context={context} extras={extras} />
    return (
      <ol key={key} className={styles.visit}>
        {part.map((section) => (
          <li key={section.key}>
            <Sections sections={[section]} context={context} extras={extras} />
          </li>
        ))}
      </ol>
    )
  })
