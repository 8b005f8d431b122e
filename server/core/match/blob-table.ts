import type { BlobVariant } from '../fingerprint/git-blob-id.ts'
import type { WorkIndex } from './work-index.ts'

const ID_BYTES = 20
export const blobVariants: readonly BlobVariant[] = [
  'as is',
  'other line endings',
  'other byte order mark or end of file',
]

/** Collects the blob ids that a copy may have. */
export class BlobTableBuilder {
  private readonly rows: { id: Buffer; original: number; variant: number }[] = []

  add(original: number, ids: Map<string, BlobVariant>): void {
    for (const [id, variant] of ids)
      this.rows.push({ id: Buffer.from(id, 'hex'), original, variant: blobVariants.indexOf(variant) })
  }

  finish(): Pick<WorkIndex, 'blobIds' | 'blobOriginal' | 'blobVariant'> {
    const rows = this.rows.sort(
      (a, b) => Buffer.compare(a.id, b.id) || a.variant - b.variant || a.original - b.original,
    )
    return {
      blobIds: new Uint8Array(Buffer.concat(rows.map((row) => row.id))),
      blobOriginal: Int32Array.from(rows, (row) => row.original),
      blobVariant: Uint8Array.from(rows, (row) => row.variant),
    }
  }
}

/** Every original that a blob id stands for, the ones kept as they are first. */
export function originalsOfBlob(
  index: Pick<WorkIndex, 'blobIds' | 'blobOriginal' | 'blobVariant'>,
  blobId: string,
): { original: number; variant: BlobVariant }[] {
  const wanted = Buffer.from(blobId, 'hex')
  if (wanted.length !== ID_BYTES) return []
  const { blobIds, blobOriginal, blobVariant } = index
  let low = 0
  let high = blobOriginal.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareAt(blobIds, middle, wanted) < 0) low = middle + 1
    else high = middle
  }
  const found: { original: number; variant: BlobVariant }[] = []
  for (; low < blobOriginal.length && compareAt(blobIds, low, wanted) === 0; low++)
    found.push({ original: blobOriginal[low]!, variant: blobVariants[blobVariant[low]!]! })
  return found
}

/** Byte by byte: the first few decide, and every file that is compared comes past here. */
function compareAt(blobIds: Uint8Array, row: number, wanted: Buffer): number {
  for (let i = 0; i < ID_BYTES; i++) {
    const difference = blobIds[row * ID_BYTES + i]! - wanted[i]!
    if (difference !== 0) return difference
  }
  return 0
}
