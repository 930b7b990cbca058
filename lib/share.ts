/**
 * Ways to hand on a page, as plain addresses: no script of a network, no counter, nothing that follows the reader. A new
 * network is one entry here and one word in `labels.ts`.
 */
export const shareNetworks = ['facebook', 'x', 'linkedin', 'whatsapp', 'email', 'sms', 'copy'] as const
export type ShareNetwork = (typeof shareNetworks)[number]

/** `url` is the page's canonical address; `text` is neutral ("Back Pain: information from …"), never about the sender. */
export type Shared = Readonly<{url: string; text: string}>

const query = (parameters: Record<string, string>): string =>
  Object.entries(parameters)
    // Spaces as %20: mail and message programs show the "+" of URLSearchParams to the reader.
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

const addresses: Record<Exclude<ShareNetwork, 'copy'>, (shared: Shared) => string> = {
  facebook: ({url}) => `https://www.facebook.com/sharer/sharer.php?${query({u: url})}`,
  x: ({url, text}) => `https://x.com/intent/post?${query({text, url})}`,
  linkedin: ({url}) => `https://www.linkedin.com/sharing/share-offsite/?${query({url})}`,
  whatsapp: ({url, text}) => `https://wa.me/?${query({text: `${text} ${url}`})}`,
  email: ({url, text}) => `mailto:?${query({subject: text, body: `${text}\n\n${url}`})}`,
  // "?&body=" is the one spelling that both iOS and Android read.
  sms: ({url, text}) => `sms:?&${query({body: `${text} ${url}`})}`,
}

export type ShareLink = Readonly<{
  network: ShareNetwork
  href: string
  /** Opens another site, so in a new tab. */
  external: boolean
}>

/**
 * The links to offer, of the networks a clinic has switched on, in its order. "Copy" leads to the page itself;
 * `public/enhance.js` makes it copy the address.
 */
export const shareLinksFor = (shared: Shared, enabled: readonly ShareNetwork[]): ShareLink[] =>
  [...new Set(enabled)].map((network) => {
    if (network === 'copy') return {network, href: shared.url, external: false}
    const href = addresses[network](shared)
    return {network, href, external: href.startsWith('https:')}
  })
