import { checkNotice } from './check-notice.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import { isOfficialFor } from './judge-notice.ts'
import { refuseCandidate } from './refuse-candidate.ts'
import { fullName } from './same-repository.ts'
import { namedRepositories } from './accused.ts'
import type { NoticeCandidate, NoticeFacts } from './candidate.ts'
import type {
  Claimant,
  NamedRepository,
  NoticedWork,
  NoticeReference,
  PreservationDocument,
  ReplyDocument,
  TakedownDocument,
} from './types.ts'

type Input = {
  work: NoticedWork
  claimant: Claimant
  candidates: readonly NoticeCandidate[]
  facts: NoticeFacts
}

/**
 * The reply after owners had their time to make changes: what holds the material still must pass the gate of a notice
 * again, as it is today; `settled` are those in which a later look found none of it.
 */
export function draftReply(
  input: Input & { about: NoticeReference; notice: TakedownDocument; settled: ReadonlySet<number> },
): { document: ReplyDocument; problems: NoticeProblem[] } {
  const { about, notice, work, claimant, settled } = input
  const open = namedRepositories(notice).filter(({ id }) => !settled.has(id))
  const { passed, problems } = pass(open, input)
  const document: ReplyDocument = {
    kind: 'reply',
    about,
    work,
    claimant,
    scope: notice.scope,
    settled: namedRepositories(notice)
      .filter(({ id }) => settled.has(id))
      .map(({ owner, name }) => ({ owner, name })),
    remaining: passed,
    signature: null,
  }
  return { document, problems: [...problems, ...checkNotice(document).problems] }
}

/** The request to keep records about repositories that are reviewed as infringing; it accuses, so the gate is the same. */
export function draftPreservation(input: Input & { about: NoticeReference | null }): {
  document: PreservationDocument
  problems: NoticeProblem[]
} {
  const { about, work, claimant, candidates } = input
  const named = candidates.map(({ id, owner, name }) => ({ id, owner, name, files: [] }))
  const { passed, problems } = pass(named, input)
  const document: PreservationDocument = {
    kind: 'preservation',
    about,
    work,
    claimant,
    repositories: passed,
    signature: null,
  }
  return { document, problems: [...problems, ...checkNotice(document).problems] }
}

/** Those that may be named today, and for each of the others why not. */
function pass(
  named: readonly NamedRepository[],
  { candidates, facts }: Input,
): { passed: NamedRepository[]; problems: NoticeProblem[] } {
  const isOfficial = isOfficialFor(facts)
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const passed: NamedRepository[] = []
  const problems: NoticeProblem[] = []
  for (const repository of named) {
    const candidate = byId.get(repository.id)
    const refusals =
      candidate === undefined
        ? [
            errorOf(
              'repository-changed',
              `${fullName(repository)} is no match any more`,
              'Scan it again, and say that it is settled',
              fullName(repository),
            ),
          ]
        : refuseCandidate(candidate, candidate.official || isOfficial(candidate))
    problems.push(...refusals)
    if (refusals.length === 0) passed.push(repository)
  }
  return { passed, problems }
}
