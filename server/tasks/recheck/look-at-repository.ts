import type { Queryable } from '../../../db/database.ts'
import type { RepositoryFacts, RepositoryRow } from '../../../db/queries/repositories.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { RepositoryAnswer } from '../../github/get-repository.ts'
import type { Connection } from '../connection.ts'
import { findMaterial, type Material } from './find-material.ts'

/** What one look at a repository showed. `unknown`: could not tell, with the reason. */
export interface Look {
  repository: RepositoryRow
  at: Date
  availability: Availability
  block: { reason: string; noticeUrl: string | null; createdAt: Date | null } | null
  /** What GitHub told about it today; null when it told nothing. */
  facts: RepositoryFacts | null
  httpStatus: number | null
  /** GitHub's answer as it came, where it is not the usual description. */
  raw: unknown
  reason: string | null
  /** Null where nobody had to look. */
  material: Material | null
  /** What GraphQL showed just before, when it was asked. */
  mark: string | null
  /** It showed no change since REST last gave its answer. */
  isAsBefore: boolean
}

/** Asks REST about one repository, by its id, so that a new name is the same repository. */
export async function lookAtRepository(
  { db, github, clock }: { db: Queryable; github: Connection; clock: () => Date },
  repository: RepositoryRow,
  { mark, isAsBefore }: { mark: string | null; isAsBefore: boolean },
): Promise<Look> {
  const answer = await github.getRepository(repository.id)
  const look = { ...readAnswer(repository, answer), at: clock(), mark, isAsBefore }
  if (answer.outcome !== 'available') return look
  // What stood there stands there still: GraphQL shows no push since.
  if (isAsBefore && (repository.availability === 'available' || repository.availability === 'changed'))
    return { ...look, availability: repository.availability }
  const material = await findMaterial(db, github, answer.repository)
  if (material.outcome !== 'found') {
    const reason = material.outcome === 'could-not-tell' ? material.reason : 'no answer'
    return { ...look, availability: 'unknown', facts: null, reason }
  }
  const isWhole = material.value.remaining.length === material.value.total
  return { ...look, availability: isWhole ? 'available' : 'changed', material: material.value }
}

function readAnswer(
  repository: RepositoryRow,
  answer: RepositoryAnswer,
): Omit<Look, 'at' | 'mark' | 'isAsBefore'> {
  const { httpStatus, raw } = answer
  const seen = { repository, block: null, facts: null, httpStatus, raw, reason: null, material: null }
  switch (answer.outcome) {
    case 'available':
      // A usual description is in the columns; only what was not usual is kept as it came.
      return { ...seen, availability: 'available', facts: answer.repository, raw: null }
    case 'disabled':
    case 'blocked': {
      const { reason, htmlUrl, createdAt } = answer.block
      return { ...seen, availability: answer.outcome, block: { reason, noticeUrl: htmlUrl, createdAt } }
    }
    case 'gone':
      return { ...seen, availability: 'gone' }
    case 'could-not-tell':
      return { ...seen, availability: 'unknown', reason: answer.reason }
  }
}
