import type { WrittenPart } from './own-words.ts'

/** What stands in the way of a notice (`error`) or deserves a second look (`warning`). The code never changes. */
export interface NoticeProblem {
  code: string
  severity: 'error' | 'warning'
  message: string
  fix: string
  /** `owner/name`, where the problem is about one repository. */
  repository?: string
  /** The part that somebody wrote, where the problem is about its text. */
  part?: WrittenPart
}

/** A problem that keeps a notice from being signed. */
export function errorOf(code: string, message: string, fix: string, repository?: string): NoticeProblem {
  return { code, severity: 'error', message, fix, ...(repository === undefined ? {} : { repository }) }
}

/** A problem that a person should look at before signing. */
export function warningOf(code: string, message: string, fix: string, repository?: string): NoticeProblem {
  return { code, severity: 'warning', message, fix, ...(repository === undefined ? {} : { repository }) }
}
