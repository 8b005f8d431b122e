import { listDeadlines, type DeadlineRow } from '../../tasks/list-deadlines.ts'
import { showStatus, type Status } from '../../tasks/show-status.ts'
import { showWork, type WorkDetail } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { readSituation, type Situation } from './read-situation.ts'

/** What several pages show of a work, read once until something is written. */
export function recallWork(app: Reading, memory: Memory, slug: string): Promise<WorkDetail> {
  return memory.recall(`work ${slug}`, () => showWork(app, slug))
}

export function recallStatus(app: Reading, memory: Memory, slug: string): Promise<Status> {
  return memory.recall(`status ${slug}`, () => showStatus(app, slug))
}

/** Days pass without anything being written: by the hour. */
export function recallDeadlines(app: Reading, memory: Memory): Promise<DeadlineRow[]> {
  const hour = app.clock().toISOString().slice(0, 13)
  return memory.recall(`deadlines ${hour}`, () => listDeadlines(app, null))
}

export function recallSituation(app: Reading, memory: Memory, slug: string): Promise<Situation> {
  return memory.recall(`situation ${slug}`, () => readSituation(app, slug))
}
