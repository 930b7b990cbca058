/** "Open preview" beside Publish: the page as it would be with this draft, for the editor alone. */
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {urlSearchParamPreviewPathname, urlSearchParamPreviewSecret} from '@sanity/preview-url-secret/constants'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {type DocumentActionComponent, useClient, useCurrentUser} from 'sanity'
import {pageOf} from './page-of'

/**
 * The address carries a secret that is written to the lake when the editor asks: only somebody who may write can make
 * one, and it ends after an hour. The page itself is opened in a new tab.
 */
export const openPreview: DocumentActionComponent = ({draft, published}) => {
  const client = useClient({apiVersion: '2025-09-01'})
  const user = useCurrentUser()
  const path = pageOf(draft ?? published)
  if (!path) return null
  return {
    label: 'Open preview',
    icon: EyeOpenIcon,
    title: 'See the page with your changes. Visitors see them when you publish.',
    onHandle: () => {
      // Opened at once, while the click still counts: browsers block windows that come later.
      const tab = window.open('', '_blank')
      createPreviewSecret(client, 'clinic-site/preview', window.location.href, user?.id).then(
        ({secret}) => {
          const query = new URLSearchParams([
            [urlSearchParamPreviewSecret, secret],
            [urlSearchParamPreviewPathname, path],
          ])
          tab?.location.replace(`${window.location.origin}/api/draft-mode/enable?${query}`)
        },
        () => tab?.close(),
      )
    },
  }
}
