import type { Kit } from '../kit.ts'

/** Answers kept for conditional requests; the body is in the content store. */
export function defineHttpCache(kit: Kit) {
  return kit.table('http_cache', {
    key: kit.text('key').primaryKey(),
    etag: kit.text('etag').notNull(),
    contentId: kit.text('content_id').notNull(),
    storedAt: kit.ts('stored_at').notNull(),
  })
}
