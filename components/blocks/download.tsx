import {Icon} from '@/components/ui/icon'
import {downloadPath} from '@/lib/download'
import {sizeInWords} from '@/lib/file-size'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {withoutMarks} from '@/lib/without-marks'
import type {Download} from '@/sanity/content/blocks'
import {helpLanguages} from '@/sanity/vocabulary'
import styles from './blocks.module.css'

/**
 * A document to download. Ahead of the click, the link says what kind of file it is, how large, and in which language
 * where that is not the page's. Nothing at all while there is no file.
 */
export function DownloadBlock({download, language}: {download: Download; language: Language}) {
  const {title, description, file} = download
  const path = file && downloadPath(file.assetId, withoutMarks(title))
  if (!path) return null
  const other =
    download.language === language ? undefined : helpLanguages.find(({value}) => value === download.language)
  return (
    <div className={styles.download}>
      <Icon name="document" />
      <div>
        <p className={styles.title}>
          <a href={path} type="application/pdf" hrefLang={other?.value}>
            {title}{' '}
            <span>
              (PDF{file.size > 0 && `, ${sizeInWords(file.size, language)}`}
              {other && (
                <>
                  , <bdi lang={other.value}>{other.name}</bdi>
                </>
              )}
              )
            </span>
          </a>
        </p>
        {description && <p>{description}</p>}
        <p className={styles.onPaper}>{labelsFor(language).download.onPaper}</p>
      </div>
    </div>
  )
}
