// Where the reader looks: a point of the tree in the middle of the canvas, and how many pixels one unit of it has.

/** @typedef {{ x: number, y: number, scale: number }} View */

/**
 * @param {{ x: number, y: number, r: number }} around everything there is to see
 * @param {() => { width: number, height: number }} size of the canvas, in CSS pixels
 * @param {() => void} moved
 */
export function createCamera(around, size, moved) {
  /** @type {View} */
  let view = whole()
  let flight = 0

  /** All of the tree, with a little air. */
  function whole() {
    const { width, height } = size()
    return {
      x: around.x,
      y: around.y,
      scale: Math.max(0.001, (Math.min(width, height) / 2 / around.r) * 0.96),
    }
  }

  /** @param {View} next */
  function look(next) {
    const least = whole().scale / 2
    const scale = Math.min(8, Math.max(least, next.scale))
    const reach = around.r * 1.1
    const within = (/** @type {number} */ value, /** @type {number} */ middle) =>
      Math.min(middle + reach, Math.max(middle - reach, value))
    view = { x: within(next.x, around.x), y: within(next.y, around.y), scale }
    moved()
  }

  /** @param {View} target */
  function fly(target) {
    cancelAnimationFrame(flight)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return look(target)
    const from = view
    const start = performance.now()
    const step = (/** @type {number} */ now) => {
      const part = Math.min(1, Math.max(0, (now - start) / 320))
      const eased = 1 - (1 - part) ** 3
      const scale = from.scale * (target.scale / from.scale) ** eased
      // The way is gone along at the speed that the zoom leaves it.
      const way =
        from.scale === target.scale
          ? eased
          : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / target.scale)
      look({ x: from.x + (target.x - from.x) * way, y: from.y + (target.y - from.y) * way, scale })
      if (part < 1) flight = requestAnimationFrame(step)
    }
    flight = requestAnimationFrame(step)
  }

  return {
    get view() {
      return view
    },
    /** By pixels of the canvas. */
    pan(/** @type {number} */ dx, /** @type {number} */ dy) {
      cancelAnimationFrame(flight)
      look({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale })
    },
    /** What lies under this pixel stays there. */
    zoom(/** @type {number} */ factor, at = { x: size().width / 2, y: size().height / 2 }) {
      cancelAnimationFrame(flight)
      const before = this.worldAt(at)
      const scale = Math.min(8, Math.max(whole().scale / 2, view.scale * factor))
      look({
        x: before.x - (at.x - size().width / 2) / scale,
        y: before.y - (at.y - size().height / 2) / scale,
        scale,
      })
    },
    showAll: () => fly(whole()),
    flyTo: (/** @type {{ x: number, y: number }} */ { x, y }, /** @type {number} */ scale) =>
      fly({ x, y, scale: Math.max(scale, view.scale) }),
    /** After the canvas got another size. */
    fit: () => look(whole()),
    worldAt: (/** @type {{ x: number, y: number }} */ { x, y }) => ({
      x: view.x + (x - size().width / 2) / view.scale,
      y: view.y + (y - size().height / 2) / view.scale,
    }),
    pixelOf: (/** @type {number} */ x, /** @type {number} */ y) => ({
      x: (x - view.x) * view.scale + size().width / 2,
      y: (y - view.y) * view.scale + size().height / 2,
    }),
  }
}
