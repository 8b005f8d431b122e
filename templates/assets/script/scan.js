// Follows a scan while it runs. Without this the page says how the scan stood when it was loaded.

const place = document.querySelector('#scan-live')

/** What a link or a button is known by on the next page: what it says, and where it leads. @param {Element} element */
function nameOf(element) {
  return `${element.textContent.trim()} ${element.getAttribute('href') ?? ''}`
}

/** Whoever stands somewhere with the keyboard stands there again afterwards. */
function loadAgain() {
  const { activeElement } = document
  if (activeElement !== document.body) sessionStorage.setItem('scan-focus', nameOf(activeElement))
  location.reload()
}

function standAgain() {
  const kept = sessionStorage.getItem('scan-focus')
  sessionStorage.removeItem('scan-focus')
  if (kept === null) return
  const same = [...document.querySelectorAll('a[href], button, summary')].find((one) => nameOf(one) === kept)
  // What they stood on may belong to another state: then at the start of what changed.
  ;(same ?? document.querySelector('main')).focus()
}

/** @param {MessageEvent<string>} message */
function show(message) {
  const { state, parts } = JSON.parse(message.data)
  // Other buttons belong to another state.
  if (state !== place.dataset.state) {
    loadAgain()
    return
  }
  for (const [id, html] of Object.entries(parts)) {
    const part = document.getElementById(id)
    // Who stands in it with the keyboard stays where they are.
    if (part !== null && !part.contains(document.activeElement)) part.innerHTML = html
  }
}

/** @type {EventSource | null} */
let source = null

/** A tab that nobody sees follows nothing: a browser has few connections for all its tabs. */
function follow() {
  const wanted = document.visibilityState === 'visible'
  if (wanted && source === null) {
    source = new EventSource(place.dataset.stream)
    source.addEventListener('open', () => place.classList.add('scan-following'))
    source.addEventListener('message', show)
    source.addEventListener('error', () => place.classList.remove('scan-following'))
  } else if (!wanted && source !== null) {
    source.close()
    source = null
  }
}

standAgain()
if (place !== null) {
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', () => source?.close())
  follow()
}
