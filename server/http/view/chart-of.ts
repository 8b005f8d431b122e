import { drawAliveChart, type AliveChart } from '../../render/pages/alive-chart.ts'
import type { Status } from '../../tasks/show-status.ts'
import type { Situation } from './read-situation.ts'

/** Copies alive over time against the notices that were sent; null before there are two days to compare. */
export function chartOf(
  { overTime }: Pick<Status['works'][number], 'overTime'>,
  { notices }: Pick<Situation, 'notices'>,
): AliveChart | null {
  const sent = notices.flatMap(({ id, kind, sentAt }) =>
    sentAt === null || kind === 'retraction' ? [] : [{ id, day: sentAt.slice(0, 10) }],
  )
  return drawAliveChart(overTime, sent)
}
