import type { Queryable } from '../../../db/database.ts'
import type { RepositoryFacts, RepositoryRow } from '../../../db/queries/repositories.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { Block, RepositoryAnswer } from '../../github/get-repository.ts'
import type { Connection } from '../connection.ts'
import type { Progress } from '../progress.ts'
import { findMaterial } from './find-material.ts'

/** What one look at a repository showed. `unknown`: could not tell, with the reason. */
export interface Look {
  repository: RepositoryRow
  availability: Availability
  block: { reason: string; noticeUrl: string | null; createdAt: Date | null } | null
  /** What GitHub told about it today; null when it told nothing. */
  facts: RepositoryFacts | null
  httpStatus: number | null
  /** GitHub's answer as it came, where it is not the usual description. */
  raw: unknown
  reason: string | null
}

/** Asks for each repository by its id, so that a new name is the same repository. */
export async function lookAtRepositories(
  db: Queryable,
  github: Connection,
  repositories: readonly RepositoryRow[],
  progress: Progress,
): Promise<Look[]> {
  const looks: Look[] = []
  for (const repository of repositories) {
    const answer = await github.getRepository(repository.id)
    looks.push(await readLook(db, github, repository, answer))
    progress({ step: 'rechecking', done: looks.length, total: repositories.length })
  }
  return looks
}

async function readLook(
  db: Queryable,
  github: Connection,
  repository: RepositoryRow,
  answer: RepositoryAnswer,
): Promise<Look> {
  const { httpStatus } = answer
  const seen = { repository, block: null, facts: null, httpStatus, raw: answer.raw, reason: null }
  switch (answer.outcome) {
    case 'available': {
      const material = await findMaterial(db, github, repository, answer.repository)
      // A usual description is in the columns; only what was not usual is kept as it came.
      const look = { ...seen, facts: answer.repository, raw: null }
      if (material.outcome === 'could-not-tell')
        return { ...look, availability: 'unknown', reason: material.reason }
      return { ...look, availability: material.outcome === 'found' ? 'available' : 'changed' }
    }
    case 'disabled':
    case 'blocked':
      return { ...seen, availability: answer.outcome, block: readBlock(answer.block) }
    case 'gone':
      return { ...seen, availability: 'gone' }
    case 'could-not-tell':
      return { ...seen, availability: 'unknown', reason: answer.reason }
  }
}

function readBlock({ reason, htmlUrl, createdAt }: Block): Look['block'] {
  return { reason, noticeUrl: htmlUrl, createdAt }
}
