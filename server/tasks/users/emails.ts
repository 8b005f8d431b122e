import type { Queryable } from '../../../db/database.ts'
import { findUserByEmail } from '../../../db/queries/users.ts'
import { ClawbackError } from '../../errors.ts'

/** An address in lower case, as addresses are compared; null when none is given. @throws ClawbackError EMAIL_INVALID */
export function readEmail(given: string): string | null {
  const email = given.trim().toLowerCase()
  if (email === '') return null
  if (/^[^\s@<>"',;]{1,64}@[^\s@<>"',;]{1,190}$/.test(email)) return email
  throw new ClawbackError('EMAIL_INVALID', 'This is no e-mail address', 'Give it like ada@orbit.example.')
}

/** @throws ClawbackError EMAIL_TAKEN */
export async function refuseTakenEmail(
  db: Queryable,
  email: string | null,
  userId: number | null,
): Promise<void> {
  const other = email === null ? undefined : await findUserByEmail(db, email)
  if (other === undefined || other.id === userId) return
  throw new ClawbackError(
    'EMAIL_TAKEN',
    `This address is that of ${other.name}`,
    'An address lets in one person: give another, or change theirs first.',
  )
}
