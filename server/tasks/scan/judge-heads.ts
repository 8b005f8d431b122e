import type { RepositoryJudgement } from '../../core/match/judge-repository.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { CouldNotTell } from './could-not-tell.ts'
import type { JudgedFile, TreeAnswer, TreeJudgement } from './judge-trees.ts'

export interface HeadsJudgement extends RepositoryJudgement {
  /** The branches and tags that hold something of the work. */
  refs: RefHead[]
  /** What they hold, with the head that shows it. */
  files: (JudgedFile & { commit: string; tree: string })[]
}

export type HeadsAnswer = { outcome: 'judged'; value: HeadsJudgement } | CouldNotTell

/**
 * Judges a repository by all its branches and tags, whose trees were judged. The best head speaks for the repository,
 * except for its scope: it is *entire* only when every head is the work's, since a claim against the entire
 * repository takes down every branch. One head that could not be told makes the repository *could not tell*.
 */
export function judgeHeads(
  heads: readonly RefHead[],
  publicTrees: ReadonlySet<string>,
  answers: ReadonlyMap<string, TreeAnswer>,
): HeadsAnswer {
  const trees = new Map<string, TreeJudgement>()
  for (const { tree } of heads) {
    if (trees.has(tree) || publicTrees.has(tree)) continue
    const answer = answers.get(tree)
    if (answer === undefined) throw new Error(`tree ${tree} was not judged`)
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
