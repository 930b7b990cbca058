import {UrgentHelpCard} from '@/components/blocks/urgent-help'
import type {Language} from '@/lib/language'
import type {UrgentHelp} from '@/sanity/content/blocks'
import styles from './page.module.css'

/** Where the cards stand on a page; there is one such place on each. */
export const signsId = 'signs'

type Props = {
  cards: readonly UrgentHelp[]
  language: Language
  phone: string
  /** 2 where the cards stand by themselves, 3 within a section. */
  level?: 2 | 3
}

/** Cards that say when to get help, in the editor's order. */
export function UrgentHelpCards({cards, language, phone, level = 2}: Props) {
  if (cards.length === 0) return null
  // Cards for an appointment alone are not the signs that the page leads to.
  const id = cards.some(({level: urgency}) => urgency !== 'routine') ? signsId : undefined
  return (
    <div className={styles.cards} id={id}>
      {cards.map((card) => (
        <UrgentHelpCard key={card._key} help={card} language={language} phone={phone} level={level} />
      ))}
    </div>
  )
}
