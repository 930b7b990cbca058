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
export function AdviceListBlock({advice, language, level}: {advice: AdviceList; language: Language; level: 2 | 3}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const {className, icon} = looks[advice.kind]
  return (
    <div className={className}>
      <Heading>{advice.heading ?? labelsFor(language).advice[advice.kind]}</Heading>
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
