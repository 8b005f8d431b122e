import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClawbackError } from '../../errors.ts'
import { packageRoot } from '../../package-root.ts'

/** The templates that come with Clawback. */
export const defaultTemplates = join(packageRoot, 'templates', 'notices')

/** The version of a set of templates: a hash of every file's name and content. A notice records the one it used. */
export function templateVersion(folder: string = defaultTemplates): string {
  return hashTemplates(readTemplates(folder))
}

/** Every template in a folder by its name below it, in order of names. */
export function readTemplates(folder: string): Map<string, string> {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.hbs'),
    )
    return new Map(
      names.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
    )
  } catch (cause) {
    throw new ClawbackError(
      'TEMPLATES_UNREADABLE',
      'The folder of notice templates cannot be read',
      'Check that it is there and readable, or use the templates that come with Clawback.',
      { cause },
    )
  }
}

export function hashTemplates(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, source] of files) hash.update(`${name}\0${Buffer.byteLength(source)}\0${source}`)
  return hash.digest('hex').slice(0, 16)
}
