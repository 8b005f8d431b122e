/** Files of one language: which they are, how copies of them are made, and where a function begins and ends. */
export type LanguageName = 'ecmascript' | 'python' | 'go'

/**
 * A package that plays (part of) a leaked work. Packages are npm's, `NAME@VERSION`, or public repositories,
 * `github:OWNER/NAME@COMMIT`; no two works of a set are of one package.
 */
export interface WorkSource {
  spec: string
  /** Which of its files are the originals. */
  sources: RegExp
  /** Whom its own headers name, and the licence they grant: what a user tells `work add`. */
  owners: readonly string[]
  license: string
  /** Where a bundler begins, by the path in the package. */
  entry?: string
}

/** Packages by exact version and what they are taken for. */
export interface EvaluationSet {
  name: string
  language: LanguageName
  /** Nobody has looked into it yet, and nobody may: of what is missed only totals are printed. */
  isBlind: boolean
  works: readonly WorkSource[]
  /** Other versions of the works: copies that drifted. */
  versions: readonly { spec: string; of: string }[]
  /** What the owners built from the works, file by file, and published themselves. */
  builds?: readonly Build[]
  /** Public code that the owners of the works would name as their baseline: what they vendored or grew from. */
  baseline: readonly string[]
  /** Other people's code. What shares an ancestor with a work is left out: whatever they share really is copied. */
  unrelated: readonly Stranger[]
  /** Originals that hold other people's code, proved by reading: who else has that code copied nothing of the work's. */
  shared: readonly { original: string; because: string }[]
  /** Packages whose files snippets of the works are pasted into; nothing of theirs may be named. */
  hosts: readonly Stranger[]
}

/** A package that holds files compiled one by one from those of a work. */
export interface Build {
  spec: string
  of: string
  /** The compiled files … */
  files: RegExp
  /** … and what each was compiled from, without its ending: a replacement, as `String.replace` knows it. */
  from: string
}

export interface Stranger {
  spec: string
  /** Only these of its files (default: all of the language). */
  only?: RegExp | undefined
}

/** Names and versions, separated by blanks. */
export function strangers(specs: string): Stranger[] {
  return specs
    .split(/\s+/)
    .filter(Boolean)
    .map((spec) => ({ spec }))
}
