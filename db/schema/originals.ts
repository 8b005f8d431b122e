import type { Kit } from '../kit.ts'
import { isOneOf } from './one-of.ts'
import type { WorkVersions } from './work-versions.ts'
import type { Works } from './works.ts'

export type Originals = ReturnType<typeof defineOriginals>

export const exclusions = ['third-party', 'baseline', 'boilerplate', 'generated', 'small'] as const
export type Exclusion = (typeof exclusions)[number]

/** The files of a work. `blobId` is git's SHA-1, `contentId` the key in the content store. */
export function defineOriginals(
  kit: Kit,
  { works, workVersions }: { works: Works; workVersions: WorkVersions },
) {
  return kit.table(
    'originals',
    {
      id: kit.id(),
      versionId: kit
        .big('version_id')
        .notNull()
        .references(() => workVersions.id, { onDelete: 'cascade' }),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      path: kit.text('path').notNull(),
      bytes: kit.big('bytes').notNull(),
      blobId: kit.text('blob_id').notNull(),
      contentId: kit.text('content_id'),
      claimed: kit.bool('claimed').notNull(),
      excludedBecause: kit.oneOf('excluded_because', exclusions),
      excludedDetail: kit.text('excluded_detail'),
    },
    (original) => [
      kit.unique('originals_path').on(original.versionId, original.path),
      kit.index('originals_blob').on(original.workId, original.blobId),
      kit.check('originals_excluded_because', isOneOf(original.excludedBecause, exclusions)),
    ],
  )
}
