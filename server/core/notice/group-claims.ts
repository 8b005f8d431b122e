import { fullName } from './same-repository.ts'
import type { NoticeCandidate, RepositoryIdentity } from './candidate.ts'

/** What one notice claims: repositories for the claim question, and forks of them for the fork question. */
export interface ClaimGroup {
  entireRepository: boolean
  repositories: NoticeCandidate[]
  forks: NoticeCandidate[]
}

/**
 * One claim per parent and its forks, as GitHub's form wants it (its questions about the repository and the forks),
 * and never entire repositories and file lists in one notice.
 *
 * A repository stands in the fork question only when its own parent, or that one's parent and so on, stands in the
 * claim question. Others are claimed themselves: those that share a parent which cannot be named (gone, not
 * reviewed) share a notice; a fork of an official repository and a detached copy get one each.
 */
export function groupClaims(
  candidates: readonly NoticeCandidate[],
  isOfficial: (repository: RepositoryIdentity) => boolean,
): ClaimGroup[] {
  return [true, false].flatMap((entireRepository) => {
    const named = candidates.filter((candidate) => candidate.entireRepository === entireRepository)
    return groupOneScope(named, isOfficial).map((group) => ({ entireRepository, ...group }))
  })
}

function groupOneScope(
  candidates: readonly NoticeCandidate[],
  isOfficial: (repository: RepositoryIdentity) => boolean,
): { repositories: NoticeCandidate[]; forks: NoticeCandidate[] }[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const groups = new Map<string, { repositories: NoticeCandidate[]; forks: NoticeCandidate[] }>()
  for (const candidate of [...candidates].sort(byName)) {
    const head = topmostNamed(candidate, byId)
    const { parent } = head
    const key = parent === null || isOfficial(parent) ? `repository ${head.id}` : `parent ${parent.id}`
    const group = groups.get(key) ?? { repositories: [], forks: [] }
    groups.set(key, group)
    if (head === candidate) group.repositories.push(candidate)
    else group.forks.push(candidate)
  }
  return [...groups.values()]
}

/** Up the chain of named parents. In a chain that bites its tail (data seen at two times) the lowest id leads. */
function topmostNamed(
  candidate: NoticeCandidate,
  byId: ReadonlyMap<number, NoticeCandidate>,
): NoticeCandidate {
  const chain = new Set<NoticeCandidate>()
  let current = candidate
  for (;;) {
    chain.add(current)
    const parent = current.parent === null ? undefined : byId.get(current.parent.id)
    if (parent === undefined) return current
    if (chain.has(parent)) {
      const links = [...chain]
      return links.slice(links.indexOf(parent)).reduce((low, link) => (link.id < low.id ? link : low))
    }
    current = parent
  }
}

function byName(a: NoticeCandidate, b: NoticeCandidate): number {
  const [left, right] = [fullName(a).toLowerCase(), fullName(b).toLowerCase()]
  return left < right ? -1 : left > right ? 1 : a.id - b.id
}
