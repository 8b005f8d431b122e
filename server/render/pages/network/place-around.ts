/** Directions that are told apart: half a degree. */
const directions = 720

/**
 * Middles for circles around a disc in the origin, as close to it as they can be and side by side: evenly spread when
 * all of them fit at its rim, else row behind row, each where the rows so far are lowest.
 */
export function placeAround(disc: number, radii: readonly number[]): { x: number; y: number }[] {
  const angles = radii.map((r) => 2 * halfAngle(disc, r))
  const spare = 2 * Math.PI - angles.reduce((sum, angle) => sum + angle, 0)
  if (spare >= 0) {
    let end = 0
    return radii.map((r, place) => {
      const middle = end + angles[place]! / 2
      end += angles[place]! + spare / radii.length
      return at(middle, disc + r)
    })
  }
  const rim = new Float64Array(directions).fill(disc)
  let start = 0
  return radii.map((r) => {
    // Nothing can stand lower than on the lowest of the rim, and farther out it takes less of the view.
    const half = Math.ceil((halfAngle(Math.min(...rim), r) / (2 * Math.PI)) * directions)
    const { direction, height } = lowest(rim, half, start)
    for (let beside = -half; beside <= half; beside++) {
      rim[(direction + beside + directions) % directions] = height + 2 * r
    }
    start = (direction + half) % directions
    return at((direction / directions) * 2 * Math.PI, height + r)
  })
}

/** The direction from `start` on in which the highest of the rim, `half` to each side, is lowest. */
function lowest(rim: Float64Array, half: number, start: number): { direction: number; height: number } {
  let best = { direction: start, height: Infinity }
  const window = 2 * half
  const first = (start - half + directions) % directions
  // Steps from the first direction whose rim may still be the highest of a window, the highest first.
  const steps = new Int32Array(directions + window + 1)
  const heights = new Float64Array(steps.length)
  let [head, end] = [0, 0]
  let direction = first
  for (let step = 0; step < directions + window; step++) {
    const height = rim[direction]!
    if (++direction === directions) direction = 0
    while (end > head && heights[end - 1]! <= height) end--
    steps[end] = step
    heights[end++] = height
    if (steps[head]! < step - window) head++
    if (step >= window && heights[head]! < best.height) {
      best = { direction: (start + step - window) % directions, height: heights[head]! }
    }
  }
  return best
}

/** How much of the view from the origin a circle takes to each side when it touches the disc; farther away it takes less. */
function halfAngle(disc: number, r: number): number {
  return Math.asin(r / (disc + r))
}

/** Clockwise from straight up. */
function at(angle: number, distance: number): { x: number; y: number } {
  return { x: distance * Math.sin(angle), y: -distance * Math.cos(angle) }
}
