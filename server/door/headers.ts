/** The security headers of each kind of answer, by its path. Pure. Policies for content are in `policy.ts`. */

/**
 * Everything a page could ask a browser for, and whether it may: `()` is nobody. Names that Chromium no longer knows are
 * left out, because it complains of them on the console (156).
 */
const nobody = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
/** What `enhance.js` does for a reader who asks for it: copy a link. (Its share sheet has no name of its own there.) */
const ourselves = ['clipboard-write']

const closedPermissions = [...nobody.map((name) => `${name}=()`), ...ourselves.map((name) => `${name}=(self)`)].join(
  ', ',
)

const always = {
  'x-content-type-options': 'nosniff',
  // A path says something about its reader's health, and so does the name of a pain clinic: no other site is told either.
  'referrer-policy': 'same-origin',
  'permissions-policy': closedPermissions,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Browsers would look up the names of the sites that a page links to before anybody follows the link.
  'x-dns-prefetch-control': 'off',
} as const

/** What differs from that, by path. */
const exceptions: readonly (readonly [path: RegExp, headers: Record<string, string>])[] = [
  // The address holds the words that were searched for: nobody keeps it, nor tells it, not even to the next page.
  [/^(?:\/[a-z]{2})?\/search(?:\/|$)/, {'referrer-policy': 'no-referrer', 'cache-control': 'no-store'}],
  // Each view of the form is one of its own. Its own site may know where a form was sent from: browsers that are told
  // `no-referrer` hide the origin of a form from the site it belongs to (Fetch, "append a request Origin header").
  [/^(?:\/[a-z]{2})?\/contact$/, {'cache-control': 'no-store'}],
  [/^(?:\/[a-z]{2})?\/contact\/thanks$/, {'referrer-policy': 'no-referrer', 'cache-control': 'no-store'}],
  // Messengers and feed readers show these from their own pages; crawlers do not look at this header.
  [/^\/(?:card|media)\//, {'cross-origin-resource-policy': 'cross-origin'}],
  // Editors copy, paste and go full screen; a hosted project's sign-in wants to know where they come from.
  [
    /^\/studio(?:\/|$)/,
    {
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    },
  ],
  // Without a name of their own for each version: kept for some minutes, then asked for by ETag while the kept one serves.
  [
    /^\/(?:enhance\.js|speculation-rules\.json)$/,
    {'cache-control': 'public, max-age=600, stale-while-revalidate=86400'},
  ],
  [/^\/(?:favicon\.ico|icon\.svg|apple-touch-icon\.png)$/, {'cache-control': 'public, max-age=86400'}],
  // By its ending it would be plain JSON, which browsers do not take for rules.
  [/^\/speculation-rules\.json$/, {'content-type': 'application/speculationrules+json'}],
]

/** Headers for an answer at this path, whatever it holds. */
export function headersFor(path: string, {secure}: {readonly secure: boolean}): Record<string, string> {
  const own = exceptions.filter(([pattern]) => pattern.test(path)).map(([, headers]) => headers)
  return Object.assign(
    {...always},
    // A browser that saw the site over HTTPS once stays with it for a year.
    secure && {'strict-transport-security': 'max-age=31536000; includeSubDomains'},
    ...own,
  )
}

export const isStudio = (path: string): boolean => /^\/studio(?:\/|$)/.test(path)
