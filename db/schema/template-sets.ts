import type { Kit } from '../kit.ts'

/** The templates of notices, whole, by the hash that a notice records: what was signed is rendered with these for ever. */
export function defineTemplateSets(kit: Kit) {
  return kit.table('template_sets', {
    version: kit.text('version').primaryKey(),
    /** Source text by file name. */
    files: kit.json<Record<string, string>>('files').notNull(),
    keptAt: kit.ts('kept_at').notNull(),
  })
}
