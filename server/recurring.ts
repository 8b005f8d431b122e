import type { App } from './compose.ts'

/** Work that comes back. */
export interface Recurring {
  kind: string
  /** Milliseconds from the end of one run to the next. */
  every: number
  /** What was done, for the log; null: nothing worth a line. */
  work: (signal: AbortSignal) => Promise<Record<string, unknown> | null>
}

const MINUTE = 60_000

/** Everything that comes back, each task loaded when it is due. */
export function listRecurring(app: App): Recurring[] {
  return [
    {
      kind: 'recheck',
      every: 15 * MINUTE,
      work: async (signal) => {
        const { recheckDue } = await import('./tasks/recheck/recheck.ts')
        const { checked, changes, overreach, couldNotTell } = await recheckDue(app, () => undefined, signal)
        if (checked === 0 && couldNotTell.length === 0) return null
        return {
          checked,
          changes: changes.length,
          overreach: overreach.length,
          couldNotTell: couldNotTell.length,
        }
      },
    },
    {
      kind: 'scan',
      every: MINUTE,
      work: async (signal) => {
        const { scanDue } = await import('./tasks/schedule/scan-due.ts')
        const scanned = await scanDue(app, signal)
        return scanned.length === 0 ? null : { scanned }
      },
    },
    {
      kind: 'inbox',
      every: 5 * MINUTE,
      work: async () => {
        if (app.config.imapUrl === null) return null
        const { readInbox } = await import('./tasks/inbox/read-inbox.ts')
        const { read, linked, left } = await readInbox(app)
        return read === 0 ? null : { read, linked, left }
      },
    },
    {
      kind: 'alerts',
      every: MINUTE,
      work: async () => {
        const { remind } = await import('./tasks/alerts/remind.ts')
        const { deliverAlerts } = await import('./tasks/alerts/deliver-alerts.ts')
        const raised = await remind(app)
        const { posted, mailed } = await deliverAlerts(app)
        return raised + posted + mailed === 0 ? null : { raised, posted, mailed }
      },
    },
  ]
}
