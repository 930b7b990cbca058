import type {Crumb} from '@/lib/breadcrumb'
import type {Language} from '@/lib/language'
import type {TranslatedPath} from '@/lib/seo/head'
import {Breadcrumb} from './breadcrumb'
import styles from './head.module.css'
import {LanguageSwitch} from './language-switch'

type Props = {
  language: Language
  crumbs?: readonly Crumb[]
  translations?: readonly TranslatedPath[]
}

/** Above a page's title: the way here, and the same page in another language. */
export const Above = ({language, crumbs, translations = []}: Props) =>
  (crumbs || translations.length > 0) && (
    <div className={styles.above}>
      {crumbs && <Breadcrumb crumbs={crumbs} language={language} />}
      {translations.length > 0 && <LanguageSwitch translations={translations} language={language} />}
    </div>
  )
