import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateUser } from '../../../db/queries/users.ts'
import { ClawbackError } from '../../errors.ts'
import { requireUser } from './find-user.ts'
import { stepOfCode } from './second-factor.ts'

/**
 * From now on the user signs in with a code too. The code proves that their authenticator holds the secret, which
 * is kept encrypted. One that is set up already is not replaced: a session alone does not prove who sits at it.
 * @throws ClawbackError USER_UNKNOWN, CODE_WRONG, SECOND_FACTOR_SET
 */
export async function setSecondFactor(
  app: { db: Database; content: ContentStore; actor: string; clock: () => Date },
  input: { name: string; secret: string; code: string },
): Promise<void> {
  const step = stepOfCode(input.secret, input.code, app.clock())
  if (step === undefined) {
    throw new ClawbackError(
      'CODE_WRONG',
      'This is not the code of the moment',
      'Enter the six digits that the authenticator shows now; check the clock of the device.',
    )
  }
  const totpContentId = await app.content.put(Buffer.from(input.secret))
  await app.db.tx(async (tx) => {
    const user = await requireUser(tx, input.name)
    if (user.totpContentId !== null) {
      throw new ClawbackError(
        'SECOND_FACTOR_SET',
        `${user.name} has a second factor already`,
        `To set up another, an admin resets them first: clawback user reset ${user.name}`,
      )
    }
    await updateUser(tx, user.id, { totpContentId, totpLastStep: step })
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'user.second-factor',
      subject: `user:${user.name}`,
      data: {},
    })
  })
}
