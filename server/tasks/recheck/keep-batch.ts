import type { Database, Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { insertObservation, saveRepositories, updateRepository } from '../../../db/queries/repositories.ts'
import { markQuiet } from '../../../db/queries/tracking.ts'
import { nextAvailability, type AvailabilityChange } from '../../core/repository/availability.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { SentNotice } from '../sent-notices.ts'
import type { Batch } from './look-at-repositories.ts'
import type { Look } from './look-at-repository.ts'
import { tellReinstated } from './tell-reinstated.ts'

export interface KeptChange extends AvailabilityChange {
  id: number
  repository: string
  /** The files of the evidence that still stand; null where nobody had to look. */
  remaining: string[] | null
}

export interface Kept {
  changes: KeptChange[]
  renamed: { id: number; from: string; to: string; at: Date }[]
}

/** Keeps what a batch showed, all of it or nothing: each look with GitHub's answer, each change as an event. */
export async function keepBatch(
  app: { db: Database; actor: string; clock: () => Date },
  batch: Batch,
  notices: readonly SentNotice[],
): Promise<Kept> {
  const kept: Kept = { changes: [], renamed: [] }
  await app.db.tx(async (tx) => {
    await markQuiet(tx, batch.quiet, app.clock())
    for (const look of batch.looks) await keepLook(tx, app.actor, look, kept)
    await tellReinstated(tx, { notices, changes: kept.changes, at: app.clock() })
  })
  return kept
}

async function keepLook(tx: Transaction, actor: string, look: Look, kept: Kept): Promise<void> {
  const { repository, availability, block, facts, material, at } = look
  await insertObservation(tx, {
    repositoryId: repository.id,
    at,
    availability,
    httpStatus: look.httpStatus,
    raw: look.raw,
    reason: look.reason,
    noticeUrl: block?.noticeUrl ?? null,
    remaining: material?.remaining ?? null,
    workId: null,
  })
  if (facts !== null) await saveRepositories(tx, [facts], at)
  if (availability === 'unknown') return
  const previous = {
    availability: repository.availability,
    since: repository.availabilitySince ?? repository.firstSeenAt,
    checkedAt: repository.checkedAt ?? repository.firstSeenAt,
    noticeUrl: repository.blockNoticeUrl,
  }
  const { known, change } = nextAvailability(previous, {
    availability,
    at,
    noticeUrl: block?.noticeUrl ?? null,
  })
  const isNew = known.since.getTime() === at.getTime() && known.availability === availability
  await updateRepository(tx, repository.id, {
    availability: known.availability,
    availabilitySince: known.since,
    checkedAt: known.checkedAt,
    settledAt: at,
    ...(look.mark === null ? {} : { settledMark: look.mark }),
    ...(material === null && !isNew ? {} : { filesLeft: material?.remaining.length ?? null }),
    blockReason: block?.reason ?? null,
    blockNoticeUrl: known.noticeUrl ?? null,
    blockCreatedAt: block?.createdAt ?? null,
  })
  await logRename(tx, actor, look, kept)
  if (change !== undefined) await logChange(tx, actor, look, change, kept)
}

async function logRename(
  tx: Transaction,
  actor: string,
  { repository, facts, at }: Look,
  kept: Kept,
): Promise<void> {
  if (facts === null) return
  const [from, to] = [formatRepositoryName(repository), formatRepositoryName(facts)]
  if (from === to) return
  kept.renamed.push({ id: repository.id, from, to, at })
  const subject = `repository:${repository.id}`
  await appendEvent(tx, { actor, kind: 'repository.renamed', subject, data: { from, to } })
}

async function logChange(
  tx: Transaction,
  actor: string,
  { repository, block, material, facts }: Look,
  change: AvailabilityChange,
  kept: Kept,
): Promise<void> {
  const name = formatRepositoryName(facts ?? repository)
  const remaining = material?.remaining ?? null
  kept.changes.push({ ...change, id: repository.id, repository: name, remaining })
  const { transition, from, to, at, reinstated, noticeUrl } = change
  await appendEvent(tx, {
    actor,
    kind: 'repository.availability',
    subject: `repository:${repository.id}`,
    data: {
      repository: name,
      transition,
      from,
      to,
      at: at.toISOString(),
      reinstated,
      noticeUrl,
      blockedAt: block?.createdAt?.toISOString() ?? null,
      ...(remaining === null ? {} : { remaining: remaining.length }),
    },
  })
}
