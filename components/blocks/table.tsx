import {textItems} from '@/components/ui/text-items'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Table} from '@/sanity/content/blocks'
import styles from './blocks.module.css'

/** Not every browser lets the keyboard scroll what cannot be focused. */
const scrollable = {tabIndex: 0} as const

/** A table that scrolls by itself where it is too wide; the keyboard can scroll it too. */
export function TableBlock({table, language}: {table: Table; language: Language}) {
  const [first, ...others] = table.rows
  const head = table.headerRow ? first : undefined
  const body = head ? others : table.rows
  const name = table.caption ?? labelsFor(language).page.table
  return (
    <section className={styles.table} aria-label={name} {...scrollable}>
      <table>
        {table.caption && <caption>{table.caption}</caption>}
        {head && (
          <thead>
            <tr>
              {textItems(head.cells).map(({key, text}) => (
                <th key={key} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {body.map((row) => (
            <tr key={row._key}>
              {textItems(row.cells).map(({key, text}) => (
                <td key={key}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
