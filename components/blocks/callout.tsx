import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Callout} from '@/sanity/content/blocks'
import styles from './blocks.module.css'

const looks = {
  info: {className: styles.callout, icon: 'info'},
  important: {className: `${styles.callout} ${styles.important}`, icon: 'alert'},
} as const

/** Something to notice. Its tone is said in words, by the editor's title or by ours. */
export function CalloutBlock({callout, language}: {callout: Callout; language: Language}) {
  const {className, icon} = looks[callout.tone]
  return (
    <div className={className}>
      <Icon name={icon} />
      <div>
        <p className={styles.title}>{callout.title ?? labelsFor(language).callout[callout.tone]}</p>
        <p>{callout.text}</p>
      </div>
    </div>
  )
}
