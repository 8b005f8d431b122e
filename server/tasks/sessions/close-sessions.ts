import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { deleteSession, deleteSessionsOf, listSessionsOf } from '../../../db/queries/sessions.ts'
import type { Person } from '../../core/access/person.ts'
import { sessionId } from './list-sessions.ts'

type Closing = { db: Database; clock: () => Date }

/** Signs somebody out everywhere, here too. */
export async function closeEverySession(app: Closing, { userId, name }: Person): Promise<void> {
  await app.db.tx(async (tx) => {
    const open = await listSessionsOf(tx, userId, app.clock())
    await deleteSessionsOf(tx, userId)
    await appendEvent(tx, {
      actor: name,
      kind: 'session.closed',
      subject: `user:${name}`,
      data: { sessions: open.length },
    })
  })
}

/** Closes one of somebody's own sessions; another's is not found. */
export async function closeSessionById(app: Closing, { userId, name }: Person, id: string): Promise<void> {
  await app.db.tx(async (tx) => {
    const found = (await listSessionsOf(tx, userId, app.clock())).find(
      ({ tokenHash }) => sessionId(tokenHash) === id,
    )
    if (found === undefined) return
    await deleteSession(tx, found.tokenHash)
    await appendEvent(tx, {
      actor: name,
      kind: 'session.closed',
      subject: `user:${name}`,
      data: { sessions: 1 },
    })
  })
}
