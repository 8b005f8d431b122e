import type { Role } from './roles.ts'

/** Somebody who is signed in. */
export interface Person {
  /** Null: whoever holds the machine, by its one-time link. */
  userId: number | null
  /** As the log names them. */
  name: string
  /** As it stands under a decision or a notice; null where the machine does not know. */
  fullName: string | null
  roles: readonly Role[]
}
