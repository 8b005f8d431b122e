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
  for (const original of originals) {
    const { path, bytes } = original
    const text = bytes.toString('utf8')
    for (const { name, ending, disguise } of kit.disguisesOf(path)) {
      const copy = await attempt(() => disguise(text, seededBy(path + name)))
      if (copy === undefined || !isEnough(copy)) continue
      yield {
        class: sizeOf(original, kit) + name,
        path: `copy.${ending}`,
        bytes: Buffer.from(copy),
        truth: [path],
      }
    }
  }
}

/** The beginning of the class in which a copy of this original counts. */
export function sizeOf({ bytes }: PackageFile, kit: LanguageKit): 'small: ' | '' {
  return kit.codeLines(bytes.toString('utf8')) < SMALL_LINES ? 'small: ' : ''
}

/** Words and signs of a text that are no comment and no import say what a file is; some must be left. */
export function isEnough(text: string): boolean {
  const own = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/^\s*(?:import|export)\b[^'";]*\bfrom\s*['"][^'"\n]*['"];?/gm, '')
  return (own.match(/[\w$]+|[^\s\w]/g)?.length ?? 0) >= FEWEST_MARKS
}

/** Undefined when a tool does not know what to do with a text. */
export async function attempt<T>(make: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await make()
  } catch {
    return undefined
  }
}
