import styles from './lists.module.css'

type Props = {
  /** Places on this page: the `id` of each and what it is called. */
  to: readonly Readonly<{id: string; label: string}>[]
  label: string
}

/** Links to the parts of a long list. */
export const JumpLinks = ({to, label}: Props) => (
  <nav aria-label={label}>
    <ul className={styles.jumps}>
      {to.map(({id, label: text}) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ul>
  </nav>
)
