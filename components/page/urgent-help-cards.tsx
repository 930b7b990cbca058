import {UrgentHelpCard} from '@/components/blocks/urgent-help'
import type {Language} from '@/lib/language'
import type {UrgentHelp} from '@/sanity/content/blocks'
import styles from './page.module.css'

type Props = {cards: readonly UrgentHelp[]; language: Language; phone: string}

/** When to get help, ahead of everything else: who must act now has no time to read. In the editor's order. */
export function UrgentHelpCards({cards, language, phone}: Props) {
  if (cards.length === 0) return null
  return (
    <div className={styles.cards}>
      {cards.map((card) => (
        <UrgentHelpCard key={card._key} help={card} language={language} phone={phone} level={2} />
      ))}
    </div>
  )
}
