/** What could not be told is asked again no sooner than this. */
const SOONEST = 15 * 60_000

/**
 * When a scan runs again: when its pattern comes round, or earlier when GitHub said when an unanswered question may be
 * asked again.
 */
export function nextRun(
  pattern: Date,
  { status, nextTry }: { status: 'complete' | 'incomplete'; nextTry: Date | null },
  now: Date,
): Date {
  if (status === 'complete') return pattern
  const again = Math.max(nextTry?.getTime() ?? 0, now.getTime() + SOONEST)
  return new Date(Math.min(pattern.getTime(), again))
}
