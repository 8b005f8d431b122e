import type { Queryable } from '../../../db/database.ts'
import { listMatchFiles, type MatchWithRepository } from '../../../db/queries/matches.ts'
import { listOfficials, type Official } from '../../../db/queries/officials.ts'
import { findRepositories, listNetworkMembers, type RepositoryRow } from '../../../db/queries/repositories.ts'
import type { Work } from '../../../db/queries/works.ts'
import { errorOf, type NoticeProblem } from '../../core/notice/problem.ts'
import type { NoticeCandidate, NoticeFacts, RepositoryIdentity } from '../../core/notice/candidate.ts'
import type { MaterialFile } from '../../core/notice/types.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { formatPermalink } from '../../core/repository/permalink.ts'
import type { RefHead } from '../../core/repository/types.ts'
import { readStanding, type Reviewed } from '../review/read-standing.ts'

/**
 * All that decides whether these repositories may be named, read from what was found and decided. A repository
 * whose evidence is not what its reviewer saw counts as not reviewed.
 */
export async function readCandidates(
  db: Queryable,
  work: Work,
  found: readonly MatchWithRepository[],
): Promise<{ candidates: NoticeCandidate[]; facts: NoticeFacts; problems: NoticeProblem[] }> {
  const officials = await listOfficials(db, work.id)
  const relatives = await findRepositories(
    db,
    found
      .flatMap(({ repository }) => [repository.parentId, repository.networkRootId])
      .filter((id) => id !== null),
  )
  const reviewed = await readStanding(
    db,
    found.map(({ match }) => match),
  )
  const problems: NoticeProblem[] = []
  const candidates: NoticeCandidate[] = []
  for (const { match, repository } of found) {
    const { standing, evidence } = reviewed.get(match.id)!
    problems.push(...lapsed(work, repository, standing.because))
    candidates.push({
      ...identify(repository),
      parent: identifyOrNull(relatives.get(repository.parentId ?? 0)),
      networkRoot: identifyOrNull(relatives.get(repository.networkRootId ?? 0)),
      official: match.official || isOfficial(repository, officials),
      decision: standing.decision,
      strength: match.strength,
      class: match.class,
      entireRepository: match.entireRepository,
      ofRepository: match.ofRepository,
      evidence: await readMaterial(db, { match, repository }, evidence.refs),
      license: match.license,
    })
  }
  return {
    candidates,
    facts: { officialRepositories: await findOfficialMembers(db, found, officials) },
    problems,
  }
}

/** Why a decision that was made does not hold any more. */
function lapsed(
  work: Work,
  { owner, name }: RepositoryRow,
  because: Reviewed['standing']['because'],
): NoticeProblem[] {
  const repository = `${owner}/${name}`
  if (because !== 'evidence-changed') return []
  return [
    errorOf(
      'evidence-changed',
      `What ${repository} holds has changed since it was reviewed`,
      `Review it again: clawback match ${work.slug} ${repository}`,
      repository,
    ),
  ]
}

/** The strong files at every branch and tag that holds them. */
async function readMaterial(
  db: Queryable,
  { match, repository }: MatchWithRepository,
  refs: readonly RefHead[],
): Promise<MaterialFile[]> {
  const files = (await listMatchFiles(db, match.id)).filter((file) => file.strength === 'strong')
  return files.flatMap((file) =>
    refs
      .filter((ref) => ref.tree === file.tree)
      .map((ref) => ({
        path: file.path,
        ref: ref.ref,
        commit: ref.commit,
        blob: file.blob,
        permalink: formatPermalink(repository, ref.commit, file.path),
      })),
  )
}

/** The official repositories that were seen in the networks of the candidates. */
async function findOfficialMembers(
  db: Queryable,
  found: readonly MatchWithRepository[],
  officials: readonly Official[],
): Promise<RepositoryIdentity[]> {
  const roots = [
    ...new Set(found.map(({ repository }) => repository.networkRootId).filter((id) => id !== null)),
  ]
  const members = await listNetworkMembers(db, roots)
  return members.filter((member) => isOfficial(member, officials)).map(identify)
}

function identify({ id, owner, name }: RepositoryRow): RepositoryIdentity {
  return { id, owner, name }
}

function identifyOrNull(repository: RepositoryRow | undefined): RepositoryIdentity | null {
  return repository === undefined ? null : identify(repository)
}
