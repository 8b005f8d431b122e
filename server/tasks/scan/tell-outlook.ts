import type { Connection, Spent } from '../connection.ts'
import type { Progress } from '../progress.ts'

/** Shorter than this, nobody need be told of a wait. */
const WORTH_TELLING = 2000

/** Before so much was seen of a step, its pace says nothing. */
const ENOUGH = { milliseconds: 1000, share: 0.02 }

interface Beginning {
  step: string
  done: number
  requests: number
  at: number
}

/**
 * Adds to the progress of a scan what is left: requests and time by the pace of the step so far, the budget it spends
 * and when that is full again. A wait for a budget is a step of its own, so that nobody takes it for a standstill.
 */
export function tellOutlook(
  progress: Progress,
  github: Pick<Connection, 'budgets' | 'spent' | 'onWait'>,
  clock: () => Date,
): Progress {
  let beginning: Beginning | undefined
  github.onWait((bucket, until) => {
    if (until.getTime() - clock().getTime() < WORTH_TELLING) return
    progress({
      step: `waiting until ${timeOf(until)} for the ${bucket.replace('_', ' ')} limit of GitHub`,
      waits: { bucket, until },
    })
  })
  return (report) => {
    const { step, done, total } = report
    const now = { step, done: done ?? 0, requests: sumOf(github.spent()), at: clock().getTime() }
    if (beginning?.step !== step || now.done < beginning.done) beginning = now
    const left = done === undefined || total === undefined ? undefined : describeLeft(beginning, now, total)
    progress(left === undefined ? report : { ...report, left: `${left}${describeBudget(github)}` })
  }
}

function describeLeft(since: Beginning, now: Beginning, total: number): string | undefined {
  const share = (now.done - since.done) / Math.max(1, total)
  const milliseconds = now.at - since.at
  if (share < ENOUGH.share || milliseconds < ENOUGH.milliseconds || now.done >= total) return undefined
  const rest = (total - now.done) / (now.done - since.done)
  const requests = Math.ceil((now.requests - since.requests) * rest)
  return `about ${requests} requests and ${duration(milliseconds * rest)} more`
}

function describeBudget({ budgets }: Pick<Connection, 'budgets'>): string {
  const { graphql } = budgets()
  if (graphql === null) return ''
  return `; GraphQL has ${graphql.remaining} of ${graphql.limit} points until ${timeOf(graphql.resetAt)}`
}

function sumOf(spent: Spent): number {
  return Object.values(spent).reduce((sum, n) => sum + n, 0)
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}

function timeOf(at: Date): string {
  return `${at.toISOString().slice(11, 19)} UTC`
}
