import { readFileSync } from 'node:fs'
import { ClawbackError } from '../server/errors.ts'

/**
 * The first line of a file, or of standard input for `-`.
 * @throws ClawbackError FILE_UNREADABLE
 */
export function readPasswordFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/, 1)[0]!
  } catch (error) {
    throw new ClawbackError(
      'FILE_UNREADABLE',
      'The file with the password cannot be read',
      'Check the path and its rights; - reads standard input.',
      { cause: error },
    )
  }
}
