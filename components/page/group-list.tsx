import styles from './lists.module.css'

export type Group = Readonly<{
  id: string
  title: string
  /** `text` is a sentence on what the link leads to. */
  links: readonly Readonly<{id: string; title: string; href: string; text?: string}>[]
}>

type Props = {
  groups: readonly Group[]
  /** The headings' element: `h3` within a part of a page, `h2` where the groups are the page. */
  heading?: 'h2' | 'h3'
}

/** Links under headings, such as conditions by part of the body, with a sentence each. Empty groups are not shown. */
export const GroupList = ({groups, heading: Heading = 'h3'}: Props) => (
  <div className={styles.groups}>
    {groups
      .filter(({links}) => links.length > 0)
      .map(({id, title, links}) => (
        <section key={id} className={styles.group}>
          <Heading id={id}>{title}</Heading>
          <ul className={styles.entries}>
            {links.map((link) => (
              <li key={link.id}>
                <a href={link.href}>{link.title}</a>
                {link.text && <p>{link.text}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
  </div>
)
