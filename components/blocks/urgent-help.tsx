import {Hidden} from '@/components/ui/hidden'
import {Icon} from '@/components/ui/icon'
import {textItems} from '@/components/ui/text-items'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import type {UrgentHelp} from '@/sanity/content/blocks'
import styles from './blocks.module.css'

type Props = {
  help: UrgentHelp
  language: Language
  /** The clinic's number, for what is not an emergency. */
  phone: string
  /** 2 where the card stands by itself on the page, 3 within a section. */
  level: 2 | 3
}

const icons = {emergency: 'alert', urgent: 'clock', routine: 'calendar'} as const

/**
 * When to get help, and how. The hidden words before the heading say how urgent it is, for those who do not see the
 * colour; there are no further links inside, because somebody may have to act now. After the care cards of the NHS.
 */
export function UrgentHelpCard({help, language, phone, level}: Props) {
  const {urgency, urgencyCall} = labelsFor(language)
  const Heading = level === 2 ? 'h2' : 'h3'
  const call = urgencyCall[help.level]
  return (
    <div className={`${styles.help} ${styles[help.level]}`}>
      <header>
        <Icon name={icons[help.level]} />
        <Heading>
          <Hidden>{urgency[help.level]}</Hidden>
          {help.heading}
        </Heading>
      </header>
      <div className={styles.inside}>
        <ul>
          {textItems(help.items).map(({key, text}) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
        {help.note && <p>{help.note}</p>}
        {help.level === 'emergency' ? (
          <a className={styles.call} href="tel:911">
            <Icon name="phone" />
            {call}
          </a>
        ) : (
          phone !== '' && (
            <a className={styles.call} href={phoneHref(phone)}>
              <Icon name="phone" />
              <span>
                {call}: <span className={styles.together}>{phone}</span>
              </span>
            </a>
          )
        )}
      </div>
    </div>
  )
}
