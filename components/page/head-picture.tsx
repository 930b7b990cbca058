import {Picture} from '@/components/ui/picture'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Picture as PictureData} from '@/sanity/content/picture'
import styles from './head-picture.module.css'

type Props = {
  picture: PictureData
  /** How wide it is drawn, by width of the window. */
  sizes: string
  language: Language
  className?: string
}

/** The picture beside the first words of a page: in sight when it opens, so fetched at once. */
export function HeadPicture({picture, sizes, language, className = ''}: Props) {
  const {caption, credit} = picture
  return (
    <figure className={`${styles.picture} ${className}`}>
      <Picture picture={picture} shape="4x3" sizes={sizes} eager />
      {(caption || credit) && (
        <figcaption>{[caption, credit && labelsFor(language).page.photo(credit)].filter(Boolean).join(' ')}</figcaption>
      )}
    </figure>
  )
}
