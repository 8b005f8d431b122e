import type { RepositoryJudgement } from '../../core/match/judge-repository.ts'
import type { RefHead, RepositoryName } from '../../core/repository/types.ts'
import { judgeTree, type CouldNotTell, type JudgedFile, type TreeJudgement } from './judge-tree.ts'
import type { ScanContext } from './scan-context.ts'

export interface HeadsJudgement extends RepositoryJudgement {
  /** The branches and tags that hold something of the work. */
  refs: RefHead[]
  /** What they hold, with the head that shows it. */
  files: (JudgedFile & { commit: string; tree: string })[]
}

export type HeadsAnswer = { outcome: 'judged'; value: HeadsJudgement } | CouldNotTell

/**
 * Judges a repository by all its branches and tags; heads that share a tree are judged once. The best head speaks
 * for the repository, except for its scope: it is *entire* only when every head is the work's, since a claim
 * against the entire repository takes down every branch.
 */
export async function judgeHeads(
  context: ScanContext,
  repository: RepositoryName,
  heads: readonly RefHead[],
): Promise<HeadsAnswer> {
  const trees = new Map<string, TreeJudgement>()
  for (const { tree } of heads) {
    if (trees.has(tree) || context.publicCode.trees.has(tree)) continue
    const answer = await judgeTree(context, repository, tree)
    if (answer.outcome === 'could-not-tell') return answer
    trees.set(tree, answer.value)
  }
  const judged = [...trees.values()].sort((a, b) => compareJudgements(a.judgement, b.judgement))
  const best = judged[0]?.judgement ?? nothingFound
  const holding = heads.filter(({ tree }) => (trees.get(tree)?.judgement.strength ?? 'none') !== 'none')
  const files = judged
    .filter(({ judgement }) => judgement.strength !== 'none')
    .flatMap(({ tree, files }) => {
      const { commit } = holding.find((head) => head.tree === tree)!
      return files.map((file) => ({ ...file, commit, tree }))
    })
  return {
    outcome: 'judged',
    value: {
      ...best,
      entireRepository:
        best.strength === 'strong' &&
        heads.every(({ tree }) => trees.get(tree)?.judgement.entireRepository === true),
      refs: holding,
      files,
    },
  }
}

const nothingFound: RepositoryJudgement = {
  class: 'none',
  strength: 'none',
  originalsFound: 0,
  ofWork: 0,
  ofRepository: 0,
  entireRepository: false,
  reason: 'No branch or tag holds anything but what the official repositories publish.',
}

const order = { strong: 0, weak: 1, none: 2 }

function compareJudgements(a: RepositoryJudgement, b: RepositoryJudgement): number {
  return (
    order[a.strength] - order[b.strength] ||
    b.originalsFound - a.originalsFound ||
    b.ofRepository - a.ofRepository
  )
}
