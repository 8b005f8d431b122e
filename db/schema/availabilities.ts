import type { Availability } from '../../server/core/repository/types.ts'

/** Every word for what a look at a repository showed. */
export const availabilities = [
  'available',
  'changed',
  'disabled',
  'blocked',
  'gone',
  'unknown',
] as const satisfies readonly Availability[]
