import type { Command } from 'commander'
import { command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'

export function alertsCommand(): Command {
  return command(
    'alerts',
    'Lists what somebody must know, the newest first. Each was raised once.',
    'clawback alerts --limit 20\nclawback alerts --feed alerts.xml',
  )
    .option('--limit <n>', 'so many at most', readCount, 100)
    .option('--feed <file>', 'write them as an Atom feed, too')
    .action((options: { limit: number; feed?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { listAlerts } = await import('../../server/tasks/alerts/list-alerts.ts')
        const alerts = await listAlerts(app, options.limit)
        if (options.feed !== undefined) {
          const { renderAlertsFeed } = await import('../../server/render/alerts-feed.ts')
          const { writeOut } = await import('../write-out.ts')
          await writeOut(options.feed, renderAlertsFeed(alerts, app.clock()))
        }
        const rows = alerts.map(({ raisedAt, kind, text }) => [raisedAt.slice(0, 16), kind, text])
        return { document: alerts, text: rows.length === 0 ? 'No alerts.' : columns(rows) }
      }),
    )
}
