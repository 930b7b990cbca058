import {PageHead, Part, WideBody} from '@/components/page'
import {ButtonLink} from '@/components/ui/button-link'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import type {Site} from '@/sanity/content/site'
import {EmergencyNotice} from './emergency-notice'
import styles from './enquiry.module.css'

type Props = {
  site: Site
  language: Language
  /** `K7Q4-9XRT`; null where the address names none. */
  reference: string | null
}

/** After a question was stored: that it is here, what it is called, and what happens next. It knows nothing of the sender. */
export function ThanksPage({site, language, reference}: Props) {
  const {enquiry, chrome} = labelsFor(language)
  const {thanks} = enquiry
  return (
    <>
      <PageHead head={{language, title: reference ? thanks.title : thanks.unknownTitle, sample: false}}>
        {reference && (
          <div className={styles.reference}>
            <p>
              {thanks.reference} <strong>{reference}</strong>
            </p>
            <p>{thanks.keep}</p>
          </div>
        )}
      </PageHead>
      <WideBody>
        {reference && (
          <Part title={thanks.nextTitle}>
            <ol>
              <li>{thanks.read}</li>
              <li>{thanks.answer}</li>
              <li>{thanks.wait}</li>
            </ol>
          </Part>
        )}
        <EmergencyNotice site={site} language={language} />
        <p className={styles.calls}>
          {site.phone !== '' && (
            <ButtonLink href={phoneHref(site.phone)} icon="phone">
              {chrome.callNumber(site.phone)}
            </ButtonLink>
          )}
          <ButtonLink href={pathIn(language, '/')} quiet>
            {thanks.on}
          </ButtonLink>
        </p>
      </WideBody>
    </>
  )
}
