import { createHash } from 'node:crypto'
import type { ContentStore } from '../../../db/content/open-content-store.ts'

export interface KeptBytes {
  /** The first part, as much as is ever read for its text. */
  head: Buffer
  contentId: string
  /** What did not fit into the first part, in order; null: nothing. */
  laterParts: string[] | null
  bytes: number
  /** Of the whole. */
  sha256: string
}

/** A part is held in memory, whatever the size of the mail. */
const PART = 2 * 1024 * 1024

/** Keeps a mail of any size whole, in parts, without ever holding all of it. */
export async function keepBytes(
  content: Pick<ContentStore, 'put'>,
  chunks: AsyncIterable<Buffer>,
): Promise<KeptBytes> {
  const hash = createHash('sha256')
  const ids: string[] = []
  // One buffer for all parts: what is thrown away faster than it is collected is held, too.
  const part = Buffer.allocUnsafe(PART)
  let head: Buffer | undefined
  let held = 0
  let bytes = 0
  const close = async () => {
    const whole = part.subarray(0, held)
    head ??= Buffer.from(whole)
    ids.push(await content.put(whole))
    held = 0
  }
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
    for (let taken = 0; taken < chunk.length;) {
      const copied = chunk.copy(part, held, taken)
      taken += copied
      held += copied
      if (held === PART) await close()
    }
  }
  if (held > 0 || head === undefined) await close()
  const [contentId, ...laterParts] = ids
  return {
    head: head!,
    contentId: contentId!,
    laterParts: laterParts.length === 0 ? null : laterParts,
    bytes,
    sha256: hash.digest('hex'),
  }
}
