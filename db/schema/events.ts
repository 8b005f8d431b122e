import type { Kit } from '../kit.ts'

/**
 * The log. Append-only (`db/guards/`), and chained: `hash` covers the row and the hash before it
 * (`db/events/event-hash.ts`). `data` is JSON as text, since the hash is over those very bytes.
 */
export function defineEvents(kit: Kit) {
  return kit.table(
    'events',
    {
      seq: kit.big('seq').primaryKey(),
      at: kit.ts('at').notNull(),
      actor: kit.text('actor').notNull(),
      kind: kit.text('kind').notNull(),
      subject: kit.text('subject').notNull(),
      data: kit.text('data').notNull(),
      prevHash: kit.text('prev_hash').notNull(),
      hash: kit.text('hash').notNull(),
    },
    (event) => [
      kit.index('events_subject').on(event.subject, event.seq),
      kit.index('events_kind').on(event.kind, event.seq),
      kit.index('events_actor').on(event.actor, event.seq),
      kit.index('events_at').on(event.at),
    ],
  )
}
