import { ClawbackError } from '../server/errors.ts'

/** The code of a driver's or the system's error: `SQLITE_FULL`, `EACCES`; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * What a person can act on, for the errors of a disk that are nobody's bug; any other comes back as it is.
 * @param where The file or folder, as the person knows it.
 */
export function explainDiskError(error: unknown, where: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(error, where)
    case 'EACCES':
    case 'EPERM':
    // A file system that takes no folders at all, such as /proc.
    case 'ENOENT':
    case 'EROFS':
      return notWritable(error, where)
    case 'ENOTDIR':
    case 'EEXIST':
      return new ClawbackError(
        'DATA_FOLDER_NOT_A_FOLDER',
        `${where} cannot be made: a file is in the way`,
        'Move that file away, or set CLAWBACK_DATA to another folder.',
        { cause: error },
      )
    default:
      return error
  }
}

export function diskFull(cause: unknown, where: string): ClawbackError {
  return new ClawbackError(
    'DISK_FULL',
    `The disk of ${where} is full`,
    'Free some space and run this again: what was recorded is kept.',
    { exitCode: 3, cause },
  )
}

export function notWritable(cause: unknown, where: string): ClawbackError {
  return new ClawbackError(
    'DATA_FOLDER_NOT_WRITABLE',
    `${where} cannot be opened for writing`,
    'Give this user write access to the data folder, or set CLAWBACK_DATA to a folder of its own.',
    { cause },
  )
}
