import { ClawbackError } from '../../errors.ts'
import { parseSource } from '../../sources/parse-source.ts'

/**
 * A SOURCE that was written into a form. A package comes by npm, so whoever may add works may name one. A path is read
 * with the rights of the process that serves, and would show its folders to whoever asks: only somebody who holds the
 * machine may name one.
 * @throws ClawbackError SOURCE_MISSING, SOURCE_NOT_PERMITTED, SOURCE_NOT_FOUND, SOURCE_INVALID
 */
export async function requireNamedSource(text: string, holdsMachine: boolean): Promise<string> {
  const source = text.trim()
  if (source === '') {
    throw new ClawbackError(
      'SOURCE_MISSING',
      'There is no file, and no source is named',
      'Choose the file that leaked, or name a package like npm:@acme/orbit@2.1.0.',
    )
  }
  if (!source.startsWith('npm:') && !holdsMachine) {
    throw new ClawbackError(
      'SOURCE_NOT_PERMITTED',
      'Paths on this machine are read only for whoever holds it, signed in by its one-time link',
      'Send the file itself, name a package like npm:@acme/orbit@2.1.0, or use "clawback work add" on the machine.',
    )
  }
  await parseSource(source)
  return source
}
