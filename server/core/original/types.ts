export type ExclusionReason = 'third-party' | 'baseline' | 'boilerplate' | 'generated' | 'small'

export interface OriginalFile {
  /** Relative to the work's source, with `/`. */
  path: string
  bytes: Uint8Array
  /** The source map says that this is not of its author's making (`ignoreList`, ECMA-426). */
  ignoreListed?: true
  /** Where the sources are that a tool made this text from, when they are part of the same work. */
  generatedFrom?: string
}

export interface OriginalContext {
  /** Names under which the owner writes its own copyright lines. */
  owners: readonly string[]
  /** The SPDX id that the work is published under, if any: its own headers then say so. */
  license?: string | undefined
  /** Why a file is baseline, by the caller's set of public or licensed code; null when it is not. */
  baseline?: ((file: OriginalFile) => string | null) | undefined
}

/** Whether the owner may claim a file, and if not, why, in words that a reviewer can check. */
export type Classification =
  { claimed: true } | { claimed: false; excludedBecause: ExclusionReason; detail: string }

/** What the rules look at, taken apart once. */
export interface InspectedFile {
  path: string
  /** The last segment of the path. */
  name: string
  /** The comments before the first line of code, without their marks. */
  header: string
  /** All comments, without their marks. */
  comments: string
  /** What is left without comments. */
  code: string
  text: string
}

/** A rule with what it must catch and what it must leave alone, beside it: a test runs both. */
export interface OriginalRule {
  id: string
  excludedBecause: ExclusionReason
  /** What to tell the reviewer when the rule applies, null when it does not. */
  judge: (file: InspectedFile, context: OriginalContext) => string | null
  catches: readonly RuleExample[]
  spares: readonly RuleExample[]
}

export interface RuleExample {
  path: string
  text?: string
  /** Default: Orbit Inc. */
  owner?: string
}
