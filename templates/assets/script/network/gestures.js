// Mouse, fingers and keys on the canvas, as what they mean.

const towards = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const step = 60

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{ pan: Function, zoom: Function, showAll: Function, tap: Function, point: Function, step: Function, open: Function, leave: Function }} acts
 */
export function listenToGestures(canvas, acts) {
  listenToPointers(canvas, acts)
  canvas.addEventListener(
    'wheel',
    (event) => {
      // A page that is scrolled past stays a page: the wheel zooms once the picture was clicked, or with Ctrl (a pinch).
      if (!event.ctrlKey && document.activeElement !== canvas) return
      event.preventDefault()
      const lines = event.deltaMode === 1 ? 16 : 1
      acts.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0018)), {
        x: event.offsetX,
        y: event.offsetY,
      })
    },
    { passive: false },
  )
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = towards[event.key]
    if (way !== undefined && event.shiftKey) acts.step(way)
    else if (way !== undefined) acts.pan(-way[0] * step, -way[1] * step)
    else if (event.key === '+' || event.key === '=') acts.zoom(1.3)
    else if (event.key === '-') acts.zoom(1 / 1.3)
    else if (event.key === '0') acts.showAll()
    else if (event.key === 'Enter') acts.open()
    else if (event.key === 'Escape') acts.leave()
    else return
    event.preventDefault()
  })
}

function listenToPointers(canvas, acts) {
  const fingers = new Map()
  let moved = 0
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    if (fingers.size === 0) moved = 0
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY })
  })
  canvas.addEventListener('pointermove', (event) => {
    const at = { x: event.offsetX, y: event.offsetY }
    const before = fingers.get(event.pointerId)
    if (before === undefined) {
      acts.point(at)
      return
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other === undefined) acts.pan(at.x - before.x, at.y - before.y)
    else {
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }
      acts.pan((at.x - before.x) / 2, (at.y - before.y) / 2)
      acts.zoom(distance(at, other) / Math.max(1, distance(before, other)), middle)
    }
    moved += distance(at, before)
    fingers.set(event.pointerId, at)
  })
  const lift = (event) => {
    const last = fingers.size === 1 && fingers.has(event.pointerId)
    fingers.delete(event.pointerId)
    if (last && event.type === 'pointerup' && moved < 6) acts.tap({ x: event.offsetX, y: event.offsetY })
  }
  canvas.addEventListener('pointerup', lift)
  canvas.addEventListener('pointercancel', lift)
  canvas.addEventListener('pointerleave', () => acts.point(null))
}

function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
