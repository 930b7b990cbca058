import {byLetter} from '@/lib/alphabet'
import type {Language} from '@/lib/language'
import {JumpLinks} from './jump-links'
import styles from './lists.module.css'

export type LetterEntry = Readonly<{
  id: string
  label: string
  href: string
  /** For another name: what the page is called. */
  seeTitle?: string
}>

type Props = {entries: readonly LetterEntry[]; language: Language; label: string}

/** A plain list from A to Z, with links to its letters. */
export function LetterList({entries, language, label}: Props) {
  const groups = byLetter(entries, language)
  return (
    <>
      <JumpLinks to={groups.map(({letter}) => ({id: `letter-${letter}`, label: letter}))} label={label} />
      <div className={styles.groups}>
        {groups.map(({letter, entries: within}) => (
          <section key={letter} className={styles.group}>
            <h3 id={`letter-${letter}`}>{letter}</h3>
            <ul className={styles.entries}>
              {within.map(({id, label: text, href, seeTitle}) => (
                <li key={id} className={seeTitle && styles.also}>
                  {seeTitle ? (
                    <>
                      {text}: <a href={href}>{seeTitle}</a>
                    </>
                  ) : (
                    <a href={href}>{text}</a>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
