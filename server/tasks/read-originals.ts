import type { Exclusion } from '../../db/schema/originals.ts'
import { gitBlobId } from '../core/fingerprint/git-blob-id.ts'
import { classifyOriginal } from '../core/original/classify-original.ts'
import { restOfClients } from '../core/original/generated-clients.ts'
import type { OriginalContext } from '../core/original/types.ts'
import { readSource, type ReadSourceOptions } from '../sources/read-source.ts'
import type { Progress } from './progress.ts'

/** A file of a work as it was read. `contentId` is filled in when its content is kept. */
export interface ReadOriginal {
  path: string
  bytes: Buffer
  blobId: string
  contentId: string | null
  claimed: boolean
  excludedBecause: Exclusion | null
  excludedDetail: string | null
}

/** Reads a SOURCE whole and says of each file whether it is claimed. Writes nothing. */
export async function readOriginals(
  source: string,
  options: ReadSourceOptions,
  context: OriginalContext,
  progress: Progress,
): Promise<{ originals: ReadOriginal[]; skipped: { path: string; reason: string }[] }> {
  const originals: ReadOriginal[] = []
  const skipped: { path: string; reason: string }[] = []
  for await (const entry of readSource(source, options)) {
    if (entry.kind === 'skipped') {
      skipped.push({ path: entry.path, reason: entry.reason })
      continue
    }
    const claim = classifyOriginal(entry, context)
    originals.push({
      path: entry.path,
      bytes: entry.bytes,
      blobId: gitBlobId(entry.bytes),
      contentId: null,
      claimed: claim.claimed,
      excludedBecause: claim.claimed ? null : claim.excludedBecause,
      excludedDetail: claim.claimed ? null : claim.detail,
    })
    progress({ step: 'reading originals', done: originals.length })
  }
  excludeRestOfClients(originals)
  return { originals, skipped }
}

/** Whose some files are shows only by those around them. */
function excludeRestOfClients(originals: readonly ReadOriginal[]): void {
  const rest = restOfClients(
    originals.map(({ path, excludedDetail }) => ({ path, excluded: excludedDetail })),
  )
  for (const original of originals) {
    const detail = rest.get(original.path)
    if (detail === undefined) continue
    original.claimed = false
    original.excludedBecause = 'generated'
    original.excludedDetail = detail
  }
}
