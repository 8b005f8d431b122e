import type { RepositoryName } from '../repository/types.ts'

/** How a later copy hangs together with one that a notice named. */
export type Tie =
  /** The same account. */
  | 'owner'
  /** The same root tree: every file alike. */
  | 'tree'
  /** Files of the same content. */
  | 'files'
  /** A fork of it, or of something in its network. */
  | 'fork'

/** A repository with what ties it to others. */
export interface Traced extends RepositoryName {
  id: number
  networkRootId: number | null
  trees: ReadonlySet<string>
  blobs: ReadonlySet<string>
}

/** What ties a repository to an earlier one, strongest first; empty: nothing does. */
export function tiesBetween(later: Traced, earlier: Traced): Tie[] {
  const ties: Tie[] = []
  if (later.owner.toLowerCase() === earlier.owner.toLowerCase()) ties.push('owner')
  if (shares(later.trees, earlier.trees)) ties.push('tree')
  if (shares(later.blobs, earlier.blobs)) ties.push('files')
  const root = later.networkRootId
  if (root !== null && root !== later.id && (root === earlier.id || root === earlier.networkRootId))
    ties.push('fork')
  return ties
}

/** The earlier notice, as far as a later one can cite it. */
export interface Cited {
  repository: string
  ties: readonly Tie[]
  /** ISO day. */
  sentOn: string
  publishedUrl: string | null
  ticket: string | null
}

const words: Readonly<Record<Tie, string>> = {
  owner: 'by the same account',
  tree: 'with the same content throughout',
  files: 'with the same files',
  fork: 'in the same fork network',
}

/** One sentence that a notice can hold: facts that were seen, and no guess about persons. */
export function citeEarlier({ repository, ties, sentOn, publishedUrl, ticket }: Cited): string {
  const where = publishedUrl ?? (ticket === null ? 'not published yet' : `ticket ${ticket}`)
  const how = ties.map((tie) => words[tie]).join(', ')
  return `The material was published before as ${repository}, named in our notice of ${sentOn} (${where}); it is published again ${how}.`
}

function shares(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) if (others.has(one)) return true
  return false
}
