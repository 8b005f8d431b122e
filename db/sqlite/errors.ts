import { ClawbackError } from '../../server/errors.ts'

/** The code of a driver's or the system's error: `SQLITE_FULL`, `EACCES`; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * What a person can act on, for the errors that are nobody's bug. Others come back as they are: a constraint that
 * failed tells a programmer which.
 * @param where The database file, as the person knows it.
 */
export function explainError(error: unknown, where: string): unknown {
  if (error instanceof ClawbackError) return error
  const code = codeOf(error)
  const say = (name: string, message: string, fix: string, exitCode: 2 | 3 = 2) =>
    new ClawbackError(name, message, fix, { exitCode, cause: error })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return say(
      'DATABASE_BUSY',
      `Another process has been writing to ${where} for too long`,
      'Wait for the other Clawback process to finish, or stop it, and run this again.',
      3,
    )
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return say(
      'DISK_FULL',
      `The disk of ${where} is full`,
      'Free some space and run this again: nothing is lost.',
      3,
    )
  }
  if (code === 'SQLITE_NOTADB') {
    return say(
      'DATABASE_NOT_A_DATABASE',
      `${where} is not a Clawback database`,
      'Move the file away, or set CLAWBACK_DATA to another folder.',
    )
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return say(
      'DATABASE_CORRUPT',
      `${where} is damaged`,
      'Keep a copy of the file, then restore the latest backup (the folder `backups` beside it holds some).',
    )
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    ['SQLITE_CANTOPEN', 'SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS'].includes(code)
  ) {
    return say(
      'DATA_FOLDER_NOT_WRITABLE',
      `${where} cannot be opened for writing`,
      'Give this user write access to the data folder, or set CLAWBACK_DATA to a folder of its own.',
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return say(
      'DATABASE_IO_ERROR',
      `Reading or writing ${where} failed`,
      'Check the disk, then run this again.',
      3,
    )
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error) {
    return say(
      'RECORD_PROTECTED',
      `The database refused a change: ${error.message}`,
      'Record a new fact instead of changing an old one.',
    )
  }
  return error
}
