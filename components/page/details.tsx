import type {ReactNode} from 'react'
import styles from './lists.module.css'
import {Part} from './part'

export type Detail = Readonly<{label: string; value: ReactNode}>

const isKnown = ({value}: Detail) => value !== null && value !== undefined && value !== ''

/** Things known about a person or a place; what is not known is left out. */
export function Details({details}: {details: readonly Detail[]}) {
  const known = details.filter(isKnown)
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

/** The same under a heading of its own; nothing where nothing is known. */
export const DetailsPart = ({id, title, details}: {id: string; title: string; details: readonly Detail[]}) =>
  details.some(isKnown) && (
    <Part id={id} title={title}>
      <Details details={details} />
    </Part>
  )
