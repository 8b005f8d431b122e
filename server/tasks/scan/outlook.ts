import type { Queryable } from '../../../db/database.ts'
import { countOpenSteps } from '../../../db/queries/scan-outlook.ts'
import type { Scan } from '../../../db/queries/scans.ts'
import type { Connection, Spent } from '../connection.ts'

export type BudgetsLeft = Record<keyof Spent, { limit: number; remaining: number; resetAt: string } | null>

/** What a scan still has to ask, and what it may. */
export interface Outlook {
  /** What is left of each budget, as GitHub last told; null where it told nothing yet. */
  budgets: BudgetsLeft
  /** Steps that are not done, and the requests they will take at the least: what they find may ask for more. */
  stepsLeft: number
  requestsLeft: Spent
  /** When the first of what could not be told may be asked again; null: at once. */
  nextTry: string | null
}

/** How a kind of step asks; what else there is, is read by REST and GraphQL. */
const SEARCHES: Readonly<Record<string, 'code_search' | 'search'>> = {
  probe: 'code_search',
  name: 'search',
  tree: 'search',
  commit: 'search',
}

/** So many are asked for in one request. */
const AT_ONCE: Readonly<Record<string, number>> = { repository: 50, lead: 50, owner: 10 }

export async function readOutlook(
  { db, github }: { db: Queryable; github: Pick<Connection, 'budgets'> },
  scan: Pick<Scan, 'id'>,
): Promise<Outlook> {
  const { byKind, nextTry } = await countOpenSteps(db, scan.id)
  const requestsLeft: Spent = { core: 0, graphql: 0, search: 0, code_search: 0 }
  let stepsLeft = 0
  for (const [kind, open] of byKind) {
    stepsLeft += open
    const search = SEARCHES[kind]
    if (search !== undefined) requestsLeft[search] += open
    else if (kind === 'gist') requestsLeft.core += open
    else requestsLeft.graphql += Math.ceil(open / (AT_ONCE[kind] ?? 1))
  }
  return {
    budgets: tellBudgetsOf(github),
    stepsLeft,
    requestsLeft,
    nextTry: nextTry?.toISOString() ?? null,
  }
}

export function tellBudgetsOf(github: Pick<Connection, 'budgets'>): BudgetsLeft {
  const budgets = github.budgets()
  const tell = (bucket: keyof Spent) => {
    const told = budgets[bucket]
    return told === null ? null : { ...told, resetAt: told.resetAt.toISOString() }
  }
  return {
    core: tell('core'),
    graphql: tell('graphql'),
    search: tell('search'),
    code_search: tell('code_search'),
  }
}
