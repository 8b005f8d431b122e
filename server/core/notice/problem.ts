import type { NoticeProblem } from './types.ts'

/** A problem that keeps a notice from being signed. */
export function errorOf(code: string, message: string, fix: string, repository?: string): NoticeProblem {
  return { code, severity: 'error', message, fix, ...(repository === undefined ? {} : { repository }) }
}

/** A problem that a person should look at before signing. */
export function warningOf(code: string, message: string, fix: string, repository?: string): NoticeProblem {
  return { code, severity: 'warning', message, fix, ...(repository === undefined ? {} : { repository }) }
}
