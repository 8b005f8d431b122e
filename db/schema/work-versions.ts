import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

export type WorkVersions = ReturnType<typeof defineWorkVersions>

/** What a source held and was not read, and why. */
export interface Skipped {
  path: string
  reason: string
}

/** One import of a work's source; adding a work again adds a version. */
export function defineWorkVersions(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'work_versions',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      number: kit.int('number').notNull(),
      source: kit.text('source').notNull(),
      skipped: kit.json<Skipped[]>('skipped').notNull(),
      addedAt: kit.ts('added_at').notNull(),
    },
    (version) => [kit.unique('work_versions_number').on(version.workId, version.number)],
  )
}
