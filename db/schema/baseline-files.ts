import type { Kit } from '../kit.ts'
import type { Baselines } from './baselines.ts'

/** The files of a baseline. */
export function defineBaselineFiles(kit: Kit, { baselines }: { baselines: Baselines }) {
  return kit.table(
    'baseline_files',
    {
      baselineId: kit
        .big('baseline_id')
        .notNull()
        .references(() => baselines.id, { onDelete: 'cascade' }),
      path: kit.text('path').notNull(),
      blobId: kit.text('blob_id').notNull(),
      contentId: kit.text('content_id'),
    },
    (file) => [kit.primaryKey(file.baselineId, file.path), kit.index('baseline_files_blob').on(file.blobId)],
  )
}
