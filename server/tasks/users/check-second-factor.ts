import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { findUser, updateUser, type User } from '../../../db/queries/users.ts'
import { stepOfCode } from './second-factor.ts'

/** A code works once: whoever looked over a shoulder comes too late (RFC 6238, section 5.2). */
export async function isSecondFactor(
  app: { db: Database; content: ContentStore; clock: () => Date },
  user: User,
  code: string,
): Promise<boolean> {
  if (user.totpContentId === null) return true
  const step = await findStep(app, user, code)
  if (step === undefined) return false
  return await app.db.tx(async (tx) => {
    const now = await findUser(tx, user.name)
    if (now === undefined || step <= (now.totpLastStep ?? -1)) return false
    await updateUser(tx, user.id, { totpLastStep: step })
    return true
  })
}

/** The time step of a code that is good now and was not used yet; it stays so. Undefined where there is no factor. */
export async function findStep(
  { content, clock }: { content: ContentStore; clock: () => Date },
  { totpContentId, totpLastStep }: User,
  code: string,
): Promise<number | undefined> {
  if (totpContentId === null) return undefined
  const secret = Buffer.from(await content.get(totpContentId)).toString()
  const step = stepOfCode(secret, code, clock())
  return step === undefined || step <= (totpLastStep ?? -1) ? undefined : step
}
