import type { Queryable } from '../../../db/database.ts'
import { listEvidenceOf } from '../../../db/queries/matches.ts'
import type { RepositoryRow } from '../../../db/queries/repositories.ts'
import { couldNotTell, found, notFound, type Answer } from '../../core/answer.ts'
import type { RepositoryRecord } from '../../github/repository-record.ts'
import type { Connection } from '../connection.ts'

/**
 * Whether a repository that is there still holds what was found in it: a head with a tree of the evidence, or a file
 * of the evidence in any head. A repository without evidence has nothing to lose. Nothing is asked while nothing was
 * pushed.
 */
export async function findMaterial(
  db: Queryable,
  github: Connection,
  repository: RepositoryRow,
  today: RepositoryRecord,
): Promise<Answer<true>> {
  const evidence = await listEvidenceOf(db, repository.id)
  if (evidence.blobs.size === 0) return found(true)
  const pushed = today.pushedAt?.getTime() ?? null
  if (repository.availability === 'available' && pushed === (repository.pushedAt?.getTime() ?? null))
    return found(true)

  const heads = await github.listHeads(today)
  if (heads.outcome === 'could-not-tell') return heads
  if (heads.outcome === 'not-found')
    return couldNotTell('GraphQL does not see the repository that REST shows')
  const trees = new Set(heads.value.heads.map((head) => head.tree))
  for (const tree of trees) if (evidence.trees.has(tree)) return found(true)
  for (const tree of trees) {
    const listing = await github.readTree(today, tree)
    if (listing.outcome === 'could-not-tell') return listing
    if (listing.outcome === 'found' && listing.value.entries.some((entry) => evidence.blobs.has(entry.blob)))
      return found(true)
  }
  return notFound
}
