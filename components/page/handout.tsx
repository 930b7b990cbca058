import {textItems} from '@/components/ui/text-items'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {qrCode} from '@/lib/qr'
import {absoluteUrl} from '@/lib/site'
import styles from './handout.module.css'

/**
 * On paper only: where the newest version of this page is, as a code to point a phone at and as an address to type. The
 * code is drawn in the page itself, because what is fetched late is missing on paper.
 */
export function Handout({path, language}: {path: string; language: Language}) {
  const {handout} = labelsFor(language)
  const url = absoluteUrl(path)
  const code = qrCode(url)
  return (
    <div className={styles.handout}>
      <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={handout.code}>
        <path d={code.path} />
      </svg>
      <p>
        {handout.newest}
        <br />
        <b>
          {textItems(url.replace(/^https?:\/\/(?:www\.)?/, '').split(/(?<=\/)/)).map(({key, text}) => (
            <span key={key}>
              {text}
              <wbr />
            </span>
          ))}
        </b>
      </p>
    </div>
  )
}
