/** How far a copy reaches, and how soon it may reach further. */
export interface Reach {
  stars: number
  forks: number
  /** Forks between it and the root of its network; 0 for a root or a detached copy. */
  distance: number
  /** ISO time of the last push; null when it is not known. */
  pushedAt: string | null
}

/**
 * Widest reach first: by the people who starred or forked it, in powers of two, so that nearness to the root and
 * freshness decide among repositories of one size. What others copy from comes before what nobody looks at.
 */
export function compareReach(a: Reach, b: Reach): number {
  return (
    magnitude(b) - magnitude(a) ||
    a.distance - b.distance ||
    compareText(b.pushedAt ?? '', a.pushedAt ?? '') ||
    b.stars + b.forks - (a.stars + a.forks)
  )
}

function magnitude({ stars, forks }: Reach): number {
  return Math.floor(Math.log2(1 + stars + forks))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
