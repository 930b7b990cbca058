import {Icon} from '@/components/ui/icon'
import {phoneHref} from '@/lib/phone'
import type {LanguageNotice} from '@/sanity/content/blocks'
import {helpLanguages} from '@/sanity/vocabulary'
import styles from './blocks.module.css'

type Props = {notice: LanguageNotice; phone: string; level: 2 | 3}

/**
 * The offer of help for readers of one language: named, pronounced and laid out in that language, whatever the language
 * of the page. A phone number keeps its order of digits in text that runs from right to left.
 */
export function LanguageNoticeBlock({notice: {language, text}, phone, level}: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const known = helpLanguages.find(({value}) => value === language)
  return (
    <section className={styles.languageNotice} lang={language} dir={known?.direction}>
      <Heading className={styles.languageName}>{known?.name}</Heading>
      <p>{text}</p>
      <p>
        <a className={styles.languageCall} href={phoneHref(phone)}>
          <Icon name="phone" />
          <bdi dir="ltr">{phone}</bdi>
        </a>
      </p>
    </section>
  )
}
