// Reads the picture of copies over time: a day is chosen with the pointer on it or with the slider below, and told.

const svgName = 'http://www.w3.org/2000/svg'

for (const figure of document.querySelectorAll('figure.chart')) readChart(figure)

/** @param {Element} figure */
function readChart(figure) {
  const svg = figure.querySelector('svg')
  const reading = figure.querySelector('.chart-reading')
  const slider = reading?.querySelector('input')
  if (!svg || !slider) return
  const days = [...figure.parentElement.querySelectorAll('tbody tr')]
    .reverse()
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
  const notices = [...figure.querySelectorAll('.chart-notice title')].map((title) => title.textContent)
  const { left, right, top, bottom, most } = Object.fromEntries(
    Object.entries(svg.dataset).map(([name, value]) => [name, Number(value)]),
  )
  const line = svg.appendChild(document.createElementNS(svgName, 'line'))
  const dot = svg.appendChild(document.createElementNS(svgName, 'circle'))
  line.setAttribute('class', 'chart-day')
  dot.setAttribute('class', 'chart-dot')
  line.setAttribute('y1', String(top))
  line.setAttribute('y2', String(bottom))
  dot.setAttribute('r', '4')
  slider.max = String(days.length - 1)
  reading.hidden = false

  function tell(at) {
    const [day, found, alive, disabled] = days[at]
    const x = String(left + (at / (days.length - 1)) * (right - left))
    line.setAttribute('x1', x)
    line.setAttribute('x2', x)
    dot.setAttribute('cx', x)
    dot.setAttribute('cy', String(bottom - (Number(alive.replaceAll(',', '')) / most) * (bottom - top)))
    const sent = notices.filter((text) => text.startsWith(day)).map((text) => text.slice(day.length + 1))
    const text = `${day}: ${alive} of ${found} alive, ${disabled} disabled${sent.map((one) => `;${one}`).join('')}`
    reading.querySelector('output').textContent = text
    slider.value = String(at)
    slider.setAttribute('aria-valuetext', text)
  }

  slider.addEventListener('input', () => tell(Number(slider.value)))
  svg.addEventListener('pointermove', (event) => {
    const box = svg.getBoundingClientRect()
    const unit = box.width / svg.viewBox.baseVal.width
    const part = ((event.clientX - box.left) / unit - left) / (right - left)
    tell(Math.round(Math.min(1, Math.max(0, part)) * (days.length - 1)))
  })
  tell(days.length - 1)
}
