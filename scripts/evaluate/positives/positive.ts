/** A candidate and what it holds. */
export interface Positive {
  class: string
  path: string
  bytes: Buffer
  /** Paths of the originals it holds. */
  truth: readonly string[]
  /** For a pasted function: its lines in candidate and original, from 1, inclusive. */
  passage?: { candidate: [number, number]; original: [number, number] }
}
