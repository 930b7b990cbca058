import styles from './lists.module.css'

export type Group = Readonly<{
  id: string
  title: string
  links: readonly Readonly<{id: string; title: string; href: string}>[]
}>

/** Links under headings, such as conditions by part of the body. Empty groups are not shown. */
export const GroupList = ({groups}: {groups: readonly Group[]}) => (
  <div className={styles.groups}>
    {groups
      .filter(({links}) => links.length > 0)
      .map(({id, title, links}) => (
        <section key={id} className={styles.group}>
          <h3 id={id}>{title}</h3>
          <ul className={styles.entries}>
            {links.map((link) => (
              <li key={link.id}>
                <a href={link.href}>{link.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
  </div>
)
