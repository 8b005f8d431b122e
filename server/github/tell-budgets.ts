import type { Bucket, BudgetTold } from './budget.ts'
import type { Pass } from './passes.ts'

/** What is left of each bucket; null where GitHub has not told yet, or counts nothing. */
export type Budgets = Record<Bucket, BudgetTold | null>

/** The budgets of all credentials together: what is left of each, and when the first of them is full again. */
export function tellBudgets(passes: readonly Pass[], now: Date): Budgets {
  const of = (bucket: Bucket): BudgetTold | null => {
    const told = passes
      .filter(({ lane }) => !lane.refused)
      .map(({ lane }) => lane.told(bucket, now.getTime()))
      .filter((budget) => budget !== null)
    if (told.length === 0) return null
    return {
      limit: told.reduce((sum, { limit }) => sum + limit, 0),
      remaining: told.reduce((sum, { remaining }) => sum + remaining, 0),
      resetAt: new Date(Math.min(...told.map(({ resetAt }) => resetAt.getTime()))),
    }
  }
  return { core: of('core'), graphql: of('graphql'), search: of('search'), code_search: of('code_search') }
}
