import { createHash } from 'node:crypto'

/** What the official repositories publish themselves: no evidence against anyone. */
export interface PublicCode {
  /** Root trees of their branches and tags: a fork whose heads are all among them is untouched. */
  trees: Set<string>
  blobs: Set<string>
  /** Paths of originals that they publish, in this or another version. */
  originals: Set<string>
}

export function noPublicCode(): PublicCode {
  return { trees: new Set(), blobs: new Set(), originals: new Set() }
}

export function addPublicCode(
  to: PublicCode,
  found: { trees: readonly string[]; blobs: readonly string[]; originals: readonly string[] },
): void {
  for (const tree of found.trees) to.trees.add(tree)
  for (const blob of found.blobs) to.blobs.add(blob)
  for (const original of found.originals) to.originals.add(original)
}

/** Names the index together with what was taken out of the claim: a judgement holds for this and nothing else. */
export function judgementKey(indexId: string, { blobs, originals }: PublicCode): string {
  if (blobs.size === 0 && originals.size === 0) return indexId
  const sum = createHash('sha256')
  for (const id of [...blobs].sort()) sum.update(id)
  for (const path of [...originals].sort()) sum.update(`\0${path}`)
  return `${indexId}-${sum.digest('hex').slice(0, 32)}`
}
