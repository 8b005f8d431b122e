import { ClawbackError } from '../../server/errors.ts'
import { codeOf, diskFull, notWritable } from '../explain-error.ts'

/**
 * What a person can act on, for the errors that are nobody's bug. Others come back as they are: a constraint that
 * failed tells a programmer which.
 * @param file The database file. Codes: https://www.sqlite.org/rescode.html
 */
export function explainSqliteError(error: unknown, file: string): unknown {
  const code = codeOf(error)
  // `SQLITE_IOERR_WRITE` is a kind of `SQLITE_IOERR`.
  const kind = /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''
  switch (kind) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new ClawbackError(
        'DATABASE_BUSY',
        `Another process has kept ${file} to itself for too long`,
        'Wait for the other Clawback process to finish, or stop it, and run this again.',
        { exitCode: 3, cause: error },
      )
    case 'SQLITE_FULL':
      return diskFull(error, file)
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return notWritable(error, file)
    case 'SQLITE_NOTADB':
      return new ClawbackError(
        'DATABASE_NOT_A_DATABASE',
        `${file} is not a Clawback database`,
        'Move the file away, or set CLAWBACK_DATA to another folder.',
        { cause: error },
      )
    case 'SQLITE_CORRUPT':
      return new ClawbackError(
        'DATABASE_CORRUPT',
        `${file} is damaged`,
        'Keep a copy of the data folder as it is, then restore your latest backup.',
        { cause: error },
      )
    case 'SQLITE_IOERR':
      return new ClawbackError(
        'DATABASE_IO_ERROR',
        `Reading or writing ${file} failed (${code})`,
        'Check the disk, then run this again.',
        { exitCode: 3, cause: error },
      )
    default:
      return code === 'SQLITE_CONSTRAINT_TRIGGER' ? refusedByGuard(error as Error) : error
  }
}

/** A guard (`db/guards/`) spoke: its words are the message. */
function refusedByGuard(error: Error): ClawbackError {
  return new ClawbackError(
    'RECORD_PROTECTED',
    `The database refused a change: ${error.message}`,
    'Record a new fact instead of changing an old one.',
    { cause: error },
  )
}
