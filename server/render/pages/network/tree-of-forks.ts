export interface Fork {
  id: number
  parentId: number | null
}

/** The forks of each member by its place in the list; everybody hangs below the root, nobody twice. */
export interface ForkTree {
  root: number
  children: number[][]
  /** The parent of each; -1 for the root. */
  parents: number[]
  /** Parents before their forks. */
  order: number[]
}

/**
 * The tree that parents make. A fork whose parent is not in the list, and one of a ring of parents (seen at different
 * times, a chain may bite its tail), hangs on the root itself.
 * @throws RangeError when the root is not in the list
 */
export function treeOfForks(forks: readonly Fork[], rootId: number): ForkTree {
  const places = new Map(forks.map(({ id }, place) => [id, place]))
  const root = places.get(rootId)
  if (root === undefined) throw new RangeError('the root is not among the forks')
  const claimed = forks.map(({ parentId }, place) => {
    const parent = parentId === null ? undefined : places.get(parentId)
    return parent === undefined || parent === place ? root : parent
  })
  claimed[root] = -1
  const parents = attachRings(claimed, root)
  const children: number[][] = forks.map(() => [])
  for (const [place, parent] of parents.entries()) if (parent >= 0) children[parent]!.push(place)
  const order = [root]
  for (const place of order) for (const fork of children[place]!) order.push(fork)
  return { root, children, parents, order }
}

function attachRings(claimed: readonly number[], root: number): number[] {
  const parents = [...claimed]
  const leadsToRoot = new Uint8Array(parents.length)
  leadsToRoot[root] = 1
  for (const start of parents.keys()) {
    const path: number[] = []
    const onPath = new Set<number>()
    let place = start
    while (leadsToRoot[place] === 0 && !onPath.has(place)) {
      path.push(place)
      onPath.add(place)
      place = parents[place]!
    }
    if (leadsToRoot[place] === 0) parents[place] = root
    for (const passed of path) leadsToRoot[passed] = 1
  }
  return parents
}
