export interface CouldNotTell {
  outcome: 'could-not-tell'
  reason: string
  retryAt: Date | null
  /** What was asked for is not there any more: what led to it is out of date. */
  absent?: true
}

/** An answer that brought nothing, as *could not tell*: what a ref leads to is there, so "not there" is no answer. */
export function asCouldNotTell(
  answer: CouldNotTell | { outcome: 'not-found' } | undefined,
  absent: string,
): CouldNotTell {
  return answer?.outcome === 'could-not-tell'
    ? { outcome: 'could-not-tell', reason: answer.reason, retryAt: answer.retryAt }
    : { outcome: 'could-not-tell', reason: absent, retryAt: null, absent: true }
}
