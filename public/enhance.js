// @ts-check
/**
 * The one script of the public site; everything works without it. No dependencies, under 4 kB gzip, and 3 kB as it is sent
 * (tests/e2e/budgets.test.ts). Typed: `npm run types`.
 *
 * Each feature is a function in the table at the end. It looks for elements with a `data-` attribute of its own. Where
 * there are none, or the browser lacks something, it fails alone and in silence: the plain page stays as it is.
 */

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement)

/** Shows a button that is hidden as long as no script stands behind it. @param {Element} button */
const reveal = (button) => button.closest('[data-enhanced]')?.removeAttribute('hidden')

/**
 * Says what happened next to the button; a place with role=status is read out.
 * @param {Element} button
 * @param {string | undefined} words
 */
function say(button, words = '') {
  const status = button.closest('section')?.querySelector('[data-share-status]')
  if (!status) return
  status.textContent = ''
  // In a later moment, so that the same words are read out a second time.
  setTimeout(() => (status.textContent = words), 50)
}

/** `<button data-copy="text" data-done="words" data-failed="words">` */
function copyLinks() {
  if (!navigator.clipboard?.writeText) return
  for (const button of all('[data-copy]')) {
    button.addEventListener('click', async () => {
      const {copy = '', done, failed} = button.dataset
      try {
        await navigator.clipboard.writeText(copy)
        say(button, done)
      } catch {
        say(button, failed)
      }
    })
    reveal(button)
  }
}

/** `<button data-share-native data-url="…" data-title="…">`: the share sheet of the device. */
function shareNatively() {
  if (!navigator.share) return
  for (const button of all('[data-share-native]')) {
    button.addEventListener('click', () => {
      const {url, title} = button.dataset
      // Closing the share sheet is no error.
      navigator.share({url, title}).catch(() => {})
    })
    reveal(button)
  }
}

/** A link to a question opens it. */
function openTargets() {
  const open = () => {
    try {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (target instanceof HTMLDetailsElement) target.open = true
    } catch {
      // An address may end in anything, such as half an escape.
    }
  }
  addEventListener('hashchange', open)
  open()
}

/** Paper shows every answer; afterwards the page is as it was. */
function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let closed = []
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details')].filter((details) => !details.open)
    for (const details of closed) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false
  })
}

/** The menu says where the reader is. Pages are kept without knowing it. */
function markMenu() {
  for (const link of all('header nav a[href]')) {
    if (!(link instanceof HTMLAnchorElement)) continue
    if (link.host === location.host && link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
  }
}

/** `<form data-suggest="/address?…">`: pages that may be meant, while somebody types. Without a choice the form is sent. */
function suggestPages() {
  for (const form of all('form[data-suggest]')) suggest(form, form.querySelector('input'))
}

/**
 * A list below the field: arrow keys choose, Enter opens, Escape closes.
 * @param {HTMLElement} form
 * @param {HTMLInputElement | null} field
 */
function suggest(form, field) {
  if (!field) return
  const list = document.createElement('ul')
  const items = list.children
  let chosen = -1
  let timer = 0
  let asking = new AbortController()

  const choose = (index = -1) => {
    chosen = index
    for (const item of items) item.ariaSelected = `${item === items[index]}`
    field.setAttribute('aria-activedescendant', items[index]?.id ?? '')
  }
  /** @param {Record<string, string>[]} pages */
  const show = (...pages) => {
    list.replaceChildren(
      ...pages.map(({title = '', kind = '', path = ''}, index) => {
        const item = document.createElement('li')
        const small = document.createElement('small')
        small.append(kind)
        item.append(title, ' ', small)
        item.id = list.id + index
        item.role = 'option'
        // Else the field would lose the focus, and the list close before the click.
        item.onmousedown = (event) => event.preventDefault()
        item.onclick = () => location.assign(path)
        return item
      }),
    )
    list.hidden = !items[0]
    field.ariaExpanded = `${!list.hidden}`
    choose()
  }
  const ask = async () => {
    asking = new AbortController()
    try {
      const address = `${form.dataset.suggest}&q=${encodeURIComponent(field.value)}`
      show(...(await (await fetch(address, {signal: asking.signal})).json()))
    } catch {
      // Something newer was typed, or nothing answers: no suggestions.
    }
  }
  const stop = () => {
    clearTimeout(timer)
    asking.abort()
  }
  const close = () => {
    stop()
    show()
  }

  list.id = `${field.id}-list`
  list.role = 'listbox'
  list.ariaLabel = form.ariaLabel
  form.append(list)
  field.role = 'combobox'
  field.ariaAutoComplete = 'list'
  field.setAttribute('aria-controls', list.id)
  show()

  field.onblur = close
  field.oninput = () => {
    stop()
    if (field.value.trim()[1]) timer = setTimeout(ask, 150)
    else show()
  }
  field.onkeydown = (event) => {
    const {key} = event
    if (list.hidden || event.isComposing) return
    // One place more than there are suggestions: the field itself.
    const places = items.length + 1
    const item = items[chosen]
    if (key === 'ArrowDown') choose(((chosen + 2) % places) - 1)
    else if (key === 'ArrowUp') choose(((chosen + places) % places) - 1)
    else if (key === 'Escape') close()
    else if (key === 'Enter' && item instanceof HTMLElement) item.click()
    else return
    event.preventDefault()
  }
}

/** `<form data-ask>`: a question, sent without leaving the page; once, however often somebody clicks. */
function askInPlace() {
  for (const form of all('form[data-ask]')) {
    if (!(form instanceof HTMLFormElement)) continue
    countCharacters(form)
    let sending = false
    const mark = (now = false) => {
      sending = now
      for (const place of all('[data-sending]')) place.textContent = (now && place.dataset.sending) || ''
    }
    // Somebody comes back to the page as they left it.
    addEventListener('pageshow', () => mark())
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      if (sending) return
      mark(true)
      try {
        const answer = await fetch(form.action, {
          method: 'POST',
          body: new URLSearchParams(/** @type {string[][]} */ ([...new FormData(form)])),
          headers: {accept: 'application/json'},
          signal: AbortSignal.timeout(15000),
        })
        const {location: thanks, html} = await answer.json()
        if (thanks) return location.assign(thanks)
        showAgain(html)
      } catch {
        // Then as a plain form: its answer is a page that says what to do. What arrives twice is stored once.
        form.submit()
      }
    })
  }
}

/** The form as the server draws it, with what is wrong in a summary that gets the focus. @param {string} html */
function showAgain(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const part of ['title', '[data-problem]', 'form[data-ask]']) {
    const drawn = page.querySelector(part)
    if (!drawn) throw page
    document.querySelector(part)?.replaceWith(drawn)
  }
  askInPlace()
  all('#problem')[0]?.focus()
}

/** Says how much room is left, once there is not much, and only while nobody types. @param {HTMLElement} form */
function countCharacters(form) {
  const field = form.querySelector('textarea')
  const [place] = all('[data-count]')
  if (!field || !place) return
  const {count, left, over} = place.dataset
  const before = place.textContent
  let timer = 0
  place.role = 'status'
  field.oninput = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const room = Number(count) - [...field.value].length
      place.textContent = room > 500 ? before : room < 0 ? `${over}${-room}` : `${left}${room}`
    }, 700)
  }
}

for (const feature of [copyLinks, shareNatively, openTargets, openForPrint, markMenu, suggestPages, askInPlace]) {
  try {
    feature()
  } catch {
    // An old or unusual browser; the page works without.
  }
}
