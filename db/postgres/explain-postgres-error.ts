import { ClawbackError } from '../../server/errors.ts'
import { codeOf } from '../explain-error.ts'

/**
 * What a person can act on. No message holds the address of the database: it may hold a password.
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function explainPostgresError(error: unknown): unknown {
  const code = codeOf(error)
  if (error instanceof Error && code === 'CB001') {
    return new ClawbackError(
      'RECORD_PROTECTED',
      `The database refused a change: ${error.message}`,
      'Record a new fact instead of changing an old one.',
      { cause: error },
    )
  }
  if (/^(28|3D)/.test(code)) {
    return new ClawbackError(
      'DATABASE_REFUSED',
      'Postgres refused the user, the password or the database of DATABASE_URL',
      'Correct DATABASE_URL; the user must own the database.',
      { cause: error },
    )
  }
  if (/^(08|57P)/.test(code) || /^E[A-Z]+$/.test(code) || isConnectionEnd(error)) {
    return new ClawbackError(
      'DATABASE_UNREACHABLE',
      'The Postgres of DATABASE_URL cannot be reached',
      'See that it runs and takes connections from here, then run this again.',
      { exitCode: 3, cause: error },
    )
  }
  if (/^53[123]/.test(code)) {
    return new ClawbackError(
      code === '53100' ? 'DISK_FULL' : 'DATABASE_BUSY',
      code === '53100'
        ? 'The disk of the Postgres server is full'
        : 'Postgres has no room for another connection',
      'Make room there and run this again: what was recorded is kept.',
      { exitCode: 3, cause: error },
    )
  }
  // Its detail quotes the row: paths of originals, contact details.
  if (error instanceof Error && 'detail' in error) error.detail = undefined
  return error
}

/** The driver's own words for a connection that ended carry no code. */
function isConnectionEnd(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^Connection terminated|connection error|timeout exceeded when trying to connect/.test(error.message)
  )
}
