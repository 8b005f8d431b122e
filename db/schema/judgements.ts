import type { MatchClass, Strength } from '../../server/core/match/types.ts'
import type { Decision } from '../../server/core/repository/types.ts'

export const matchClasses = [
  'exact',
  'normalized',
  'modified',
  'partial',
  'port',
  'none',
] as const satisfies readonly MatchClass[]

export const strengths = ['strong', 'weak', 'none'] as const satisfies readonly Strength[]

export const decisions = [
  'infringing',
  'authorized',
  'fair-use',
  'not-ours',
  'needs-counsel',
] as const satisfies readonly Decision[]
