import { materialUrl } from './material-url.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import { refuseCandidate } from './refuse-candidate.ts'
import { fullName, sameRepository } from './same-repository.ts'
import { accusedRepositories } from './accused.ts'
import type { NoticeCandidate, NoticeFacts, RepositoryIdentity } from './candidate.ts'
import type { NamedRepository, NoticeDocument, NoticeScope } from './types.ts'

/**
 * What keeps each repository of a notice from being named today, whatever held when it was drafted: every name needs
 * a candidate that passes the gate now, with the scope and the very files that the notice claims. To be asked right
 * before signing. A retraction gives back, so nothing is asked of it.
 */
export function judgeNotice(
  document: NoticeDocument,
  candidates: readonly NoticeCandidate[],
  facts: NoticeFacts,
): NoticeProblem[] {
  const isOfficial = isOfficialFor(facts)
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const scope = scopeOf(document)
  return accusedRepositories(document).flatMap((named) => {
    const candidate = byId.get(named.id)
    return candidate === undefined
      ? [changed(named, 'is no match any more')]
      : [
          ...refuseCandidate(candidate, candidate.official || isOfficial(candidate) || isOfficial(named)),
          ...compareClaim(named, candidate, scope),
        ]
  })
}

/** Whether a repository is among the official ones, by id or by name. */
export function isOfficialFor(facts: NoticeFacts): (repository: RepositoryIdentity) => boolean {
  return (repository) => facts.officialRepositories.some((known) => sameRepository(known, repository))
}

/** What a document claims of each repository; null where it names them and claims nothing more. */
function scopeOf(document: NoticeDocument): NoticeScope | null {
  return 'scope' in document ? document.scope : null
}

/** Whether the notice claims what the evidence of today supports, under the name of today. */
function compareClaim(
  named: NamedRepository,
  candidate: NoticeCandidate,
  scope: NoticeScope | null,
): NoticeProblem[] {
  if (fullName(named).toLowerCase() !== fullName(candidate).toLowerCase()) {
    return [changed(named, `is ${fullName(candidate)} now`)]
  }
  if (scope === null) return []
  if (scope === 'entire-repository') {
    return candidate.entireRepository ? [] : [changed(named, 'holds more than the work now')]
  }
  const known = new Set(candidate.evidence.map((file) => `${materialUrl(candidate, file)} ${file.blob}`))
  const unknown = named.files.filter((file) => !known.has(`${materialUrl(named, file)} ${file.blob}`))
  return unknown.length === 0
    ? []
    : [changed(named, `no longer holds ${unknown.length} of the files that are listed`)]
}

function changed(named: NamedRepository, how: string): NoticeProblem {
  const name = fullName(named)
  return errorOf('repository-changed', `${name} ${how}`, 'Review it and draft the notice again', name)
}
