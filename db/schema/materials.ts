import { sql } from 'drizzle-orm'
import type { MatchClass, Strength } from '../../server/core/match/types.ts'
import type { Kit } from '../kit.ts'
import { availabilities } from './availabilities.ts'
import { decisions, matchClasses, strengths } from './judgements.ts'
import { isOneOf } from './one-of.ts'
import type { Works } from './works.ts'

export const materialKinds = ['npm', 'gist', 'elsewhere'] as const

/** One file of a copy that a person fetched, against its best original. */
export interface MaterialCopy {
  path: string
  /** Git's id of the file's bytes. */
  blob: string
  class: MatchClass
  strength: Strength
  original: string
  bits: number
}

/**
 * Material that is no repository: an npm package, a gist, a page of another provider. A person fetches a copy; the
 * comparison of that copy is the evidence, and a person decides, as about a repository.
 */
export function defineMaterials(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'materials',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      kind: kit.oneOf('kind', materialKinds).notNull(),
      url: kit.text('url').notNull(),
      class: kit.oneOf('class', matchClasses).notNull(),
      strength: kit.oneOf('strength', strengths).notNull(),
      /** Everything of substance in the copy is the work's. */
      entire: kit.bool('entire').notNull(),
      files: kit.json<MaterialCopy[]>('files').notNull(),
      evidenceHash: kit.text('evidence_hash').notNull(),
      seenAt: kit.ts('seen_at').notNull(),
      /** The latest decision; every one of them is an event. */
      decision: kit.oneOf('decision', decisions),
      reviewer: kit.text('reviewer'),
      reason: kit.text('reason'),
      fairUse: kit.text('fair_use'),
      reviewedHash: kit.text('reviewed_hash'),
      reviewedAt: kit.ts('reviewed_at'),
      /** What a later look showed; null: nobody looked again. */
      availability: kit.oneOf('availability', availabilities),
      availabilitySince: kit.ts('availability_since'),
      checkedAt: kit.ts('checked_at'),
      blockNoticeUrl: kit.text('block_notice_url'),
      blockCreatedAt: kit.ts('block_created_at'),
      /** Of the files of the evidence, where a look told. */
      filesLeft: kit.int('files_left'),
    },
    (material) => [
      kit.unique('materials_url').on(material.workId, material.url),
      kit.check('materials_kind', isOneOf(material.kind, materialKinds)),
      kit.check('materials_class', isOneOf(material.class, matchClasses)),
      kit.check('materials_strength', isOneOf(material.strength, strengths)),
      kit.check('materials_decision', isOneOf(material.decision, decisions)),
      kit.check(
        'materials_decided',
        sql`${material.decision} is null or (${material.reviewer} is not null and ${material.reason} is not null and ${material.reviewedHash} is not null and ${material.reviewedAt} is not null)`,
      ),
    ],
  )
}
