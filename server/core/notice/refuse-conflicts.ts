import { errorOf, type NoticeProblem } from './problem.ts'
import { fullName } from './same-repository.ts'
import type { NoticeCandidate } from './candidate.ts'

/** An id or a name that stands twice tells two stories about one repository: neither is sworn to. */
export function refuseConflicts(candidates: readonly NoticeCandidate[]): NoticeProblem[] {
  const seen = new Map<string, Set<NoticeCandidate>>()
  for (const candidate of candidates) {
    for (const key of [`id ${candidate.id}`, `name ${fullName(candidate).toLowerCase()}`]) {
      const same = seen.get(key) ?? new Set()
      seen.set(key, same.add(candidate))
    }
  }
  const conflicting = new Set([...seen.values()].filter((same) => same.size > 1).flatMap((same) => [...same]))
  return [...new Set([...conflicting].map(fullName))].map((name) =>
    errorOf(
      'repository-conflict',
      `${name} stands twice, or two repositories share its name or id`,
      'Scan again: names on GitHub are reused, and the newest look decides',
      name,
    ),
  )
}
