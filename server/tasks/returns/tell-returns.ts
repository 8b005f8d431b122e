import type { Database } from '../../../db/database.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import type { Work } from '../../../db/queries/works.ts'
import { listReturns } from './list-returns.ts'

/** Tells each return once. Who came back by another account or name is told as well as by the same. */
export async function tellReturns(
  { db, clock }: { db: Database; clock: () => Date },
  work: Work,
): Promise<void> {
  const { returns, materials } = await listReturns({ db }, work.slug)
  if (returns.length + materials.length === 0) return
  await db.tx(async (tx) => {
    for (const { id, repository, chain } of returns) {
      const [latest] = chain
      await insertAlert(tx, {
        key: `returned:${work.slug}:${id}`,
        kind: 'returned',
        workId: work.id,
        text: `${repository} publishes again what our notice ${latest!.notice} named as ${latest!.repository}`,
        data: { repository, notice: latest!.notice, ties: latest!.ties },
        raisedAt: clock(),
      })
    }
    for (const { url, chain } of materials) {
      const [latest] = chain
      await insertAlert(tx, {
        key: `returned:${work.slug}:${url}`,
        kind: 'returned',
        workId: work.id,
        text: `${url} publishes again what our notice ${latest!.notice} named as ${latest!.repository}`,
        data: { url, notice: latest!.notice, ties: latest!.ties },
        raisedAt: clock(),
      })
    }
  })
}
