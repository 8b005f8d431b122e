// The page works without this: its button asks what the words are worth. Here it is asked a moment after each key.

const pause = 450

/** @param {HTMLFormElement} form */
function watchWords(form) {
  let timer
  let asked = 0
  const ask = async () => {
    const turn = ++asked
    const fields = new URLSearchParams(new FormData(form))
    fields.set('then', 'check')
    fields.set('live', 'yes')
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields })
      if (!answer.ok) throw new Error(String(answer.status))
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      // What was typed since is asked about already.
      if (turn === asked) showWorth(page)
    } catch {
      if (turn === asked) say('The check could not be made. Your words still stand in the fields.')
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, pause)
  })
  addEventListener('beforeunload', (event) => {
    if (!leaving && document.querySelector('#unkept')?.textContent.startsWith('Not')) event.preventDefault()
  })
  let leaving = false
  form.addEventListener('submit', () => (leaving = true))
}

/** @param {Document} page */
function showWorth(page) {
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = page.getElementById(part.id)
    if (now !== null && now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes)
  }
  for (const field of document.querySelectorAll('.words [aria-describedby]')) {
    const isWrong = page.getElementById(field.id)?.hasAttribute('aria-invalid') ?? false
    if (isWrong) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
  }
  const errors = document.querySelectorAll('.words .tone-red, #worth .callout-red').length
  say(errors === 0 ? 'Nothing keeps this draft from being signed.' : `${errors} to be mended before signing.`)
}

/** @param {string} text */
function say(text) {
  const status = document.querySelector('#check-status')
  if (status !== null && status.textContent !== text) status.textContent = text
}

document.querySelectorAll('form[data-check]').forEach(watchWords)

/** Which answers were copied already, for as long as this tab is open: a form of twenty questions is easy to lose count in. */
function rememberCopies(list) {
  const key = `copies ${list.dataset.copies}`
  const steps = [...list.children]
  const copied = new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]'))
  for (const at of copied) steps[at]?.classList.add('copied')
  list.addEventListener('copied', (event) => {
    const step = event.target.closest('li')
    step.classList.add('copied')
    copied.add(steps.indexOf(step))
    sessionStorage.setItem(key, JSON.stringify([...copied]))
  })
}

document.querySelectorAll('[data-copies]').forEach(rememberCopies)
