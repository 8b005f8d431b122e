import { createCamera } from './camera.js'
import { createCard } from './card.js'
import { listenToGestures } from './gestures.js'
import { paint } from './paint.js'
import { nextTowards, readPicture } from './picture.js'

// The fork tree as a picture. The page's table holds the same for those who do not see it.

const section = document.querySelector('.network')
const stage = section.querySelector('.network-stage')
const canvas = section.querySelector('canvas')
const said = section.querySelector('.network-said')
const boxes = [...section.querySelectorAll('.network-legend input')]
const sweeps = [...document.querySelectorAll('.network-sweep')]

const instead = section.querySelector('.network-instead')
show(await readPicture(section.dataset.picture).catch((error) => void (instead.textContent = error.message)))

function show(picture) {
  if (picture === undefined) return
  instead.hidden = true
  stage.hidden = false
  for (const hidden of section.querySelectorAll('.network-tools, .network-keys')) hidden.hidden = false
  for (const control of [...boxes, ...sweeps]) control.hidden = false

  const context = canvas.getContext('2d')
  const shownStates = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
  const isShown = (row) => shownStates.has(picture.stateOf(row))
  const look = { sweep: null, selected: -1, hovered: -1 }
  let colours = readColours()
  let size = { width: canvas.clientWidth, height: canvas.clientHeight }
  let waiting = false

  const redraw = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      const ratio = Math.min(2, devicePixelRatio)
      canvas.dataset.drawn = String(
        paint(context, { picture, camera, size, ratio, colours, isShown, ...look }),
      )
    })
  }
  const camera = createCamera(picture.around, () => size, redraw)
  const nameOfState = (state) =>
    section.querySelector(`.network-legend input[value="${state}"]`).closest('li').querySelector('a')
      .textContent
  const card = createCard(section.querySelector('.network-card'), {
    picture,
    matchesHref: section.dataset.matches,
    nameOfState,
    select: (row) => goTo(row),
  })

  function select(row) {
    look.selected = row
    if (row < 0) card.hide()
    else {
      card.show(row)
      said.textContent = `${picture.shownOf(row)}: ${nameOfState(picture.stateOf(row))}`
    }
    redraw()
  }

  /** Close enough to read its name; a state that the legend hides is shown again. */
  function goTo(row) {
    const box = boxes.find(({ value }) => value === picture.stateOf(row))
    if (box !== undefined && !box.checked) box.click()
    select(row)
    camera.flyTo({ x: picture.x[row], y: picture.y[row] }, 76 / picture.unit)
  }

  const reach = () => Math.max(picture.unit * 0.6, 14 / camera.view.scale)
  listenToGestures(canvas, {
    pan: (dx, dy) => camera.pan(dx, dy),
    zoom: (factor, at) => camera.zoom(factor, at),
    showAll: () => camera.showAll(),
    tap: (at) => select(picture.nearest(camera.worldAt(at), reach(), isShown)),
    point(at) {
      const row = at === null ? -1 : picture.nearest(camera.worldAt(at), reach(), isShown)
      if (row === look.hovered) return
      look.hovered = row
      redraw()
    },
    step(way) {
      const from = look.selected < 0 ? picture.root : look.selected
      const row = look.selected < 0 ? picture.root : nextTowards(picture, from, way, isShown)
      if (row < 0) return
      select(row)
      camera.flyTo({ x: picture.x[row], y: picture.y[row] }, camera.view.scale)
    },
    open() {
      const href = look.selected < 0 ? null : card.matchHref(look.selected)
      if (href !== null) location.assign(href)
      else said.textContent = 'No match is chosen: Shift and an arrow chooses a repository.'
    },
    leave: () => select(-1),
  })

  for (const box of boxes) {
    box.addEventListener('change', () => {
      if (box.checked) shownStates.add(box.value)
      else shownStates.delete(box.value)
      redraw()
    })
  }
  for (const button of sweeps) {
    button.addEventListener('click', () => {
      look.sweep = look.sweep === button.dataset.sweep ? null : button.dataset.sweep
      for (const one of sweeps) one.setAttribute('aria-pressed', String(one.dataset.sweep === look.sweep))
      said.textContent = describeSweep(picture, look.sweep)
      if (look.sweep !== null) section.scrollIntoView({ block: 'start' })
      redraw()
    })
  }
  const zooms = { in: () => camera.zoom(1.5), out: () => camera.zoom(1 / 1.5), all: () => camera.showAll() }
  for (const button of section.querySelectorAll('[data-zoom]'))
    button.addEventListener('click', zooms[button.dataset.zoom])

  listenToSearch(picture, goTo)
  new ResizeObserver(() => {
    size = { width: canvas.clientWidth, height: canvas.clientHeight }
    const ratio = Math.min(2, devicePixelRatio)
    canvas.width = size.width * ratio
    canvas.height = size.height * ratio
    camera.fit()
  }).observe(canvas)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    colours = readColours()
    redraw()
  })
}

/** The form finds: the first time the best, each further time the next. */
function listenToSearch(picture, goTo) {
  const form = section.querySelector('.network-find')
  const input = form.querySelector('input')
  let last = { text: '', at: -1 }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const found = picture.search(input.value)
    if (found.length === 0) {
      said.textContent = input.value.trim() === '' ? '' : 'No repository of this network has such a name.'
      return
    }
    last = { text: input.value, at: input.value === last.text ? (last.at + 1) % found.length : 0 }
    goTo(found[last.at])
    if (found.length > 1)
      said.textContent += ` (${last.at + 1} of ${found.length.toLocaleString('en-US')}; again for the next)`
  })
}

function describeSweep(picture, sweep) {
  if (sweep === null) return ''
  const reached = picture.names.map((_, row) => sweep === 'network' || picture.named[row] === 1)
  const count = (holds) =>
    reached.reduce((sum, is, row) => sum + (is && holds(row) ? 1 : 0), 0).toLocaleString('en-US')
  const official = (row) => picture.official[row] === 1
  const evidenced = (row) => picture.strengthOf(row) === 'strong' && !official(row)
  return `This wording reaches ${count(() => true)} of the repositories drawn: ${count(evidenced)} with evidence, ${count((row) => !evidenced(row))} without (✕), ${count(official)} of them official.`
}

/** As the page's style has them in its present theme. */
function readColours() {
  const of = (selector) => getComputedStyle(section.querySelector(selector)).color
  const states = Object.fromEntries(boxes.map(({ value }) => [value, of(`.network-${value}`)]))
  const style = getComputedStyle(canvas)
  return {
    ...states,
    text: style.color,
    surface: style.backgroundColor,
    line: style.borderTopColor,
    disc: style.getPropertyValue('--network-disc'),
    accent: style.getPropertyValue('--network-chosen'),
    font: style.fontFamily,
  }
}
