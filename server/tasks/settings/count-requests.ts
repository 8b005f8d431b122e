import type { Queryable } from '../../../db/database.ts'
import { countRequestsSince } from '../../../db/queries/requests.ts'
import type { Spent } from '../connection.ts'

const hour = 3_600_000

/** What was asked of GitHub within the last hour, whatever for, by the ledger. */
export async function countRequestsOfHour({
  db,
  clock,
}: {
  db: Queryable
  clock: () => Date
}): Promise<Spent> {
  const { core, graphql, search, code_search } = await countRequestsSince(
    db,
    new Date(clock().getTime() - hour),
  )
  return { core, graphql, search, code_search }
}
