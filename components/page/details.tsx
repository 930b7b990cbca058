import type {ReactNode} from 'react'
import styles from './lists.module.css'

export type Detail = Readonly<{label: string; value: ReactNode}>

/** Things known about a person or a place; what is not known is left out. */
export function Details({details}: {details: readonly Detail[]}) {
  const known = details.filter(({value}) => value !== null && value !== undefined && value !== '')
  if (known.length === 0) return null
  return (
    <dl className={styles.details}>
      {known.map(({label, value}) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
