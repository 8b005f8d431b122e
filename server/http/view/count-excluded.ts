import type { WorkDetail } from '../../tasks/show-work.ts'
import { links } from './links.ts'

/** How many originals are not claimed, by reason, the most first. */
export function countExcluded(
  slug: string,
  originals: WorkDetail['originals'],
): { reason: string; count: number; href: string }[] {
  const counts = new Map<string, number>()
  for (const { excludedBecause } of originals) {
    if (excludedBecause !== null) counts.set(excludedBecause, (counts.get(excludedBecause) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => ({ reason, count, href: links.originals(slug, { claimed: reason }) }))
}
