import { ClawbackError } from '../errors.ts'

/** A stable name for what went wrong; the text may hold what is confidential. */
export function failureCode(error: unknown): string {
  if (error instanceof ClawbackError) return error.code
  return error instanceof Error ? error.name : 'UNKNOWN'
}
