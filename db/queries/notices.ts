import { and, asc, count, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { chunks } from './works.ts'

export type Notice = Tables['notices']['$inferSelect']
export type NoticeRepository = Tables['noticeRepositories']['$inferSelect']

export async function insertNotice(
  { orm, tables: { notices, noticeRepositories } }: Transaction,
  notice: Tables['notices']['$inferInsert'],
  named: readonly Omit<NoticeRepository, 'noticeId'>[],
): Promise<Notice> {
  const [row] = await orm.insert(notices).values(notice).returning()
  for (const part of chunks(named, 500)) {
    await orm
      .insert(noticeRepositories)
      .values(part.map((repository) => ({ ...repository, noticeId: notice.id })))
  }
  return row!
}

/** How many notices a work ever had: the next one's number is one more. */
export async function countNotices({ orm, tables: { notices } }: Queryable, workId: number): Promise<number> {
  const [row] = await orm.select({ n: count() }).from(notices).where(eq(notices.workId, workId))
  return row?.n ?? 0
}

export async function findNotice(
  { orm, tables: { notices } }: Queryable,
  id: string,
): Promise<Notice | undefined> {
  const [notice] = await orm.select().from(notices).where(eq(notices.id, id))
  return notice
}

export async function selectNotices(
  { orm, tables: { notices } }: Queryable,
  workId?: number,
): Promise<Notice[]> {
  const query = orm.select().from(notices)
  const ordered = workId === undefined ? query : query.where(eq(notices.workId, workId))
  return await ordered.orderBy(asc(notices.createdAt), asc(notices.id))
}

/** Whether a retraction was ever sent. */
export async function hasRetractions({ orm, tables: { notices } }: Queryable): Promise<boolean> {
  const [row] = await orm
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.kind, 'retraction'), isNotNull(notices.sentAt)))
    .limit(1)
  return row !== undefined
}

/** Changes a notice. The database refuses to change what was signed. */
export async function updateNotice(
  { orm, tables: { notices } }: Transaction,
  id: string,
  values: Partial<Omit<Notice, 'id'>>,
): Promise<Notice> {
  const [notice] = await orm.update(notices).set(values).where(eq(notices.id, id)).returning()
  return notice!
}

export async function listNamed(
  { orm, tables: { noticeRepositories } }: Queryable,
  noticeIds: readonly string[],
): Promise<NoticeRepository[]> {
  const rows: NoticeRepository[] = []
  for (const part of chunks(noticeIds, 500)) {
    rows.push(
      ...(await orm.select().from(noticeRepositories).where(inArray(noticeRepositories.noticeId, part))),
    )
  }
  return rows
}

/** The notices that name each of these repositories. */
export async function noticesNaming(
  { orm, tables: { noticeRepositories } }: Queryable,
  repositoryIds: readonly number[],
): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  for (const part of chunks(repositoryIds, 1000)) {
    const rows = await orm
      .select({ repositoryId: noticeRepositories.repositoryId, noticeId: noticeRepositories.noticeId })
      .from(noticeRepositories)
      .where(inArray(noticeRepositories.repositoryId, part))
      .orderBy(asc(noticeRepositories.noticeId))
    for (const { repositoryId, noticeId } of rows) {
      found.set(repositoryId, [...(found.get(repositoryId) ?? []), noticeId])
    }
  }
  return found
}

/** The notices of a work that name each of these repositories, drafts among them. */
export async function listNoticesNaming(
  { orm, tables: { noticeRepositories, notices } }: Queryable,
  workId: number,
  repositoryIds: readonly number[],
): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  for (const part of chunks(repositoryIds, 1000)) {
    const rows = await orm
      .select({ repositoryId: noticeRepositories.repositoryId, id: notices.id })
      .from(noticeRepositories)
      .innerJoin(notices, eq(notices.id, noticeRepositories.noticeId))
      .where(and(eq(notices.workId, workId), inArray(noticeRepositories.repositoryId, part)))
      .orderBy(asc(notices.createdAt), asc(notices.id))
    for (const { repositoryId, id } of rows) found.set(repositoryId, [...(found.get(repositoryId) ?? []), id])
  }
  return found
}

/** Only a draft can be deleted; the database refuses anything signed. */
export async function deleteDraft({ orm, tables: { notices } }: Transaction, id: string): Promise<void> {
  await orm.delete(notices).where(and(eq(notices.id, id), eq(notices.status, 'draft')))
}
