import type { BlobVariant } from '../fingerprint/git-blob-id.ts'
import { originalsOfBlob } from './blob-table.ts'
import { IDENTICAL_BITS } from './decide-file.ts'
import type { FileMatch, OriginalMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

const words: Record<BlobVariant, string> = {
  'as is': 'Every byte is the same: git gives both files the same id.',
  'other line endings': 'The same lines with other line endings.',
  'other byte order mark or end of file':
    'The same lines; only a byte order mark, the final newline or line endings differ.',
}

/** Evidence without content: a blob id in a tree listing that only a copy of an original can have. */
export function matchBlobId(index: WorkIndex, blobId: string): FileMatch | undefined {
  const found = originalsOfBlob(index, blobId)
  if (found.length === 0) return undefined
  const seen = new Set<number>()
  const originals: OriginalMatch[] = []
  for (const { original, variant } of found) {
    if (seen.has(original)) continue
    seen.add(original)
    const entry = index.originals[original]!
    const speaks = !entry.public && entry.bits >= IDENTICAL_BITS
    originals.push({
      path: entry.path,
      class: variant === 'as is' ? 'exact' : 'normalized',
      strength: speaks ? 'strong' : 'weak',
      bits: Math.round(entry.bits),
      ofOriginal: 1,
      ofCandidate: 1,
      ranges: entry.lines === 0 ? [] : [{ candidate: [1, entry.lines], original: [1, entry.lines] }],
      reason: speaks
        ? words[variant]
        : `${words[variant]} ${entry.public ? 'Its text is public.' : 'It is too small or too common to tell whose it is.'}`,
    })
  }
  originals.sort(
    (a, b) =>
      Number(b.strength === 'strong') - Number(a.strength === 'strong') ||
      Number(b.class === 'exact') - Number(a.class === 'exact') ||
      (a.path < b.path ? -1 : 1),
  )
  const best = originals[0]!
  return { class: best.class, strength: best.strength, originals }
}
