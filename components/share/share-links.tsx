import {Part} from '@/components/page/part'
import {Hidden} from '@/components/ui/hidden'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Head} from '@/lib/seo/head'
import {shareLinksFor, shareText} from '@/lib/share'
import {absoluteUrl} from '@/lib/site'
import {withoutMarks} from '@/lib/without-marks'
import type {Site} from '@/sanity/content/site'
import styles from './share.module.css'

type Props = {
  site: Pick<Site, 'name' | 'shareNetworks'>
  head: Pick<Head, 'language' | 'kind' | 'path' | 'title' | 'social'>
}

/**
 * "Share This Page": plain links, nothing of a network is loaded. The device's own share sheet and "Copy link" need a
 * script; they are there, hidden, and `public/enhance.js` shows what the browser can do.
 */
export function ShareLinks(props: Props) {
  const {site, head} = withoutMarks(props)
  const {share, chrome} = labelsFor(head.language)
  const url = absoluteUrl(head.path)
  const networks = head.social?.hideNetworks ? [] : site.shareNetworks
  const links = shareLinksFor({url, text: shareText(head, site.name)}, networks)
  return (
    <div className={styles.share}>
      <Part id="share" title={share.title}>
        <ul className={styles.links}>
          <li data-enhanced="" hidden suppressHydrationWarning>
            <button type="button" data-share-native="" data-url={url} data-title={head.title}>
              <Icon name="arrow" />
              {share.native}
            </button>
          </li>
          <li data-enhanced="" hidden suppressHydrationWarning>
            <button type="button" data-copy={url} data-done={share.copied} data-failed={share.copyFailed}>
              <Icon name="link" />
              {share.copy}
            </button>
          </li>
          {links.map((link) => (
            <li key={link.way}>
              {'name' in link ? (
                <a href={link.href} target="_blank" rel="noopener noreferrer external">
                  <Hidden>{share.on} </Hidden>
                  {link.name}
                  <Hidden> {chrome.newTab}</Hidden>
                </a>
              ) : (
                <a href={link.href}>
                  <Hidden>{share.by} </Hidden>
                  {share[link.way]}
                </a>
              )}
            </li>
          ))}
        </ul>
        <p role="status" className={styles.status} data-share-status="" />
      </Part>
    </div>
  )
}
