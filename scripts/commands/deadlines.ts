import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'

export function deadlinesCommand(): Command {
  return command(
    'deadlines',
    'Lists what has to be done by when, and by which rule. Clocks run from notices sent and counter notices recorded.',
    'clawback deadlines\nclawback deadlines --as-of 2026-04-15 --ics deadlines.ics',
  )
    .option('--as-of <time>', 'as it was known on this day (default: today), as ISO 8601')
    .option('--ics <file>', 'write them as a calendar, too')
    .action((options: { asOf?: string; ics?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { listDeadlines } = await import('../../server/tasks/list-deadlines.ts')
        const deadlines = await listDeadlines(app, options.asOf ?? null)
        if (options.ics !== undefined) {
          const { renderDeadlinesCalendar } = await import('../../server/render/deadlines-calendar.ts')
          const { writeOut } = await import('../write-out.ts')
          await writeOut(options.ics, renderDeadlinesCalendar(deadlines, app.clock()))
        }
        const rows = deadlines.map((d) => [
          `${d.approximate ? '~' : ''}${d.due}`,
          d.state,
          d.kind,
          d.notice,
          d.repository ?? 'whole notice',
          d.basis,
        ])
        const written =
          options.ics === undefined ? [] : [`Wrote ${count(rows.length, 'deadline')} to ${options.ics}.`]
        return {
          document: deadlines,
          text: [
            rows.length === 0
              ? 'No deadlines.'
              : columns([['DUE', 'STATE', 'KIND', 'NOTICE', 'REPOSITORY', 'BASIS'], ...rows]),
            ...written,
          ].join('\n'),
        }
      }),
    )
}
