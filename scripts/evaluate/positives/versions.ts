import { splitComments } from '../../../server/core/original/split-comments.ts'
import type { PackageFile } from '../fetch-package.ts'
import type { Positive } from './positive.ts'

/** Fewer lines say little about how far two versions have drifted apart. */
const FEWEST_LINES = 20

/**
 * The same file in another version, by how many of its lines of code both have (Dice's coefficient). Comments do not
 * count: two files of ten lines under one licence header of twenty would have two thirds in common.
 */
export function drifted(original: PackageFile, other: PackageFile): Positive | undefined {
  const [a, b] = [linesOf(original), linesOf(other)]
  if (a.length < FEWEST_LINES || b.length < FEWEST_LINES || original.bytes.equals(other.bytes))
    return undefined
  const dice = (2 * countCommon(a, b)) / (a.length + b.length)
  const bin = dice >= 0.7 ? 'at least 70 %' : dice >= 0.3 ? '30–70 %' : undefined
  return (
    bin && {
      class: `version, ${bin} in common`,
      path: other.path,
      bytes: other.bytes,
      truth: [original.path],
    }
  )
}

function countCommon(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1)
  let common = 0
  for (const line of b) {
    const count = left.get(line) ?? 0
    if (count > 0) common++
    left.set(line, count - 1)
  }
  return common
}

function linesOf({ path, bytes }: PackageFile): string[] {
  return splitComments(path, bytes.toString('utf8'))
    .code.split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line))
}
