import {Icon, type IconName} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {noticesFor} from '@/lib/notices'
import {leavesSite} from '@/lib/safe-href'
import type {Notice} from '@/sanity/content/notice'
import type {Site} from '@/sanity/content/site'
import {hrefFor} from './menu-links'
import styles from './notices.module.css'

const looks: Record<Notice['kind'], {icon: IconName; className: string | undefined}> = {
  urgent: {icon: 'alert', className: styles.urgent},
  closure: {icon: 'clock', className: styles.closure},
  weather: {icon: 'alert', className: styles.weather},
  information: {icon: 'info', className: styles.information},
}

/**
 * News ahead of everything else on every page: a place of its own to go to, and no alarm, for it was there when the page
 * opened. Each says in a word what kind it is. The site hands out only those that are live.
 */
export function SiteNotices({site, language}: {site: Site; language: Language}) {
  const notices = noticesFor(site)
  if (notices.length === 0) return null
  const {notices: labels} = labelsFor(language)
  return (
    <aside className={styles.notices} aria-label={labels.title}>
      {notices.map((notice) => (
        <div
          key={`${notice.language} ${notice._key}`}
          className={`${styles.notice} ${looks[notice.kind].className}`}
          lang={notice.language === language ? undefined : notice.language}
        >
          <Icon name={looks[notice.kind].icon} />
          <p>
            <strong>{labelsFor(notice.language).notices.kinds[notice.kind]}:</strong> {notice.text}{' '}
            <NoticeLink link={notice.link} language={notice.language} />
          </p>
        </div>
      ))}
    </aside>
  )
}

function NoticeLink({link, language}: {link: Notice['link']; language: Language}) {
  const href = link && hrefFor(link, language)
  return (
    href && (
      <a href={href} {...(leavesSite(href) && {rel: 'noopener noreferrer'})}>
        {link.label}
      </a>
    )
  )
}
