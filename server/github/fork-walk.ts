/** The direct forks of one repository, as far as they were listed. */
export interface ForkList {
  id: number
  nodeId: string
  /** Where the next page begins. */
  after: string | null
  /** Forks seen in it, in this round. */
  seen: number
  /** 0: being listed; 1: went on at its end, for forks made meanwhile; 2: listed once more from its beginning. */
  round: 0 | 1 | 2
}

/** How far a network was listed: plain data, to be stored with each page and handed back to go on. */
export interface ForkCheckpoint {
  /** Lists still to be read, the current one first. */
  open: ForkList[]
  /** Lists read to their end. */
  ended: ForkList[]
  /** Lists of repositories that GitHub no longer showed when their turn came. */
  hidden: ForkList[]
}

export interface WalkedPage {
  after: string | null
  hasMore: boolean
  seen: number
  /** Forks in the page that have forks of their own. */
  parents: readonly { id: number; nodeId: string }[]
}

export function startWalk(root: { id: number; nodeId: string }): ForkCheckpoint {
  return { open: [listOf(root)], ended: [], hidden: [] }
}

/** What was hidden is tried again. */
export function resumeWalk({ open, ended, hidden }: ForkCheckpoint): ForkCheckpoint {
  return { open: [...open, ...hidden], ended, hidden: [] }
}

/** Lists of repositories that were found elsewhere to have forks; those that are known stay as they are. */
export function addLists(
  { open, ended, hidden }: ForkCheckpoint,
  parents: readonly { id: number; nodeId: string }[],
): ForkCheckpoint {
  const known = new Set([...open, ...ended, ...hidden].map(({ id }) => id))
  return { open: [...open, ...parents.filter(({ id }) => !known.has(id)).map(listOf)], ended, hidden }
}

/** After a page: the list goes on or has ended, and forks that have forks of their own are lists to be read. */
export function afterPage({ open, ended, hidden }: ForkCheckpoint, page: WalkedPage): ForkCheckpoint {
  const [current, ...others] = open
  if (current === undefined) throw new Error('a page of no list')
  const list = { ...current, after: page.after ?? current.after, seen: current.seen + page.seen }
  return addLists(
    page.hasMore
      ? { open: [list, ...others], ended, hidden }
      : { open: others, ended: [...ended, list], hidden },
    page.parents,
  )
}

export function hideCurrent({ open, ended, hidden }: ForkCheckpoint): ForkCheckpoint {
  return { open: open.slice(1), ended, hidden: [...hidden, ...open.slice(0, 1)] }
}

/**
 * After all lists were read: those that hold more forks now than were seen are read further, from their end first and
 * if that does not explain it (a deleted fork's own forks move up to its parent) once more from the beginning. What could not be counted
 * counts as hidden.
 */
export function afterRecount(
  { ended, hidden }: ForkCheckpoint,
  counts: ReadonlyMap<number, number>,
): ForkCheckpoint {
  const isShort = (list: ForkList) => list.round < 2 && (counts.get(list.id) ?? 0) > list.seen
  const counted = ended.filter(({ id }) => counts.has(id))
  return {
    open: counted.filter(isShort).map(nextRound),
    ended: counted.filter((list) => !isShort(list)),
    hidden: [...hidden, ...ended.filter(({ id }) => !counts.has(id))],
  }
}

function nextRound(list: ForkList): ForkList {
  return list.round === 0 ? { ...list, round: 1 } : { ...list, after: null, seen: 0, round: 2 }
}

function listOf({ id, nodeId }: { id: number; nodeId: string }): ForkList {
  return { id, nodeId, after: null, seen: 0, round: 0 }
}
