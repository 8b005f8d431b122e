/** A file as it is, and as tools would rewrite it. */
export interface SourceFile {
  path: string
  bytes: Uint8Array
  variants?: readonly SourceVariant[]
}

/** What a tool makes of an original: the same code with types stripped, in older syntax, … */
export interface SourceVariant {
  name: string
  bytes: Uint8Array
  /** The original's line for each line of the variant, both from 1 (`lines[0]` is line 1's); absent: the same. */
  lines?: Int32Array
}

export const AS_IS = 'as is'

export function* readingsOf(file: SourceFile): Generator<SourceVariant> {
  yield { name: AS_IS, bytes: file.bytes }
  yield* file.variants ?? []
}

/** The reading of what an original holds in quotes and in comments. */
export const PASSAGES = 'its passages'

/** The reading of the lines of its comments. */
export const COMMENTS = 'its comments'
