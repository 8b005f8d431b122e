// The pages work without this. It adds copy buttons to the form's answers, and keys for those who judge all day.

const lists = 'tbody tr th > a[href], .refs li a[href], .needs a[href]'

/** @param {Element} answer */
function addCopyButton(answer) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.addEventListener('click', async () => {
    // What stands there, not how it is shown: marks around control characters are ours.
    await navigator.clipboard.writeText(answer.dataset.copy ?? '')
    button.textContent = 'Copied'
    answer.dispatchEvent(new CustomEvent('copied', { bubbles: true }))
    setTimeout(() => (button.textContent = 'Copy'), 1500)
  })
  answer.append(button)
}

/** @param {number} step */
function moveInList(step) {
  const links = [...document.querySelectorAll(lists)]
  const at = links.indexOf(document.activeElement)
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** @param {number} step */
function moveAmongRuns(step) {
  const runs = [...document.querySelectorAll('.run')]
  const at = runs.findIndex((run) => run.contains(document.activeElement))
  const next = runs[at < 0 ? (step > 0 ? 0 : runs.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'start' })
}

/** @param {string} selector */
function follow(selector) {
  const link = document.querySelector(selector)
  if (link instanceof HTMLAnchorElement) link.click()
}

/** @param {string} value */
function choose(value) {
  const box = document.querySelector(`input[name="decision"][value="${value}"]`)
  if (!(box instanceof HTMLInputElement)) return
  box.closest('details').open = true
  box.checked = true
  document.querySelector('#reason').focus()
}

/** Single keys are in the way of those who speak to their computer (WCAG 2.1.4): each browser may turn them off. */
function keysAreOn() {
  return localStorage.getItem('keys') !== 'off'
}

const keys = {
  j: () => moveInList(1),
  k: () => moveInList(-1),
  n: () => follow('a[rel="next"]'),
  p: () => follow('a[rel="prev"]'),
  ']': () => follow('a[data-file="next"]'),
  '[': () => follow('a[data-file="previous"]'),
  r: () => moveAmongRuns(1),
  R: () => moveAmongRuns(-1),
  '/': () => document.querySelector('input[type="search"]')?.focus(),
  i: () => choose('infringing'),
  a: () => choose('authorized'),
  u: () => choose('fair-use'),
  o: () => choose('not-ours'),
  c: () => choose('needs-counsel'),
  '?': () => document.querySelector('#keys')?.showModal(),
}

document.querySelectorAll('[data-copy]').forEach(addCopyButton)
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select')
  if (
    typing ||
    !keysAreOn() ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    !Object.hasOwn(keys, event.key)
  )
    return
  event.preventDefault()
  keys[event.key]()
})
document.querySelector('#show-keys')?.addEventListener('click', keys['?'])
const switchOfKeys = document.querySelector('#keys-on')
if (switchOfKeys instanceof HTMLInputElement) {
  switchOfKeys.checked = keysAreOn()
  switchOfKeys.addEventListener('change', () => {
    localStorage.setItem('keys', switchOfKeys.checked ? 'on' : 'off')
  })
}
