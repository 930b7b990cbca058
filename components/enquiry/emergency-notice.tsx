import {ButtonLink} from '@/components/ui/button-link'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Site} from '@/sanity/content/site'
import styles from './enquiry.module.css'

type Props = {site: Pick<Site, 'emergencyText'>; language: Language}

/** When not to write and wait: ahead of the form, and again where somebody has written. */
export function EmergencyNotice({site, language}: Props) {
  const {enquiry, search, urgencyCall} = labelsFor(language)
  const {crisis} = search
  const text = site.emergencyText || enquiry.emergency.danger
  return (
    <section className={styles.emergency} aria-labelledby="emergency">
      <Icon name="alert" />
      <div>
        <h2 id="emergency">{enquiry.emergency.title}</h2>
        <p>{text}</p>
        {/* The clinic's own words may say it already. */}
        {!text.includes('988') && <p>{crisis.text}</p>}
        <p className={styles.calls}>
          <ButtonLink href="tel:911" icon="phone">
            {urgencyCall.emergency}
          </ButtonLink>
          <ButtonLink href="tel:988" icon="phone" quiet>
            {crisis.call}
          </ButtonLink>
          <ButtonLink href={crisis.textHref} icon="mail" quiet>
            {crisis.textLabel}
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
