/**
 * The three outcomes of every question put to the outside world. *Could not tell* is never *no*:
 * code that counts copies must handle it as its own case.
 */
export type Answer<T> =
  | { outcome: 'found'; value: T }
  | { outcome: 'not-found' }
  | { outcome: 'could-not-tell'; reason: string; retryAt: Date | null }

export function found<T>(value: T): Answer<T> {
  return { outcome: 'found', value }
}

export const notFound: Answer<never> = { outcome: 'not-found' }

export function couldNotTell(reason: string, retryAt: Date | null = null): Answer<never> {
  return { outcome: 'could-not-tell', reason, retryAt }
}
