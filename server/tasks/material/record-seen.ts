import type { Database } from '../../../db/database.ts'
import { findMaterial } from '../../../db/queries/materials.ts'
import type { Told } from '../../core/repository/availability.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { readTime } from '../read-time.ts'
import { keepMaterial } from '../recheck/keep-material.ts'
import { findWatchedMaterial } from '../recheck/select-materials.ts'
import { describeMaterial, type MaterialSummary } from './describe-material.ts'

const words = ['available', 'changed', 'disabled', 'gone'] as const satisfies readonly Told[]

/**
 * Records what a person saw at an address that no service tells of: a package, a page of another provider. The states
 * and what follows from them are those of a repository.
 * @throws ClawbackError WORK_UNKNOWN, MATERIAL_UNKNOWN, AVAILABILITY_INVALID, TIME_INVALID
 */
export async function recordSeen(
  app: { db: Database; actor: string; clock: () => Date },
  input: { work: string; url: string; availability: string; at: string | null },
): Promise<MaterialSummary> {
  const work = await requireWork(app.db, input.work)
  const availability = words.find((word) => word === input.availability)
  if (availability === undefined) {
    throw new ClawbackError(
      'AVAILABILITY_INVALID',
      `"${input.availability}" is nothing that can be seen`,
      `Choose from: ${words.join(', ')}.`,
    )
  }
  const watched = await findWatchedMaterial(app.db, work, input.url)
  if (watched === undefined) {
    throw new ClawbackError(
      'MATERIAL_UNKNOWN',
      `${input.url} is not known`,
      `List what is: clawback material list ${work.slug}`,
    )
  }
  const at = input.at === null ? app.clock() : readTime(input.at, '--at').at
  const seen = { availability, at, noticeUrl: null, blockedAt: null, remaining: null }
  await keepMaterial(app, watched, seen)
  return describeMaterial((await findMaterial(app.db, work.id, input.url))!)
}
