/**
 * The one script of the public site, and everything works without it. It shows what only a script can do (copy a link,
 * the device's own share sheet), opens the question that an address points to, and opens all of them for print.
 * No dependencies, no requests; where the browser lacks something, the plain page stays as it is.
 */
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const reveal = (button) => button.closest('[data-enhanced]')?.removeAttribute('hidden')

/** Says what happened next to the button; a place with role=status is read out. */
function say(button, words) {
  const status = button.closest('section')?.querySelector('[data-share-status]')
  if (!status) return
  status.textContent = ''
  // In a later moment, so that the same words are read out a second time.
  setTimeout(() => (status.textContent = words), 50)
}

if (navigator.clipboard?.writeText) {
  for (const button of all('[data-copy]')) {
    reveal(button)
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy)
        say(button, button.dataset.done)
      } catch {
        say(button, button.dataset.failed)
      }
    })
  }
}

if (navigator.share) {
  for (const button of all('[data-share-native]')) {
    reveal(button)
    button.addEventListener('click', () => {
      const {url, title} = button.dataset
      // Closing the share sheet is no error.
      navigator.share({url, title}).catch(() => {})
    })
  }
}

/** A link to a question opens it. */
function openTarget() {
  try {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target instanceof HTMLDetailsElement) target.open = true
  } catch {
    // An address may end in anything, such as half an escape.
  }
}
addEventListener('hashchange', openTarget)
openTarget()

/** Paper shows every answer; afterwards the page is as it was. */
let closed = []
addEventListener('beforeprint', () => {
  closed = all('details:not([open])')
  for (const details of closed) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false
})

/** The menu says where the reader is. Pages are kept without knowing it. */
for (const link of all('header nav a[href]')) {
  if (link.host === location.host && link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
}
