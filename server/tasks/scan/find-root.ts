import { listNetworkMembers } from '../../../db/queries/network-members.ts'
import { findRepositoryByName, type RepositoryFacts } from '../../../db/queries/repositories.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { RepositoryAnswer } from '../../github/get-repository.ts'
import type { CouldNotTell } from './could-not-tell.ts'
import { relatives } from './relatives.ts'
import type { ScanContext } from './scan-context.ts'

export interface FoundRoot {
  outcome: 'found'
  root: RepositoryFacts
  /** What the look showed. */
  shown: RepositoryFacts[]
  /** Which of it is there for everyone. */
  available: number[]
  /** Repositories in the network besides the root, as GitHub counts them. */
  networkCount: number | null
}

export type RootAnswer = FoundRoot | { outcome: 'absent'; reason: string } | CouldNotTell

/** So many of its forks are asked where a network went that lost its root. */
const HEIRS = 5

/**
 * The root of a repository's network. GitHub's `source` is asked each time, since it moves: when a root is deleted or made
 * private, its forks go on under one of them, and the forks that were seen before lead there. The forks of a root that
 * is disabled are listed as far as GraphQL shows it.
 */
export async function findRoot(context: ScanContext, fullName: string): Promise<RootAnswer> {
  const { db, github, lookUp } = context
  const answer = await lookUp(fullName)
  if (answer.outcome === 'could-not-tell') return answer
  if (answer.outcome === 'available') return await climb(context, answer)

  const { owner, name } = readRepositoryName(fullName)!
  const known = await findRepositoryByName(db, owner, name)
  if (answer.outcome !== 'gone') {
    const [shown] = await github.lookAtRepositories([known ?? { owner, name }])
    if (shown?.outcome === 'found') {
      const { repository } = shown.value
      return { outcome: 'found', root: repository, shown: [repository], available: [], networkCount: null }
    }
    const reason = `${fullName} is ${answer.outcome}, and GitHub does not show its forks`
    return { outcome: 'could-not-tell', reason, retryAt: null }
  }
  for (const id of known === undefined
    ? []
    : await listNetworkMembers(db, known.networkRootId ?? known.id, HEIRS)) {
    const heir = await github.getRepository(id)
    if (heir.outcome === 'could-not-tell') return heir
    if (heir.outcome === 'available') return await climb(context, heir)
  }
  return { outcome: 'absent', reason: `${fullName} is gone` }
}

/** Longer chains of forks of forks are nobody's work. */
const HIGHEST = 20

/** To GitHub's `source`, or where it does not tell it, from parent to parent. */
async function climb(
  { github }: ScanContext,
  answer: Extract<RepositoryAnswer, { outcome: 'available' }>,
): Promise<RootAnswer> {
  let top = answer
  const shown = [...relatives(answer)]
  for (let height = 0; top.repository.fork && top.root === null && top.parent !== null; height++) {
    const above = await github.getRepository(top.parent.id)
    if (above.outcome === 'could-not-tell') return above
    // Its parent went, is hidden, or there is no end of them: what is below can be listed.
    if (above.outcome !== 'available' || height >= HIGHEST) break
    shown.push(...relatives(above))
    top = above
  }
  return {
    outcome: 'found',
    root: top.root ?? top.repository,
    shown,
    available: [answer.repository.id],
    networkCount: top.networkCount,
  }
}
