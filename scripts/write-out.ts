import { writeFile } from 'node:fs/promises'
import { ClawbackError } from '../server/errors.ts'

/**
 * Writes what a person asked for, for that person's eyes.
 * @throws ClawbackError EXPORT_NOT_WRITTEN
 */
export async function writeOut(
  file: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 })
  } catch (error) {
    if (error instanceof ClawbackError) throw error
    throw new ClawbackError(
      'EXPORT_NOT_WRITTEN',
      `${file} could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      'Give a file in a folder that you may write to.',
      { cause: error },
    )
  }
}
