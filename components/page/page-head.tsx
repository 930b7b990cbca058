import type {ReactNode} from 'react'
import {Picture} from '@/components/ui/picture'
import type {Crumb} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import type {Head} from '@/lib/seo/head'
import type {Picture as PictureData} from '@/sanity/content/picture'
import {Above} from './above'
import {Handout} from './handout'
import styles from './head.module.css'
import {HeadPicture} from './head-picture'
import {LagNote} from './lag-note'
import page from './page.module.css'
import {SampleNote} from './sample-note'

/** What a document says of itself at the top of its page. */
type About = Readonly<{
  summary?: string | null
  alsoKnownAs?: readonly string[]
  image?: PictureData | null
  /** A person's photo is a square that may stand small. */
  portrait?: PictureData | null
  /** A translation that is older than its original. */
  lagsBehind?: boolean
}>

type Props = {
  /** With its path, the page says on paper where it is. */
  head: Pick<Head, 'language' | 'title' | 'sample' | 'translations'> & Partial<Pick<Head, 'path'>>
  about?: About
  /** A word or two above the title: what kind of page this is. */
  eyebrow?: string | null
  crumbs?: readonly Crumb[]
  /** What to do next: buttons. */
  children?: ReactNode
}

/** The beginning of every page: where am I, what is this, and in a few sentences what matters most. */
export function PageHead({
  head: {language, title, sample, path, translations = []},
  about = {},
  eyebrow,
  crumbs,
  children,
}: Props) {
  const labels = labelsFor(language)
  const {summary, alsoKnownAs = [], image: picture, portrait, lagsBehind = false} = about
  return (
    <header className={styles.head}>
      <div className={page.frame}>
        {sample && <SampleNote language={language} />}
        <Above language={language} crumbs={crumbs} translations={translations} />
        <div
          className={`${styles.headGrid} ${picture ? styles.withPicture : ''} ${portrait ? styles.withPortrait : ''}`}
        >
          {portrait && (
            <Picture
              picture={portrait}
              shape="1x1"
              sizes="(min-width: 40rem) 14rem, 8rem"
              className={styles.portrait}
              eager
            />
          )}
          <div className={styles.headText}>
            {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
            <h1>{title}</h1>
            {alsoKnownAs.length > 0 && (
              <p className={styles.also}>
                {labels.page.alsoKnownAs}: {alsoKnownAs.join(', ')}
              </p>
            )}
            {summary && (
              <p className={styles.summary} id="summary">
                {summary}
              </p>
            )}
            {lagsBehind && <LagNote translations={translations} language={language} />}
            {children && <div className={styles.actions}>{children}</div>}
          </div>
          {picture && (
            <HeadPicture
              picture={picture}
              sizes="(min-width: 60rem) 31rem, (min-width: 44rem) 42vw, 92vw"
              language={language}
              className={styles.headPicture}
            />
          )}
          {path && <Handout path={path} language={language} />}
        </div>
      </div>
    </header>
  )
}
