import {Part} from '@/components/page/part'
import {Hidden} from '@/components/ui/hidden'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Head} from '@/lib/seo/head'
import {shareLinksFor} from '@/lib/share'
import {absoluteUrl} from '@/lib/site'
import type {Site} from '@/sanity/content/site'
import styles from './share.module.css'

type Props = {site: Pick<Site, 'name' | 'shareNetworks'>; head: Pick<Head, 'language' | 'path' | 'title'>}

/**
 * "Share This Page": plain links, nothing of a network is loaded. "Copy link" and the device's own share sheet need a
 * script; they are there, hidden, and `public/enhance.js` shows what the browser can do.
 */
export function ShareLinks({site, head}: Props) {
  const {share, chrome} = labelsFor(head.language)
  const url = absoluteUrl(head.path)
  const links = shareLinksFor({url, text: share.text(head.title, site.name)}, site.shareNetworks)
  if (links.length === 0) return null
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
          {links.map(({network, href, external}) =>
            network === 'copy' ? (
              <li key={network} data-enhanced="" hidden suppressHydrationWarning>
                <button type="button" data-copy={href} data-done={share.copied} data-failed={share.copyFailed}>
                  <Icon name="link" />
                  {share.networks.copy}
                </button>
              </li>
            ) : (
              <li key={network}>
                <a href={href} {...(external && {target: '_blank', rel: 'noopener noreferrer external'})}>
                  <Hidden>{external ? share.on : share.by} </Hidden>
                  {share.networks[network]}
                  {external && <Hidden> {chrome.newTab}</Hidden>}
                </a>
              </li>
            ),
          )}
        </ul>
        <p role="status" className={styles.status} data-share-status="" />
      </Part>
    </div>
  )
}
