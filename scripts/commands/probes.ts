import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'
import { readCount } from '../read-option.ts'

export function probesCommand(): Command {
  return command(
    'probes <work>',
    'Shows the queries that a scan would send. Sends nothing.',
    'clawback probes orbit-cli --limit 20',
  )
    .option('--limit <n>', 'how many probes at most', readCount, 30)
    .action((work: string, options: { limit: number; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { planWorkProbes } = await import('../../server/tasks/plan-probes.ts')
        const plan = await planWorkProbes(app, work, options.limit)
        const rows = plan.probes.map((probe) => [probe.query, probe.original, probe.why])
        return {
          document: plan,
          text: [
            columns([['QUERY', 'ORIGINAL', 'WHY'], ...rows]),
            `${count(plan.probes.length, 'probe')}; ${count(plan.notSearchable.length, 'original')} cannot be found by search (--json says why). Nothing was sent.`,
          ].join('\n'),
        }
      }),
    )
}
