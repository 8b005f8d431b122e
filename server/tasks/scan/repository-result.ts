import type { Availability, RefHead } from '../../core/repository/types.ts'

/** What a listing showed of a repository: its heads need no request of their own. Null: it is asked for by itself. */
export interface ListedRepository {
  heads: RefHead[] | null
  /** Null where no network was listed. */
  networkRootId: number | null
}

/** How a repository came out; counted in the coverage. */
export interface RepositoryResult extends ListedRepository {
  repositoryId: number | null
  outcome:
    | 'strong'
    | 'weak'
    | 'none'
    | 'official'
    | 'untouched'
    | Exclude<Availability, 'available' | 'changed' | 'unknown'>
}

/** Every branch and tag points at a tree that an official repository publishes: nothing of its own to look into. */
export function isUntouched(heads: readonly RefHead[], publicTrees: ReadonlySet<string>): boolean {
  return heads.length > 0 && heads.every((head) => publicTrees.has(head.tree))
}
