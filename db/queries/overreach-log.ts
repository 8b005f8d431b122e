import { asc, inArray } from 'drizzle-orm'
import { appendEvent } from '../events/append-event.ts'
import type { Queryable, Transaction } from '../database.ts'

/** A repository that was hit without being named, from the look that found it to the one that saw it given back. */
export interface OverreachCase {
  repositoryId: number
  notice: string
  foundAt: Date
  repairedAt: Date | null
}

const found = 'overreach.found'
const repaired = 'overreach.repaired'
const subjectOf = (repositoryId: number) => `repository:${repositoryId}`

export async function logOverreachFound(
  tx: Transaction,
  actor: string,
  {
    id,
    repository,
    notice,
    noticeUrl,
  }: { id: number; repository: string; notice: string; noticeUrl: string },
): Promise<number> {
  const data = { repository, notice, noticeUrl }
  return (await appendEvent(tx, { actor, kind: found, subject: subjectOf(id), data })).seq
}

export async function logOverreachRepaired(
  tx: Transaction,
  actor: string,
  { repositoryId, notice, foundAt, at }: { repositoryId: number; notice: string; foundAt: Date; at: Date },
): Promise<number> {
  const data = { notice, foundAt: foundAt.toISOString(), repairedAt: at.toISOString() }
  return (await appendEvent(tx, { actor, kind: repaired, subject: subjectOf(repositoryId), data })).seq
}

/** Every case there was, in the order found. One that was hit again after it was repaired is a case of its own. */
export async function listOverreachCases({ orm, tables: { events } }: Queryable): Promise<OverreachCase[]> {
  const rows = await orm
    .select({ kind: events.kind, subject: events.subject, at: events.at, data: events.data })
    .from(events)
    .where(inArray(events.kind, [found, repaired]))
    .orderBy(asc(events.seq))
  const cases: OverreachCase[] = []
  const open = new Map<string, OverreachCase>()
  for (const { kind, subject, at, data } of rows) {
    const { notice, repairedAt } = JSON.parse(data) as { notice: string; repairedAt?: string }
    const key = `${subject} ${notice}`
    if (kind === found) {
      const one = {
        repositoryId: Number(subject.slice(subjectOf(0).length - 1)),
        notice,
        foundAt: at,
        repairedAt: null,
      }
      cases.push(one)
      open.set(key, one)
    } else {
      const one = open.get(key)
      if (one !== undefined) one.repairedAt = repairedAt === undefined ? at : new Date(repairedAt)
      open.delete(key)
    }
  }
  return cases
}
