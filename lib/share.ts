/**
 * Ways to hand on a page, as plain addresses: no script of a network, no counter, nothing that follows the reader. A new
 * network is one entry here and one in `sanity/vocabulary.ts`.
 */
import {labelsFor} from './labels.ts'
import type {Language} from './language.ts'

/** `url` is the page's canonical address; `text` is neutral ("Back Pain: information from …"), never about the sender. */
export type Shared = Readonly<{url: string; text: string}>

const query = (parameters: Record<string, string>): string =>
  Object.entries(parameters)
    // Spaces as %20: mail and message programs show the "+" of URLSearchParams to the reader.
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

type Way = Readonly<{
  /** The network's own name, the same in every language. */
  name: string
  addressFor: (shared: Shared) => string
}>

/**
 * The networks a clinic may switch on. Their addresses were seen listed by others in August 2025 (Facebook, LinkedIn,
 * Bluesky, Threads, Reddit) or in wide use (the rest); none of them is promised by its network, and none could be tried
 * from where this was written. A clinic should press each one once before it is offered to patients.
 */
const networks = {
  facebook: {
    name: 'Facebook',
    addressFor: ({url}) => `https://www.facebook.com/sharer/sharer.php?${query({u: url})}`,
  },
  whatsapp: {name: 'WhatsApp', addressFor: ({url, text}) => `https://wa.me/?${query({text: `${text} ${url}`})}`},
  x: {name: 'X', addressFor: ({url, text}) => `https://x.com/intent/post?${query({text, url})}`},
  linkedin: {
    name: 'LinkedIn',
    addressFor: ({url}) => `https://www.linkedin.com/sharing/share-offsite/?${query({url})}`,
  },
  nextdoor: {
    name: 'Nextdoor',
    addressFor: ({url, text}) => `https://nextdoor.com/sharekit/?${query({body: `${text} ${url}`})}`,
  },
  threads: {name: 'Threads', addressFor: ({url, text}) => `https://www.threads.net/intent/post?${query({url, text})}`},
  bluesky: {
    name: 'Bluesky',
    addressFor: ({url, text}) => `https://bsky.app/intent/compose?${query({text: `${text} ${url}`})}`,
  },
  reddit: {name: 'Reddit', addressFor: ({url, text}) => `https://www.reddit.com/submit?${query({url, title: text})}`},
  telegram: {name: 'Telegram', addressFor: ({url, text}) => `https://t.me/share/url?${query({url, text})}`},
} as const satisfies Record<string, Way>

export type ShareNetwork = keyof typeof networks

const isNetwork = (value: string): value is ShareNetwork => Object.hasOwn(networks, value)
export const shareNetworks: readonly ShareNetwork[] = Object.keys(networks).filter(isNetwork)

/** Ways from one person to another. Every page has them: nothing leaves the reader's own mail or messages. */
const personal = {
  // RFC 6068
  email: ({url, text}: Shared) => `mailto:?${query({subject: text, body: `${text}\n\n${url}`})}`,
  // "?&body=" is the one spelling that both iOS and Android read.
  sms: ({url, text}: Shared) => `sms:?&${query({body: `${text} ${url}`})}`,
} as const

export type ShareLink =
  | Readonly<{way: keyof typeof personal; href: string}>
  | Readonly<{way: ShareNetwork; name: string; href: string}>

/** The links to offer: e-mail and text message always, then the networks that are switched on, in the clinic's order. */
export const shareLinksFor = (shared: Shared, enabled: readonly ShareNetwork[]): ShareLink[] => [
  {way: 'email', href: personal.email(shared)},
  {way: 'sms', href: personal.sms(shared)},
  ...[...new Set(enabled)].map((way) => ({way, name: networks[way].name, href: networks[way].addressFor(shared)})),
]

/**
 * What is sent along: the page's title and whose it is, no more. A fact that is put as a question goes on from "Did you
 * know…".
 */
export function shareText(page: {language: Language; kind: string; title: string}, siteName: string): string {
  const {facts, share} = labelsFor(page.language)
  const title = page.kind === 'fact' && page.title.endsWith('?') ? `${facts.title} ${page.title}` : page.title
  return share.text(title, siteName)
}
