export interface Circle {
  x: number
  y: number
  r: number
}

/**
 * A circle around all of them, at most a few parts in a hundred wider than the smallest: the middle walks towards the
 * farthest one in ever shorter steps (Badoiu and Clarkson, "Smaller core-sets for balls", SODA 2003). Exact for two.
 */
export function circleAround(circles: readonly Circle[]): Circle {
  const [first, second, ...others] = circles
  if (first === undefined) return { x: 0, y: 0, r: 0 }
  if (second === undefined) return first
  if (others.length === 0) return circleAroundTwo(first, second)
  let { x, y } = first
  for (let step = 2; step < 120; step++) {
    const far = farthest(circles, x, y).circle
    x += (far.x - x) / step
    y += (far.y - y) / step
  }
  return { x, y, r: farthest(circles, x, y).reach }
}

function circleAroundTwo(a: Circle, b: Circle): Circle {
  const apart = Math.hypot(b.x - a.x, b.y - a.y)
  if (apart + b.r <= a.r) return a
  if (apart + a.r <= b.r) return b
  const r = (apart + a.r + b.r) / 2
  const part = (r - a.r) / apart
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part, r }
}

function farthest(circles: readonly Circle[], x: number, y: number): { circle: Circle; reach: number } {
  let [circle, reach] = [circles[0]!, 0]
  for (const one of circles) {
    const far = Math.hypot(one.x - x, one.y - y) + one.r
    if (far > reach) [circle, reach] = [one, far]
  }
  return { circle, reach }
}
