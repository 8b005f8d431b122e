/** How much of a source is read before it counts as an attack. Sizes are in bytes, unpacked. */
export interface SourceLimits {
  /** Files, folders and links together, in all archives. */
  entries: number
  /** All files together. */
  totalBytes: number
  /** One file. A larger one is skipped. */
  fileBytes: number
  /** One source map, or one archive inside something else: these are held in memory while they are read. */
  containerBytes: number
  /** Unpacked to packed, counted once more than `freeBytes` have come out. */
  ratio: number
  freeBytes: number
  /** Archives inside archives. */
  depth: number
}

/** Source code packs 3 to 20 times; the largest public repositories hold about 100,000 files. */
export const defaultSourceLimits: SourceLimits = {
  entries: 500_000,
  totalBytes: 8 * 1024 ** 3,
  fileBytes: 64 * 1024 ** 2,
  containerBytes: 256 * 1024 ** 2,
  ratio: 200,
  freeBytes: 64 * 1024 ** 2,
  depth: 3,
}
