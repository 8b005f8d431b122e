/** One thing in a package that would leak. `detail` tells where and why, never the secret itself. */
export interface GuardFinding {
  path: string
  kind: GuardKind
  detail: string
}

export type GuardKind =
  | 'source-map'
  | 'inline-source-map'
  | 'source-map-link'
  | 'embedded-sources'
  | 'original'
  | 'fragment'
  | 'environment-file'
  | 'private-key'
  | 'credentials'
  | 'token'
  | 'version-control'
  | 'core-dump'
  | 'private-state'
  /** It could not be read, so that it cannot be called safe. */
  | 'not-read'

/** A rule with what it must catch and what it must leave alone, beside it: a test runs both. */
export interface GuardRule {
  id: string
  kind: GuardKind
  /** What to tell when the rule applies, null when it does not. */
  judge: (file: GuardFile) => string | null
  catches: readonly GuardExample[]
  spares: readonly GuardExample[]
}

export interface GuardFile {
  path: string
  /** The last segment of the path. */
  name: string
  /** Each byte as one character, so that binary files are looked through as well; empty for what was not read. */
  text: string
}

export interface GuardExample {
  path: string
  text?: string
}
