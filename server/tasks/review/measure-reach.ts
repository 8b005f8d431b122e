import type { Queryable } from '../../../db/database.ts'
import { findRepositories, type RepositoryRow } from '../../../db/queries/repositories.ts'
import type { Reach } from '../../core/review/compare-reach.ts'

/** How far each repository reaches, by its id, from what was last seen of it. */
export async function measureReach(
  db: Queryable,
  repositories: readonly RepositoryRow[],
): Promise<Map<number, Reach>> {
  const known = new Map(repositories.map((repository) => [repository.id, repository]))
  for (;;) {
    const missing = [...known.values()].flatMap(({ parentId }) =>
      parentId === null || known.has(parentId) ? [] : [parentId],
    )
    const parents = await findRepositories(db, missing)
    if (parents.size === 0) break
    for (const [id, parent] of parents) known.set(id, parent)
  }
  return new Map(
    repositories.map((repository) => [
      repository.id,
      {
        stars: repository.stars ?? 0,
        forks: repository.forksCount ?? 0,
        distance: distanceFromRoot(repository, known),
        pushedAt: repository.pushedAt?.toISOString() ?? null,
      },
    ]),
  )
}

function distanceFromRoot(repository: RepositoryRow, known: ReadonlyMap<number, RepositoryRow>): number {
  // Seen at two times, a chain of parents may bite its tail.
  const passed = new Set<number>()
  let current: RepositoryRow | undefined = repository
  while (current !== undefined && current.parentId !== null && !passed.has(current.id)) {
    passed.add(current.id)
    current = known.get(current.parentId)
  }
  return passed.size
}
