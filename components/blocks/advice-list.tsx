import {Icon} from '@/components/ui/icon'
import {textItems} from '@/components/ui/text-items'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {AdviceList} from '@/sanity/content/blocks'
import styles from './blocks.module.css'

const looks = {
  do: {className: `${styles.advice} ${styles.do}`, icon: 'check'},
  dont: {className: `${styles.advice} ${styles.dont}`, icon: 'cross'},
} as const

/** What to do, or what not to do. The heading says which; ticks and crosses only repeat it. */
export function AdviceListBlock({advice, language}: {advice: AdviceList; language: Language}) {
  const {className, icon} = looks[advice.kind]
  return (
    <div className={className}>
      <h3>{advice.heading ?? labelsFor(language).advice[advice.kind]}</h3>
      <ul>
        {textItems(advice.items).map(({key, text}) => (
          <li key={key}>
            <Icon name={icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
