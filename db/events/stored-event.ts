import type { HashedEvent } from './event-hash.ts'

/** An event as it lies in the database. `event` is null when some column holds what was never written there. */
export interface StoredEvent {
  seq: number
  event: (HashedEvent & { hash: string }) | null
}
