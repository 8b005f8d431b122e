import { shapes } from './shapes.js'

// Below this many pixels a shape cannot be told from a square, which costs less.
const smallest = 1.8
// As wide as a place must be for a name to say something.
const readable = 64
const mostNames = 400
// A path of thousands takes far longer to fill than many short ones.
const together = 200

/**
 * Draws what the camera sees: discs and branches, then each repository, what asks most of a person last and on top.
 * Gives how many repositories were drawn.
 */
export function paint(context, { picture, camera, size, ratio, colours, isShown, sweep, selected, hovered }) {
  const { width, height } = size
  const { scale } = camera.view
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  paintDiscs(context, { picture, camera, scale, colours })
  const seen = rowsInSight({ picture, camera, width, height, isShown })
  const groups = groupRows(picture, seen, sweep)
  for (const [key, rows] of groups) paintGroup(context, { picture, camera, scale, colours, key, rows })
  context.globalAlpha = 1
  if (selected >= 0) paintSelected(context, { picture, camera, scale, colours, row: selected })
  paintNames(context, { picture, camera, scale, colours, seen, hovered, selected })
  return seen.length
}

function paintDiscs(context, { picture, camera, scale, colours }) {
  context.lineWidth = 1
  context.strokeStyle = colours.line
  context.fillStyle = colours.disc
  const { discs, parents, x, y } = picture
  for (let start = 0; start < discs.length; start += together) {
    context.beginPath()
    for (const [row] of discs.slice(start, start + together)) {
      if (parents[row] < 0) continue
      const from = camera.pixelOf(x[row], y[row])
      const to = camera.pixelOf(x[parents[row]], y[parents[row]])
      context.moveTo(from.x, from.y)
      context.lineTo(to.x, to.y)
    }
    context.stroke()
  }
  for (let start = 0; start < discs.length; start += together) {
    context.beginPath()
    for (const [row, radius] of discs.slice(start, start + together)) {
      const middle = camera.pixelOf(x[row], y[row])
      const r = radius * scale
      context.moveTo(middle.x + r, middle.y)
      context.arc(middle.x, middle.y, r, 0, 2 * Math.PI)
    }
    context.fill()
    context.stroke()
  }
}

function rowsInSight({ picture, camera, width, height, isShown }) {
  const edge = picture.unit
  const least = camera.worldAt({ x: 0, y: 0 })
  const most = camera.worldAt({ x: width, y: height })
  const seen = []
  const { x, y } = picture
  for (let row = picture.rows - 1; row >= 0; row--) {
    if (
      x[row] < least.x - edge ||
      x[row] > most.x + edge ||
      y[row] < least.y - edge ||
      y[row] > most.y + edge
    )
      continue
    if (isShown(row)) seen.push(row)
  }
  return seen
}

/** By how they are drawn. Under a wording, what it would reach without evidence stands out and what it leaves alone fades. */
function groupRows(picture, rows, sweep) {
  const groups = new Map()
  for (const row of rows) {
    const state = picture.stateOf(row)
    const reached = sweep === null ? null : sweep === 'network' || picture.named[row] === 1
    const wrongly = reached && sweep === 'network' && picture.strengthOf(row) !== 'strong'
    const key =
      reached === null
        ? state
        : !reached
          ? `${state} faded`
          : wrongly || picture.official[row]
            ? 'wrongly'
            : state
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function paintGroup(context, { picture, camera, scale, colours, key, rows }) {
  const [state, faded] = key.split(' ')
  const shape = state === 'wrongly' ? shapes.overreach : shapes[state]
  const colour = state === 'wrongly' ? colours.overreach : colours[state]
  context.globalAlpha = faded === undefined ? 1 : 0.18
  context.fillStyle = colour
  context.strokeStyle = colour
  context.lineWidth = Math.min(3, Math.max(1, picture.unit * scale * 0.09))
  const middle = camera.pixelOf(0, 0)
  for (let start = 0; start < rows.length; start += together) {
    context.beginPath()
    for (const row of rows.slice(start, start + together)) {
      const x = picture.x[row] * scale + middle.x
      const y = picture.y[row] * scale + middle.y
      const r = picture.widthOf(row) * scale
      if (r < smallest) {
        const side = Math.max(1, r * (state === 'none' ? 1.3 : 1.8))
        context.fillRect(x - side / 2, y - side / 2, side, side)
      } else shape.add(context, x, y, r)
    }
    if (shape.full) context.fill('evenodd')
    else context.stroke()
  }
}

function paintSelected(context, { picture, camera, scale, colours, row }) {
  const { x, y } = camera.pixelOf(picture.x[row], picture.y[row])
  context.strokeStyle = colours.accent
  context.lineWidth = 2
  context.beginPath()
  const parent = picture.parents[row]
  const r = ringOf(picture, row, scale)
  if (parent >= 0) {
    const from = camera.pixelOf(picture.x[parent], picture.y[parent])
    const way = Math.max(r, Math.hypot(from.x - x, from.y - y))
    context.moveTo(from.x, from.y)
    context.lineTo(x + ((from.x - x) / way) * r, y + ((from.y - y) / way) * r)
  }
  context.moveTo(x + r, y)
  context.arc(x, y, r, 0, 2 * Math.PI)
  context.stroke()
}

/** How wide the mark around a chosen one is, in pixels. */
function ringOf(picture, row, scale) {
  return Math.max(8, picture.widthOf(row) * scale + 5)
}

/** Names of discs while dots are small, of every repository once there is room, of the one pointed at always. */
function paintNames(context, { picture, camera, scale, colours, seen, hovered, selected }) {
  context.font = `12px ${colours.font}`
  context.textAlign = 'center'
  context.textBaseline = 'top'
  const label = (row, from) => {
    const { x, y } = camera.pixelOf(picture.x[row], picture.y[row])
    tag(context, colours, picture.shownOf(row), x, y + from)
  }
  if (picture.unit * scale >= readable) {
    for (const row of seen.slice(0, mostNames)) {
      const { x, y } = camera.pixelOf(picture.x[row], picture.y[row])
      const owner = picture.shownOf(row).split('/')[0]
      const room = picture.unit * scale * 0.98
      context.fillStyle = colours.text
      context.fillText(shorten(context, owner, room), x, y + picture.widthOf(row) * scale + 3)
    }
  } else {
    for (const [row, radius] of picture.discs) {
      if (radius * scale < 46) continue
      const { x, y } = camera.pixelOf(picture.x[row], picture.y[row])
      const top = y - radius * scale
      tag(context, colours, picture.shownOf(row), x, top - 20)
    }
  }
  for (const row of new Set([selected, hovered])) {
    if (row >= 0) label(row, ringOf(picture, row, scale) + 4)
  }
}

function tag(context, colours, text, x, y) {
  const shown = shorten(context, text, 260)
  const { width } = context.measureText(shown)
  context.fillStyle = colours.surface
  context.globalAlpha = 0.88
  context.fillRect(x - width / 2 - 4, y - 1, width + 8, 16)
  context.globalAlpha = 1
  context.fillStyle = colours.text
  context.fillText(shown, x, y)
}

function shorten(context, text, room) {
  if (context.measureText(text).width <= room) return text
  let kept = text.length
  while (kept > 1 && context.measureText(`${text.slice(0, kept)}…`).width > room)
    kept = Math.floor(kept * 0.85)
  return `${text.slice(0, kept)}…`
}
