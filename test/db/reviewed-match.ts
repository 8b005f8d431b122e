import type { Transaction } from '../../db/database.ts'
import { saveMatch } from '../../db/queries/matches.ts'
import { saveRepositories } from '../../db/queries/repositories.ts'
import { insertReview } from '../../db/queries/reviews.ts'

/** Repositories with one strong file each that a person reviewed as infringing: what a notice may be signed over. */
export async function addReviewedMatches(
  tx: Transaction,
  workId: number,
  repositories: readonly { id: number; owner: string; name: string }[],
  at: Date,
): Promise<void> {
  await saveRepositories(
    tx,
    repositories.map(({ id, owner, name }) => ({ id, owner, name, fork: false })),
    at,
  )
  for (const { id } of repositories) {
    const match = await saveMatch(
      tx,
      {
        workId,
        repositoryId: id,
        class: 'exact',
        strength: 'strong',
        originalsFound: 1,
        ofWork: 1,
        ofRepository: 1,
        entireRepository: true,
        official: false,
        reason: 'every file',
        refs: [{ ref: 'refs/heads/main', commit: 'c'.repeat(40), tree: 'd'.repeat(40) }],
        files: [
          {
            commit: 'c'.repeat(40),
            tree: 'd'.repeat(40),
            path: 'src/main.ts',
            blob: 'b'.repeat(40),
            class: 'exact',
            strength: 'strong',
            original: 'src/main.ts',
            bits: 900,
            ofOriginal: 1,
            ofCandidate: 1,
            ranges: [],
            reason: 'the same bytes',
          },
        ],
      },
      at,
    )
    await insertReview(
      tx,
      {
        matchId: match.id,
        decision: 'infringing',
        reviewer: 'Ada',
        reason: 'compared',
        fairUse: 'considered',
        evidenceHash: 'h',
        at,
      },
      'infringing',
    )
  }
}
