import {Picture} from '@/components/ui/picture'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Figure} from '@/sanity/content/blocks'
import styles from './blocks.module.css'

/** An image in running text. Nothing at all while it has no image: an empty frame helps nobody. */
export function FigureBlock({figure, language}: {figure: Figure; language: Language}) {
  const {picture} = figure
  if (!picture) return null
  return (
    <figure className={styles.figure}>
      <Picture picture={picture} sizes="(min-width: 46rem) 41rem, 92vw" />
      {(picture.caption || picture.credit) && (
        <figcaption>
          {picture.caption}
          {picture.credit && <span className={styles.credit}>{labelsFor(language).page.photo(picture.credit)}</span>}
        </figcaption>
      )}
    </figure>
  )
}
