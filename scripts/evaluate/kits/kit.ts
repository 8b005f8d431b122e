import type { Disguise } from '../disguises.ts'
import type { LanguageName } from '../evaluation-set.ts'
import { ecmascriptKit } from './ecmascript.ts'
import { goKit } from './go.ts'
import { pythonKit } from './python.ts'

/** What the evaluation has to know of a language. */
export interface LanguageKit {
  isSource: (path: string) => boolean
  /** Ways to disguise this file, by the class they are counted in; with the ending that a copy then has. */
  disguisesOf: (path: string) => readonly { name: string; ending: string; disguise: Disguise }[]
  functionsOf: (text: string, path: string) => Passage[]
  /** Where, near its middle, a text can be cut without cutting a statement; 0 when nowhere. */
  seamOf: (text: string, path: string) => number
  /** Lines that hold code: not empty, no comment, no import. */
  codeLines: (text: string) => number
}

/** From the beginning of its first line to the end of its last. */
export interface Passage {
  start: number
  end: number
}

/** @param folder holds the tools that are fetched, and is theirs */
export async function kitOf(language: LanguageName, folder: string): Promise<LanguageKit> {
  switch (language) {
    case 'ecmascript':
      return await ecmascriptKit(folder)
    case 'python':
      return pythonKit
    case 'go':
      return goKit
  }
}
