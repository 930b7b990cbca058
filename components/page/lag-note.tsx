import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import {defaultLanguage, type Language} from '@/lib/language'
import type {TranslatedPath} from '@/lib/seo/head'
import styles from './head.module.css'

type Props = {translations: readonly TranslatedPath[]; language: Language}

/** A translation that is older than its original stays, and says so: a reader may need the newer one, perhaps with help. */
export function LagNote({translations, language}: Props) {
  const {translation} = labelsFor(language)
  const original = translations.find((one) => one.language === defaultLanguage)
  if (!original) return null
  return (
    <p className={styles.lag}>
      <Icon name="info" />
      <span>
        {translation.lags}{' '}
        <a href={original.path} hrefLang={original.language}>
          {translation.readOriginal}
        </a>
      </span>
    </p>
  )
}
