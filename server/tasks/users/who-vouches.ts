import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Queryable } from '../../../db/database.ts'
import { findUser } from '../../../db/queries/users.ts'
import { findStep } from './check-second-factor.ts'
import { deviceOf } from './known-device.ts'

/**
 * What sets an attempt to sign in apart from a stranger's, without letting anybody in: a browser that this user signed
 * in with, or the code of the moment, which stays good for signing in. A text of its own for each; null: nothing does.
 */
export async function whoVouches(
  app: { db: Queryable; content: ContentStore; clock: () => Date },
  { name, code, device }: { name: string; code: string; device: string | null },
): Promise<string | null> {
  const user = await findUser(app.db, name.trim().toLowerCase())
  if (user === undefined) return null
  const known = device === null ? null : deviceOf(user, device)
  if (known !== null) return `device ${user.id} ${known}`
  const step = code === '' ? undefined : await findStep(app, user, code)
  return step === undefined ? null : `code ${user.id} ${step}`
}
