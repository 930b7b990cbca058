import {labelsFor} from '@/lib/labels'
import {type Language, languageFacts} from '@/lib/language'
import type {TranslatedPath} from '@/lib/seo/head'
import styles from './head.module.css'

type Props = {translations: readonly TranslatedPath[]; language: Language}

/**
 * The same page in another language, named in that language for those who read it. It is there only where that page is:
 * a switch that leads to a home page, or to nothing, loses the reader.
 */
export const LanguageSwitch = ({translations, language}: Props) => (
  <nav className={styles.languages} aria-label={labelsFor(language).chrome.languageMenu}>
    <ul>
      {translations.map((translation) => (
        <li key={translation.language}>
          <a href={translation.path} lang={translation.language} hrefLang={languageFacts[translation.language].locale}>
            {languageFacts[translation.language].name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
