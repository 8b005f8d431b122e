import type { Transaction } from '../../../db/database.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { givenBackAt, type SentNotice } from '../sent-notices.ts'
import type { KeptChange } from './keep-batch.ts'

/**
 * Tells what we named, did not give back, and stands again: a counter notice, or GitHub thought again. In the
 * transaction that keeps the change: later nothing but the log would know that there was one.
 */
export async function tellReinstated(
  tx: Transaction,
  { notices, changes, at }: { notices: readonly SentNotice[]; changes: readonly KeptChange[]; at: Date },
): Promise<void> {
  for (const change of changes.filter(({ reinstated }) => reinstated)) {
    const name = readRepositoryName(change.repository)
    const first = notices.find(
      (sent) =>
        sent.named.has(change.id) &&
        name !== undefined &&
        givenBackAt(sent, { id: change.id, ...name }) === null,
    )
    if (first === undefined) continue
    await insertAlert(tx, {
      key: `reinstated:${change.id}:${change.at.toISOString()}`,
      kind: 'reinstated',
      workId: first.notice.workId,
      text: `${change.repository}, named in our notice ${first.notice.id}, is available again`,
      data: { repository: change.repository, notice: first.notice.id },
      raisedAt: at,
    })
  }
}
