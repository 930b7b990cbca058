'use client'

import {useParams} from 'next/navigation'
import {errorWords} from '@/lib/labels/error'
import styles from './error.module.css'

/**
 * What a reader sees where a page could not be made and no earlier copy is known. Next insists on a client component;
 * without scripts the door shows a page of its own. No detail of the error is shown: it is in the log.
 */
export default function ErrorPage({retry}: {retry: () => void}) {
  const {lang} = useParams()
  const spanish = lang === 'es'
  const words = spanish ? errorWords.es : errorWords.en
  return (
    <div className={styles.message}>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <button type="button" className={styles.button} onClick={() => retry()}>
          {words.retry}
        </button>
      </p>
      <p>
        <a href={spanish ? '/es' : '/'}>{words.home}</a>
      </p>
    </div>
  )
}
