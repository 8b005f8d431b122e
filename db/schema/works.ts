import type { Kit } from '../kit.ts'

export type Works = ReturnType<typeof defineWorks>

/** The leaked copyrighted works. */
export function defineWorks(kit: Kit) {
  return kit.table('works', {
    id: kit.id(),
    slug: kit.text('slug').notNull().unique(),
    title: kit.text('title').notNull(),
    owner: kit.text('owner').notNull(),
    description: kit.text('description'),
    url: kit.text('url'),
    /** SPDX expression, or null when the work was never licensed. */
    license: kit.text('license'),
    leakedAt: kit.ts('leaked_at'),
    /** True: contents of originals are not kept, only what is computed from them. */
    fingerprintsOnly: kit.bool('fingerprints_only').notNull(),
    createdAt: kit.ts('created_at').notNull(),
    /** When the originals and fingerprints were removed; what was found and said about the work stays. */
    removedAt: kit.ts('removed_at'),
  })
}
