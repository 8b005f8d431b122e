import { fileText } from '../fingerprint/file-text.ts'
import { gitBlobId } from '../fingerprint/git-blob-id.ts'
import { languageOf, languageOfName } from '../fingerprint/language-of.ts'
import { compareText } from './compare-text.ts'
import { countBreaks } from './line-index.ts'
import { matchBlobId } from './match-blob-id.ts'
import { none } from './match-parts.ts'
import { mergeSegments, SEGMENT, segmentsOf } from './segments.ts'
import type { FileMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

/**
 * Compares one candidate file with a work. Pure; the same answer for the same index and bytes. Never throws, and
 * memory is bounded beyond the bytes given: a large file is read in segments.
 */
export function compareFile(index: WorkIndex, file: { path: string; bytes: Uint8Array }): FileMatch {
  const exact = matchBlobId(index, gitBlobId(file.bytes))
  if (exact) return exact
  const text = fileText(file.bytes)
  if (!text) return none
  const language = languageOf(file.path, text)
  const isNamed = languageOfName(file.path) !== undefined
  if (text.length <= SEGMENT) return compareText(index, text, { language, isNamed })
  const parts: Parameters<typeof mergeSegments>[0][number][] = []
  let firstLine = 1
  for (const { start, end } of segmentsOf(text)) {
    const bytes = text.subarray(start, end)
    parts.push({
      match: compareText(index, bytes, { language, isNamed }),
      share: bytes.length / text.length,
      firstLine,
    })
    firstLine += countBreaks(bytes)
  }
  return mergeSegments(parts)
}
