import type { PackageFile } from '../fetch-package.ts'
import type { LanguageKit } from '../kits/kit.ts'
import { seededBy } from '../random.ts'
import type { Positive } from './positive.ts'

/** A transform that leaves fewer marks has left nothing to compare (a file of types alone, as JavaScript). */
const FEWEST_MARKS = 40
/** Files with fewer lines of code are counted apart. */
export const SMALL_LINES = 40

/** Copies of single originals, each in every disguise. */
export async function* copies(kit: LanguageKit, originals: readonly PackageFile[]): AsyncGenerator<Positive> {
  for (const { path, bytes } of originals) {
    const text = bytes.toString('utf8')
    const size = kit.codeLines(text) < SMALL_LINES ? 'small: ' : ''
    for (const { name, ending, disguise } of kit.disguisesOf(path)) {
      const copy = await attempt(() => disguise(text, seededBy(path + name)))
      if (copy === undefined || marks(copy) < FEWEST_MARKS) continue
      yield { class: size + name, path: `copy.${ending}`, bytes: Buffer.from(copy), truth: [path] }
    }
  }
}

/** Words and signs of a text that are no comment and no import: neither says what a file is. */
function marks(text: string): number {
  const own = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/^\s*(?:import|export)\b[^'";]*\bfrom\s*['"][^'"\n]*['"];?/gm, '')
  return own.match(/[\w$]+|[^\s\w]/g)?.length ?? 0
}

/** Undefined when a tool does not know what to do with a text. */
export async function attempt<T>(make: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await make()
  } catch {
    return undefined
  }
}
