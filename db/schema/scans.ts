import type { Kit } from '../kit.ts'
import { isOneOf } from './one-of.ts'
import type { Works } from './works.ts'

export type Scans = ReturnType<typeof defineScans>

export const scanStatuses = ['running', 'complete', 'incomplete'] as const

export interface Coverage {
  probes: { planned: number; sent: number; cutOff: number; incomplete: number }
  networks: { root: string; listed: number; examined: number }[]
  repositories: { candidates: number; examined: number; couldNotTell: number }
}

export interface RequestCounts {
  core: number
  graphql: number
  search: number
  code_search: number
  notModified: number
}

/** One run over GitHub: what was asked for, how far it came, what it spent. */
export function defineScans(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'scans',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      status: kit.oneOf('status', scanStatuses).notNull(),
      options: kit.json<unknown>('options').notNull(),
      /** Why it is incomplete, in words. */
      reasons: kit.json<string[]>('reasons').notNull(),
      coverage: kit.json<Coverage>('coverage'),
      requests: kit.json<RequestCounts>('requests'),
      startedAt: kit.ts('started_at').notNull(),
      finishedAt: kit.ts('finished_at'),
      /** True: a worker goes on with it, also after a kill; else it waits for whoever runs `clawback scan`. */
      unattended: kit.bool('unattended').notNull().default(false),
      /** Since when nothing may be asked for it, and by whom; null: it is not paused. */
      pausedAt: kit.ts('paused_at'),
      pausedBy: kit.text('paused_by'),
    },
    (scan) => [
      kit.index('scans_work').on(scan.workId, scan.startedAt),
      kit.check('scans_status', isOneOf(scan.status, scanStatuses)),
    ],
  )
}
