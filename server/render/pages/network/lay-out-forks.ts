import { circleAround, type Circle } from './circle.ts'
import { placeAround } from './place-around.ts'
import type { ForkTree } from './tree-of-forks.ts'

/** A repository with forks: it stands in the middle of a disc of them. */
export interface Disc extends Circle {
  /** Its place in the list. */
  head: number
}

/** Where each repository stands; neighbours are at least 1 apart. */
export interface ForkLayout {
  x: Float64Array
  y: Float64Array
  /** Parents before their forks: the first is the root's. */
  discs: Disc[]
  /** Around everything. */
  around: Circle
}

/** The first ring leaves room for the one in the middle, drawn twice as large. */
const firstRing = 1.5
const margin = 0.75

/**
 * The shape that real networks have, 9,500 forks on one root: forks without forks of their own stand in rings around
 * their parent, in the order of the list, so that alike ones are bands; those that have some stand in the middle of
 * a disc of their own beside it.
 */
export function layOutForks(tree: ForkTree): ForkLayout {
  const { children, order } = tree
  const size = children.length
  // Of each one that has forks: its disc, and its place and the others' within the circle around them all.
  const clusters = new Map<number, Cluster>()
  for (const head of [...order].reverse()) {
    if (children[head]!.length > 0 || head === tree.root)
      clusters.set(head, cluster(children[head]!, clusters))
  }
  const x = new Float64Array(size)
  const y = new Float64Array(size)
  const discs: Disc[] = []
  const middles = new Map([[tree.root, { x: 0, y: 0 }]])
  for (const head of order) {
    const own = clusters.get(head)
    if (own === undefined) continue
    const middle = middles.get(head)!
    x[head] = middle.x + own.disc.x
    y[head] = middle.y + own.disc.y
    discs.push({ head, x: x[head], y: y[head], r: own.disc.r })
    for (const [place, leaf] of own.leaves.entries()) {
      const at = inRings(place, own.leaves.length)
      x[leaf] = x[head] + at.x
      y[leaf] = y[head] + at.y
    }
    for (const beside of own.beside)
      middles.set(beside.head, { x: middle.x + beside.x, y: middle.y + beside.y })
  }
  return { x, y, discs, around: { x: 0, y: 0, r: clusters.get(tree.root)!.r } }
}

interface Cluster {
  /** Of the circle around all of it; its middle is the origin of what follows. */
  r: number
  disc: Circle
  leaves: number[]
  beside: Disc[]
}

function cluster(forks: readonly number[], clusters: ReadonlyMap<number, Cluster>): Cluster {
  const leaves = forks.filter((fork) => !clusters.has(fork))
  const r = outerRing(leaves.length) + margin
  const heads = forks
    .filter((fork) => clusters.has(fork))
    .map((fork) => ({ head: fork, r: clusters.get(fork)!.r }))
    .sort((a, b) => b.r - a.r || a.head - b.head)
  const places = placeAround(
    r,
    heads.map((one) => one.r),
  )
  const beside = heads.map((one, place) => ({ ...one, ...places[place]! }))
  const around = circleAround([{ x: 0, y: 0, r }, ...beside])
  const fromItsMiddle = <C extends Circle>(circle: C) => ({
    ...circle,
    x: circle.x - around.x,
    y: circle.y - around.y,
  })
  return {
    r: around.r + margin,
    disc: fromItsMiddle({ x: 0, y: 0, r }),
    leaves,
    beside: beside.map(fromItsMiddle),
  }
}

/** Each ring is 1 wider than the one before and holds as many as stand 1 apart; the last one is spaced evenly. */
function inRings(place: number, count: number): { x: number; y: number } {
  let [ring, before] = [0, 0]
  while (place >= before + holds(ring)) before += holds(ring++)
  const angle = ((place - before) / Math.min(holds(ring), count - before)) * 2 * Math.PI
  const radius = firstRing + ring
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) }
}

function outerRing(count: number): number {
  let [ring, left] = [0, count - holds(0)]
  while (left > 0) left -= holds(++ring)
  return count === 0 ? 1 : firstRing + ring
}

function holds(ring: number): number {
  return Math.floor(2 * Math.PI * (firstRing + ring))
}
