import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { chunks } from './works.ts'

/** The trees and the strong files that the matches of a work rest on, by repository. */
export async function listEvidenceIds(
  { orm, tables: { matches, matchFiles, matchRefs } }: Queryable,
  workId: number,
  repositoryIds: readonly number[],
): Promise<Map<number, { trees: Set<string>; blobs: Set<string> }>> {
  const found = new Map<number, { trees: Set<string>; blobs: Set<string> }>()
  const of = (id: number) => {
    const known = found.get(id) ?? { trees: new Set<string>(), blobs: new Set<string>() }
    found.set(id, known)
    return known
  }
  for (const part of chunks(repositoryIds, 500)) {
    const ours = and(eq(matches.workId, workId), inArray(matches.repositoryId, part))
    const files = await orm
      .selectDistinct({ id: matches.repositoryId, blob: matchFiles.blob })
      .from(matchFiles)
      .innerJoin(matches, eq(matches.id, matchFiles.matchId))
      .where(and(ours, eq(matchFiles.strength, 'strong')))
    for (const { id, blob } of files) of(id).blobs.add(blob)
    const refs = await orm
      .selectDistinct({ id: matches.repositoryId, tree: matchRefs.tree })
      .from(matchRefs)
      .innerJoin(matches, eq(matches.id, matchRefs.matchId))
      .where(ours)
    for (const { id, tree } of refs) of(id).trees.add(tree)
  }
  return found
}
