// A form with a file is sent so that its progress shows and, when it is refused, nothing that was written is lost;
// a page about a source that is being read follows it. Without this, forms are sent as forms, and a link looks again.

const units = [
  [1024 ** 3, 'GiB'],
  [1024 ** 2, 'MiB'],
  [1024, 'KiB'],
]

/** @param {number} bytes */
function describeBytes(bytes) {
  const [size, name] = units.find(([unit]) => bytes >= unit) ?? [1, 'bytes']
  return `${(bytes / size).toFixed(size === 1 ? 0 : 1)} ${name}`
}

/** @param {HTMLFormElement} form */
function sendWithProgress(form) {
  const state = form.querySelector('[data-upload-state]')
  const file = form.querySelector('input[type="file"]')
  const button = form.querySelector('button[type="submit"]')
  const bar = document.createElement('progress')
  bar.max = 1
  bar.setAttribute('aria-label', 'How much is sent')

  /** @param {string} text */
  function tell(text) {
    state.textContent = text
  }

  /** @param {string} text @param {string} [code] */
  function refuse(text, code) {
    bar.remove()
    button.disabled = false
    state.className = 'callout callout-red'
    tell(code === undefined ? text : `${text} [${code}]`)
    state.scrollIntoView({ block: 'nearest' })
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const chosen = file.files[0]
    if (chosen !== undefined && chosen.size > Number(file.dataset.limit)) {
      refuse(
        `${chosen.name} is ${describeBytes(chosen.size)}, and one upload may be ${describeBytes(Number(file.dataset.limit))}. Leave out what is not the work, such as dependencies and media.`,
      )
      return
    }
    const body = new FormData(form)
    if (chosen === undefined) body.delete('file')
    button.disabled = true
    state.className = 'note'
    tell('Sending…')
    const request = new XMLHttpRequest()
    request.open('POST', form.dataset.upload)
    request.responseType = 'json'
    if (chosen !== undefined) {
      state.after(bar)
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        bar.value = loaded / total
        tell(loaded < total ? `Sending: ${describeBytes(loaded)} of ${describeBytes(total)}` : 'Sent.')
      })
    }
    request.addEventListener('load', () => {
      const answer = request.response
      if (request.status === 202) location.assign(answer.page)
      else if (answer?.error === undefined)
        refuse('Clawback gave no answer that can be read. Look whether it still runs, then send it again.')
      else refuse(`${answer.error.message.replace(/[.\s]+$/, '')}. ${answer.error.fix}`, answer.error.code)
    })
    request.addEventListener('error', () => {
      refuse(
        'The connection broke. What was sent is deleted there; look whether Clawback still runs, then send it again.',
      )
    })
    request.send(body)
  })
}

const second = 1000

/** @param {HTMLElement} running */
async function followIntake(running) {
  const step = running.querySelector('[data-intake-step]')
  const bar = running.querySelector('progress')
  const count = new Intl.NumberFormat('en-US')
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, second))
    const answer = await fetch(running.dataset.intake).catch(() => null)
    if (answer === null) {
      step.textContent = 'Clawback does not answer just now; this page goes on asking.'
      continue
    }
    const { state, progress } = answer.ok ? await answer.json() : {}
    if (state !== 'waiting' && state !== 'reading') {
      location.reload()
      return
    }
    if (progress === null) continue
    const { done, total } = progress
    const far =
      done === null ? '' : ` ${count.format(done)}${total === null ? '' : ` of ${count.format(total)}`}`
    const text = progress.step + far
    if (step.textContent !== text) step.textContent = text
    if (total === null) bar.removeAttribute('value')
    else {
      bar.max = total
      bar.value = done
    }
  }
}

document.querySelectorAll('form[data-upload]').forEach(sendWithProgress)
document.querySelectorAll('[data-intake]').forEach(followIntake)
