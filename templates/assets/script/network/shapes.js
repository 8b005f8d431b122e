// A state is a shape as well as a colour. Each adds itself to a path, so that thousands are drawn at once.

const circle = (path, x, y, r) => {
  path.moveTo(x + r, y)
  path.arc(x, y, r, 0, 2 * Math.PI)
}
const polygon = (path, points) => {
  path.moveTo(...points[0])
  for (const point of points.slice(1)) path.lineTo(...point)
  path.closePath()
}
const triangle = (path, x, y, r) =>
  polygon(path, [
    [x, y - r],
    [x + r, y + r * 0.85],
    [x - r, y + r * 0.85],
  ])

/** `full`: filled with its colour; else its outline. */
export const shapes = {
  overreach: {
    full: false,
    add(path, x, y, r) {
      path.moveTo(x - r * 0.8, y - r * 0.8)
      path.lineTo(x + r * 0.8, y + r * 0.8)
      path.moveTo(x + r * 0.8, y - r * 0.8)
      path.lineTo(x - r * 0.8, y + r * 0.8)
    },
  },
  infringing: {
    full: true,
    add(path, x, y, r) {
      circle(path, x, y, r)
      if (r > 3) circle(path, x, y, r * 0.35)
    },
  },
  strong: { full: true, add: circle },
  weak: { full: true, add: triangle },
  'could-not-tell': { full: false, add: triangle },
  down: {
    full: false,
    add(path, x, y, r) {
      circle(path, x, y, r * 0.9)
      path.moveTo(x - r * 0.9, y)
      path.lineTo(x + r * 0.9, y)
    },
  },
  cleared: {
    full: false,
    add: (path, x, y, r) =>
      polygon(path, [
        [x, y - r],
        [x + r, y],
        [x, y + r],
        [x - r, y],
      ]),
  },
  none: { full: false, add: (path, x, y, r) => circle(path, x, y, r * 0.7) },
  official: { full: true, add: (path, x, y, r) => path.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8) },
}
