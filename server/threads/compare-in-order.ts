import type { Answer } from '../core/answer.ts'
import type { FileMatch } from '../core/match/types.ts'
import type { NamedBytes } from './batches.ts'
import type { Comparers } from './open-comparers.ts'

export interface Compared<File> {
  file: File
  answer: Answer<FileMatch>
}

/** Enough to keep every thread busy while the next files are read; more would only fill memory. */
const PORTION_BYTES = 4 * 1024 * 1024
const PORTION_FILES = 2000
const PORTIONS_AHEAD = 2

/**
 * Compares files as they are read, a few portions ahead, and gives them in the order read. What is held in memory
 * does not grow with their number.
 */
export async function* compareInOrder<File extends NamedBytes>(
  comparers: Comparers,
  files: AsyncIterable<File>,
): AsyncGenerator<Compared<File>> {
  const ahead: Promise<Compared<File>[]>[] = []
  for await (const portion of portionsOf(files)) {
    ahead.push(compare(portion))
    if (ahead.length > PORTIONS_AHEAD) yield* await ahead.shift()!
  }
  for (const portion of ahead) yield* await portion

  async function compare(portion: File[]): Promise<Compared<File>[]> {
    const answers = await comparers.compare(portion)
    return portion.map((file, i) => ({ file, answer: answers[i]! }))
  }
}

async function* portionsOf<File extends NamedBytes>(files: AsyncIterable<File>): AsyncGenerator<File[]> {
  let portion: File[] = []
  let bytes = 0
  for await (const file of files) {
    portion.push(file)
    bytes += file.bytes.length
    if (bytes < PORTION_BYTES && portion.length < PORTION_FILES) continue
    yield portion
    portion = []
    bytes = 0
  }
  if (portion.length > 0) yield portion
}
