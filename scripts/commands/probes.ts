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
        const { probes, names, trees, coverage } = plan
        const rows = [
          ...probes.map(({ query, original, why }) => ['code', query, original, why]),
          ...names.map(({ query, original, why }) => ['repositories', query, original ?? '', why]),
          ...trees.map(({ tree, folder }) => ['commits', `tree:${tree}`, folder, 'exactly these files']),
        ]
        return {
          document: plan,
          text: [
            columns([['SEARCH', 'QUERY', 'ORIGINAL', 'WHY'], ...rows]),
            `${count(probes.length, 'probe')} for ${coverage.covered} of ${count(coverage.originals, 'original')}; code search can find ${coverage.searchable}.`,
            ...coverage.notSearchable.map(
              ({ reason, originals }) => `Not searchable: ${count(originals, 'original')}, ${reason}.`,
            ),
            'A scan asks for the trees and owners of the copies that it finds, too. Nothing was sent.',
          ].join('\n'),
        }
      }),
    )
}
