import { findMatches, listMatchRefs } from '../../../../db/queries/matches.ts'
import { findRepository } from '../../../../db/queries/repositories.ts'
import type { Database } from '../../../../db/database.ts'
import { found } from '../../../../server/core/answer.ts'
import type { Connect, Connection } from '../../../../server/tasks/connection.ts'

/** A GitHub on which nothing changed since the seed's repositories were seen: the seed has no world behind it. */
export function gitHubAsSeen(db: Database, workId: number): Connect {
  const connection: Pick<Connection, 'whoAmI' | 'getRepository' | 'listHeads' | 'settled'> = {
    whoAmI: () => Promise.resolve({ login: 'test' }),
    settled: () => Promise.resolve(),
    async getRepository(id) {
      const repository = (await findRepository(db, Number(id)))!
      const none = { parent: null, root: null, networkCount: null, renamedFrom: null }
      return { outcome: 'available', repository: repository as never, ...none, httpStatus: 200, raw: null }
    },
    async listHeads(repository) {
      const id = (repository as unknown as { id: number }).id
      const match = (await findMatches(db, workId, [id])).get(id)!
      return found({ heads: (await listMatchRefs(db, [match.id])).get(match.id) ?? [], others: [] })
    },
  }
  return () => Promise.resolve(connection as Connection)
}
