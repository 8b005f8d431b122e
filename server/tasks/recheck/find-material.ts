import type { Queryable } from '../../../db/database.ts'
import { listEvidenceFiles } from '../../../db/queries/tracking.ts'
import { couldNotTell, found, type Answer } from '../../core/answer.ts'
import type { RepositoryRecord } from '../../github/repository-record.ts'
import type { Connection } from '../connection.ts'

/** How much of the evidence still stands: the paths of the files that do. */
export interface Material {
  total: number
  remaining: string[]
}

/**
 * Which files of the evidence still stand in a repository that is there: by the trees of its heads, and where a tree
 * is not one of the evidence, by the blobs in it, wherever they were moved. Only its own refs count.
 */
export async function findMaterial(
  db: Queryable,
  github: Connection,
  today: RepositoryRecord,
): Promise<Answer<Material>> {
  const files = await listEvidenceFiles(db, today.id)
  if (files.length === 0) return found({ total: 0, remaining: [] })
  const heads = await github.listHeads(today)
  if (heads.outcome === 'could-not-tell') return heads
  if (heads.outcome === 'not-found')
    return couldNotTell('GraphQL does not see the repository that REST shows')
  const trees = new Set(heads.value.heads.map((head) => head.tree))
  const standing = new Set(files.filter(({ tree }) => trees.has(tree)).map(({ blob }) => blob))
  const evidenceTrees = new Set(files.map(({ tree }) => tree))
  for (const tree of trees) {
    if (files.every(({ blob }) => standing.has(blob))) break
    if (evidenceTrees.has(tree)) continue
    const listing = await github.readTree(today, tree)
    if (listing.outcome === 'could-not-tell') return listing
    // A head led to it a moment ago: that it is not there says nothing about the files.
    if (listing.outcome === 'not-found')
      return couldNotTell(`the tree ${tree} of a branch or tag was not there`)
    for (const { blob } of listing.value.entries) standing.add(blob)
  }
  const paths = new Set(files.map(({ path }) => path))
  const remaining = new Set(files.filter(({ blob }) => standing.has(blob)).map(({ path }) => path))
  return found({ total: paths.size, remaining: [...remaining].sort() })
}
