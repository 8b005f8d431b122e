import { createHash } from 'node:crypto'

/** What a hash covers: the columns of an event as they are stored. */
export interface HashedEvent {
  seq: number
  at: Date
  actor: string
  kind: string
  subject: string
  /** JSON, byte for byte as stored. */
  data: string
  prevHash: string
}

/** The hash before the first event. */
export const noHash = '0'.repeat(64)

/**
 * SHA-256, in lower-case hex, over the seven fields in this order, each as a netstring (its length in bytes, a
 * colon, its UTF-8 bytes, a comma: https://cr.yp.to/proto/netstrings.txt), with nothing between them:
 *
 *   seq        decimal
 *   at         UTC, `2026-03-31T08:00:00.000Z`
 *   actor, kind, subject, data
 *   prevHash   the hash of the event before; 64 zeros before the first
 *
 * The lengths leave no two events with the same bytes, whatever the fields hold, and nothing needs to be parsed.
 */
export function hashEvent(event: HashedEvent): string {
  const hash = createHash('sha256')
  for (const field of [
    String(event.seq),
    event.at.toISOString(),
    event.actor,
    event.kind,
    event.subject,
    event.data,
    event.prevHash,
  ]) {
    hash.update(`${Buffer.byteLength(field)}:${field},`)
  }
  return hash.digest('hex')
}
