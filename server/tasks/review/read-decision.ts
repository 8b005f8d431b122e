import { decisions } from '../../../db/schema/judgements.ts'
import type { Decision } from '../../core/repository/types.ts'
import { ClawbackError } from '../../errors.ts'

/** A decision as typed. */
export interface DecisionInput {
  decision: string
  reviewer: string
  reason: string
  /** How fair use was considered; `infringing` needs it. */
  fairUse?: string
}

/** @throws ClawbackError REVIEW_INVALID, REVIEW_FAIR_USE_MISSING */
export function readDecision(input: DecisionInput): Decision {
  const decision = decisions.find((known) => known === input.decision)
  if (decision === undefined) {
    throw new ClawbackError(
      'REVIEW_INVALID',
      `"${input.decision}" is no decision`,
      `Choose from: ${decisions.join(', ')}.`,
    )
  }
  for (const field of ['reviewer', 'reason'] as const) {
    if (input[field].trim() === '')
      throw new ClawbackError(
        'REVIEW_INVALID',
        `--${field} is empty`,
        'A decision needs a named person and a reason.',
      )
  }
  if (decision === 'infringing' && (input.fairUse?.trim() ?? '') === '') {
    throw new ClawbackError(
      'REVIEW_FAIR_USE_MISSING',
      'The decision infringing needs a record of how fair use was considered',
      'Give --fair-use with the purpose, the nature, the amount taken and the effect on the market, as you weighed them.',
    )
  }
  return decision
}
