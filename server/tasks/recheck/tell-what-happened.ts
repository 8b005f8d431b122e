import type { Database } from '../../../db/database.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import {
  listOverreachCases,
  logOverreachFound,
  logOverreachRepaired,
  type OverreachCase,
} from '../../../db/queries/overreach-log.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import type { Work } from '../../../db/queries/works.ts'
import { listOverreach, type Overreach } from '../list-overreach.ts'
import { tellReturns } from '../returns/tell-returns.ts'
import type { SentNotice } from '../sent-notices.ts'
import { draftOverreachRetraction } from './draft-overreach-retraction.ts'

interface Telling {
  db: Database
  actor: string
  clock: () => Date
}

/**
 * What somebody must know after a recheck, each once: what was hit that nobody named, with a retraction ready to sign;
 * what of it was given back; what came back elsewhere. All of it is read off what is kept, so that a process that was
 * killed before it could tell leaves nothing untold.
 */
export async function tellWhatHappened(
  app: Telling,
  { works, notices }: { works: readonly Work[]; notices: readonly SentNotice[] },
): Promise<void> {
  await tellRepaired(app, notices)
  for (const work of works) {
    const overreach = await listOverreach(app, work.slug)
    for (const [notice, hit] of groupByNotice(overreach)) {
      await tellOverreach(app, work, notice, hit)
      await draftOverreachRetraction(app, work, notice, hit)
    }
    await tellReturns(app, work)
  }
}

async function tellOverreach(
  { db, actor, clock }: Telling,
  work: Work,
  notice: string,
  hit: readonly Overreach[],
): Promise<void> {
  await db.tx(async (tx) => {
    const open = new Set(
      (await listOverreachCases(tx))
        .filter((one) => one.notice === notice && one.repairedAt === null)
        .map(({ repositoryId }) => repositoryId),
    )
    const fresh = hit.filter(({ id }) => !open.has(id))
    if (fresh.length === 0) return
    let seq = 0
    for (const one of fresh) seq = await logOverreachFound(tx, actor, one)
    const official = fresh.filter((one) => one.official)
    await insertAlert(tx, {
      key: `overreach:${notice}:${seq}`,
      kind: 'overreach',
      workId: work.id,
      text: `${countOf(fresh)} disabled under our notice ${notice} without being named${official.length > 0 ? `, ${official.length} of them official` : ''}: a retraction is ready to sign`,
      data: { notice, repositories: fresh.map(({ repository }) => repository) },
      raisedAt: clock(),
    })
  })
}

/** A case is closed when the repository answers 200 again; when the last one of a notice is, that is told. */
async function tellRepaired({ db, actor, clock }: Telling, notices: readonly SentNotice[]): Promise<void> {
  const open = (await listOverreachCases(db)).filter(({ repairedAt }) => repairedAt === null)
  if (open.length === 0) return
  const rows = await findRepositories(
    db,
    open.map(({ repositoryId }) => repositoryId),
  )
  const back = open.filter(({ repositoryId }) => {
    const availability = rows.get(repositoryId)?.availability
    return availability === 'available' || availability === 'changed'
  })
  for (const [notice, repaired] of groupByNotice(back)) {
    await db.tx(async (tx) => {
      let seq = 0
      for (const { repositoryId, foundAt } of repaired) {
        const at = rows.get(repositoryId)?.availabilitySince ?? clock()
        seq = await logOverreachRepaired(tx, actor, { repositoryId, notice, foundAt, at })
      }
      if (isLeft(open, repaired, notice)) return
      await insertAlert(tx, {
        key: `given-back:${notice}:${seq}`,
        kind: 'given-back',
        workId: notices.find((each) => each.notice.id === notice)?.notice.workId ?? null,
        text: `Everything that was disabled under our notice ${notice} without being named is available again`,
        data: { notice },
        raisedAt: clock(),
      })
    })
  }
}

function isLeft(open: readonly OverreachCase[], repaired: readonly OverreachCase[], notice: string): boolean {
  return open.filter((one) => one.notice === notice).length > repaired.length
}

function groupByNotice<One extends { notice: string }>(all: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) groups.set(one.notice, [...(groups.get(one.notice) ?? []), one])
  return groups
}

function countOf(hit: readonly Overreach[]): string {
  return hit.length === 1 ? `${hit[0]!.repository} was` : `${hit.length} repositories were`
}
