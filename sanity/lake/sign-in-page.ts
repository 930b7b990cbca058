/**
 * The two pages that a person may see of the lake: the form for a sign-in code, and what to do when a link is used up.
 * Plain HTML with nothing to load, readable by anyone.
 * @module
 */

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const STYLE = `
  :root { color-scheme: light dark; font: 1.0625rem/1.55 system-ui, sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText }
  main { max-width: 30rem; padding: 2rem }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  code { padding: .15em .4em; border: 1px solid; border-radius: .3em; overflow-wrap: anywhere }
  label { display: block; font-weight: 600; margin-bottom: .35rem }
  input, button { font: inherit; padding: .6rem .8rem; border: 2px solid; border-radius: .4rem; min-height: 2.75rem }
  input { width: 100%; box-sizing: border-box; background: Field; color: FieldText }
  button { margin-top: 1rem; cursor: pointer; background: ButtonFace; color: ButtonText }
  .error { border-left: .3rem solid; padding-left: .8rem }
`

/** The command that prints another link, in words for the person at the keyboard. */
const ANOTHER =
  '<p>Whoever runs this site can print a fresh link with this command:</p><p><code>npm run lake -- link</code></p>'

function page(status: number, title: string, content: string, formTargets: readonly string[] = []): Response {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body>
</html>
`
  // Browsers hold a form's redirects to form-action too, so that the Studio's origin has to be named.
  const formAction = ["'self'", ...formTargets].join(' ')
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`,
    },
  })
}

export const usedLinkPage = (): Response =>
  page(
    410,
    'This sign-in link no longer works',
    `<p>A link signs in once, and only within 15 minutes of being made. This one was used already, or it is too old. Nothing is wrong with the site.</p>${ANOTHER}`,
  )

export const unknownOriginPage = (): Response =>
  page(
    403,
    'This Studio is not known here',
    '<p>The content store signs people in only to Studios on its list of allowed origins. Start it with <code>--allow-origin</code> and the address of this Studio.</p>',
  )

/** A form for a one-time code. `action` and `origin` are addresses; `failed` says that the last code was refused. */
export function codeForm(action: string, origin: string, failed: boolean): Response {
  const error = failed
    ? '<p class="error" id="error" role="alert">That code does not work: it was used already, is too old, or has a typing error.</p>'
    : ''
  return page(
    failed ? 401 : 200,
    'Sign in to the Studio',
    `${error}<p>Paste a one-time sign-in link or its code.</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="origin" value="${escapeHtml(origin)}">
<label for="code">Sign-in link or code</label>
<input id="code" name="code" required autocomplete="one-time-code" spellcheck="false"${failed ? ' aria-describedby="error" aria-invalid="true"' : ''}>
<button>Sign in</button>
</form>${ANOTHER}`,
    [new URL(origin).origin],
  )
}

/** Sends the browser to a Studio, which fetches its token with the session id in the fragment: servers never see it. */
export function redirectWithSession(target: string, sid: string): Response {
  const url = new URL(target)
  url.hash = `sid=${sid}`
  return new Response(null, {
    status: 303,
    headers: {location: url.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer'},
  })
}
