import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { ClawbackError } from '../errors.ts'

/** The longest notice ever published has under 1 MB; what is larger is something else. */
const largest = 16 * 1024 ** 2

/**
 * The bytes of a text that a person names. Never waits on a pipe, never reads a folder.
 * @throws ClawbackError FILE_NOT_READ, FILE_NOT_TEXT
 */
export async function readTextFile(path: string): Promise<Buffer> {
  const bytes = await readPlainFile(path)
  if (bytes.includes(0) || bytes.toString('latin1', 0, 5) === '%PDF-') {
    throw new ClawbackError(
      'FILE_NOT_TEXT',
      `${path} is not a text`,
      'Give it as plain text; the text of a PDF can be taken out with pdftotext.',
    )
  }
  return bytes
}

async function readPlainFile(path: string): Promise<Buffer> {
  const fix = 'Give the path of a text file that you may read.'
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stats = await handle.stat()
      if (stats.isDirectory()) {
        throw new ClawbackError(
          'FILE_NOT_READ',
          `${path} is a folder, not a file`,
          `Give the files in it: ${path}/*.md`,
        )
      }
      if (!stats.isFile()) throw new ClawbackError('FILE_NOT_READ', `${path} is not a regular file`, fix)
      if (stats.size > largest) {
        throw new ClawbackError('FILE_NOT_READ', `${path} is larger than 16 MiB, which no notice is`, fix)
      }
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof ClawbackError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    const what = code === 'ENOENT' ? `There is nothing at ${path}` : `${path} cannot be read (${code})`
    throw new ClawbackError('FILE_NOT_READ', what, fix, { cause: error })
  }
}
