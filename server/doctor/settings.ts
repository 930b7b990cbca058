/** What a clinic may have forgotten to set before patients come. Wrong settings never get this far. */
import type {Env} from '../../lib/env.ts'
import type {Finding} from './finding.ts'

const isOwnMachine = (url: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname) || new URL(url).hostname.endsWith('.localhost')

export function settingsFindings(env: Env): Finding[] {
  const source = env.embedded
    ? 'content comes from the embedded Content Lake'
    : `content comes from the Sanity project "${env.projectId}", dataset "${env.dataset}"`
  return [{state: 'ok', subject: 'Settings', text: source}, addressFinding(env.siteUrl), ...hostedFindings(env)]
}

function addressFinding(siteUrl: string): Finding {
  const subject = 'Public address'
  if (isOwnMachine(siteUrl)) {
    return {
      state: 'attention',
      subject,
      text: `${siteUrl}: links, share cards and the sitemap say so too. Set SITE_URL before patients come`,
    }
  }
  return siteUrl.startsWith('https://')
    ? {state: 'ok', subject, text: siteUrl}
    : {state: 'attention', subject, text: `${siteUrl} is not encrypted. Put the site behind HTTPS and set SITE_URL`}
}

/** The embedded set-up makes its own token and secret; a hosted project has to be told them. */
function hostedFindings({embedded, readToken, revalidateSecrets}: Env): Finding[] {
  if (embedded) return []
  return [
    readToken
      ? {state: 'ok', subject: 'Read token', text: 'is set'}
      : {state: 'attention', subject: 'Read token', text: 'is not set: no previews. Set SANITY_API_READ_TOKEN'},
    revalidateSecrets.length > 0
      ? {state: 'ok', subject: 'Webhook secret', text: 'is set'}
      : {
          state: 'attention',
          subject: 'Webhook secret',
          text: 'is not set: edits show only after five minutes, and there are no previews. Set SANITY_REVALIDATE_SECRET',
        },
  ]
}
