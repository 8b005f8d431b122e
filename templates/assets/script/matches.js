// Without this, rows of one page are selected by their boxes. It adds ranges, keys, and a selection that outlives the page.

const prefix = 'selected '

/** @param {HTMLFormElement} form */
function keepSelection(form) {
  const key = prefix + form.dataset.key
  const boxes = [...form.querySelectorAll('input[name="row[]"]')]
  const all = form.elements.namedItem('all')
  const page = form.querySelector('#tick-page')
  const count = form.querySelector('output')
  const clear = form.querySelector('.bulk-bar button[type="button"]')
  const selected = new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]'))
  let last = -1

  for (const box of boxes) box.checked = selected.has(box.value)
  page.hidden = false
  show()

  form.addEventListener('click', (event) => {
    const at = boxes.indexOf(event.target)
    if (at < 0) return
    if (event.shiftKey && last >= 0) setRange(last, at, boxes[at].checked)
    set(boxes[at], boxes[at].checked)
    last = at
    keep()
  })
  page.addEventListener('change', () => {
    for (const box of boxes) set(box, page.checked)
    keep()
  })
  all.addEventListener('change', show)
  clear.addEventListener('click', () => {
    selected.clear()
    all.checked = false
    for (const box of boxes) box.checked = false
    keep()
  })
  form.addEventListener('submit', () => {
    const here = new Set(boxes.map((box) => box.value))
    form.elements.namedItem('ids').value = [...selected].filter((id) => !here.has(id)).join(',')
  })
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return
    if (
      localStorage.getItem('keys') === 'off' ||
      event.target.closest('input:not([type="checkbox"]), textarea, select')
    )
      return
    const row = document.activeElement?.closest('tr')
    const at = boxes.findIndex((box) => row?.contains(box))
    if (at < 0) return
    event.preventDefault()
    if (event.shiftKey && last >= 0) setRange(last, at, true)
    else set(boxes[at], !boxes[at].checked)
    last = at
    keep()
  })

  /** @param {number} from @param {number} to @param {boolean} checked */
  function setRange(from, to, checked) {
    for (const box of boxes.slice(Math.min(from, to), Math.max(from, to) + 1)) set(box, checked)
  }

  /** @param {HTMLInputElement} box @param {boolean} checked */
  function set(box, checked) {
    box.checked = checked
    if (checked) selected.add(box.value)
    else selected.delete(box.value)
  }

  function keep() {
    if (selected.size === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify([...selected]))
    show()
  }

  function show() {
    const here = boxes.filter((box) => box.checked).length
    page.checked = here === boxes.length
    page.indeterminate = here > 0 && here < boxes.length
    const elsewhere = selected.size - here
    count.hidden = clear.hidden = selected.size === 0 && !all.checked
    count.value = all.checked
      ? `all ${form.dataset.total} are meant, whatever is ticked`
      : `${selected.size} selected${elsewhere > 0 ? `, ${elsewhere} on other pages` : ''}`
  }
}

/** What was selected has been decided. @param {string} slug */
function forgetSelections(slug) {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(`${prefix}${slug}?`)) sessionStorage.removeItem(key)
  }
}

const form = document.querySelector('#selection')
if (form instanceof HTMLFormElement) keepSelection(form)
const done = document.querySelector('#bulk-done')
if (done instanceof HTMLElement) forgetSelections(done.dataset.slug)
