import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circleAround } from '../../../../../server/render/pages/network/circle.ts'
import { layOutForks } from '../../../../../server/render/pages/network/lay-out-forks.ts'
import { placeAround } from '../../../../../server/render/pages/network/place-around.ts'
import { treeOfForks, type Fork } from '../../../../../server/render/pages/network/tree-of-forks.ts'

/** Parents may be before or after, unknown, themselves, or each other's. */
const anyForks = fc
  .array(fc.option(fc.integer({ min: -2, max: 130 })), { minLength: 1, maxLength: 120 })
  .map((parents): Fork[] => parents.map((parentId, id) => ({ id, parentId })))

const circles = fc.array(
  fc.record({
    x: fc.double({ min: -50, max: 50, noNaN: true }),
    y: fc.double({ min: -50, max: 50, noNaN: true }),
    r: fc.double({ min: 0, max: 20, noNaN: true }),
  }),
  { minLength: 1, maxLength: 30 },
)

describe('the tree of forks', () => {
  it('holds everybody once, below the root, whatever the parents say', () => {
    fc.assert(
      fc.property(anyForks, (forks) => {
        const { order, parents, root } = treeOfForks(forks, 0)
        expect([...order].sort((a, b) => a - b)).toEqual(forks.map(({ id }) => id))
        const place = new Map(order.map((fork, at) => [fork, at]))
        for (const fork of order.slice(1)) expect(place.get(parents[fork]!)!).toBeLessThan(place.get(fork)!)
        expect(parents[root]).toBe(-1)
      }),
    )
  })

  it('keeps a parent that is known', () => {
    const { parents } = treeOfForks(
      [
        { id: 7, parentId: 9 },
        { id: 8, parentId: 7 },
        { id: 9, parentId: null },
        { id: 10, parentId: 4 },
      ],
      9,
    )
    expect(parents).toEqual([2, 0, -1, 2])
  })
})

describe('the layout', () => {
  it('sets no two repositories on top of each other, and all of them inside', () => {
    fc.assert(
      fc.property(anyForks, (forks) => {
        const { x, y, around } = layOutForks(treeOfForks(forks, 0))
        for (let a = 0; a < x.length; a++) {
          expect(Math.hypot(x[a]! - around.x, y[a]! - around.y)).toBeLessThanOrEqual(around.r)
          for (let b = 0; b < a; b++) expect(Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)).toBeGreaterThan(0.999)
        }
      }),
    )
  })

  it('keeps forks without forks inside the disc of their parent, and discs apart', () => {
    fc.assert(
      fc.property(anyForks, (forks) => {
        const tree = treeOfForks(forks, 0)
        const { x, y, discs } = layOutForks(tree)
        const discOf = new Map(discs.map((disc) => [disc.head, disc]))
        for (const [fork, parent] of tree.parents.entries()) {
          if (discOf.has(fork)) continue
          const disc = discOf.get(parent)!
          expect(Math.hypot(x[fork]! - disc.x, y[fork]! - disc.y)).toBeLessThan(disc.r)
        }
        for (const a of discs)
          for (const b of discs)
            if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan((a.r + b.r) * 0.999)
      }),
    )
  })

  it('stays small when 9,500 forks hang on the root, and when each is the fork of the one before', () => {
    const star = Array.from({ length: 9501 }, (_, id) => ({ id, parentId: id === 0 ? null : 0 }))
    expect(layOutForks(treeOfForks(star, 0)).around.r).toBeLessThan(60)
    const chain = Array.from({ length: 1000 }, (_, id) => ({ id, parentId: id === 0 ? null : id - 1 }))
    expect(layOutForks(treeOfForks(chain, 0)).around.r).toBeLessThan(3000)
  })

  it('is the same each time', () => {
    const forks = Array.from({ length: 300 }, (_, id) => ({
      id,
      parentId: id === 0 ? null : (id * 7919) % id,
    }))
    expect(layOutForks(treeOfForks(forks, 0))).toEqual(layOutForks(treeOfForks(forks, 0)))
  })
})

it('circles around a disc touch neither it nor each other', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 40, noNaN: true }),
      fc.array(fc.double({ min: 1, max: 20, noNaN: true }), { minLength: 1, maxLength: 60 }),
      (disc, radii) => {
        const placed = placeAround(disc, radii)
        for (const [a, one] of placed.entries()) {
          expect(Math.hypot(one.x, one.y)).toBeGreaterThanOrEqual(disc + radii[a]! - 1e-6)
          for (const [b, other] of placed.entries()) {
            if (b < a)
              expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(
                (radii[a]! + radii[b]!) * 0.999,
              )
          }
        }
      },
    ),
  )
})

it('the circle around circles holds them all, and little else', () => {
  fc.assert(
    fc.property(circles, (all) => {
      const { x, y, r } = circleAround(all)
      let farthest = 0
      for (const one of all) {
        expect(Math.hypot(one.x - x, one.y - y) + one.r).toBeLessThanOrEqual(r + 1e-6)
        for (const other of all) {
          farthest = Math.max(farthest, Math.hypot(one.x - other.x, one.y - other.y) + one.r + other.r)
        }
      }
      // Of any set of circles, the smallest around them is at most 2/√3 of half their width (Jung).
      expect(r).toBeLessThanOrEqual((farthest / Math.sqrt(3)) * 1.05 + 1e-6)
    }),
  )
})
