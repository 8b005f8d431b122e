import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, percent } from '../text.ts'
import type { MatchFilter } from '../../server/tasks/list-matches.ts'

export function matchesCommand(): Command {
  return command(
    'matches <work>',
    'Lists the repositories that match a work.',
    'clawback matches orbit-cli --strength strong --decision none',
  )
    .option('--strength <strength>', 'strong, weak or none')
    .option('--class <class>', 'exact, normalized, modified, partial, port or none')
    .option(
      '--decision <decision>',
      'infringing, authorized, fair-use, not-ours, needs-counsel; none: not decided',
    )
    .option('--availability <availability>', 'available, changed, disabled, blocked, gone or unknown')
    .option('--csv', 'print comma-separated values')
    .action((work: string, options: MatchFilter & { csv?: boolean; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { listMatches } = await import('../../server/tasks/list-matches.ts')
        const matches = await listMatches(app, work, options)
        if (options.csv === true) {
          const { writeMatchesCsv } = await import('../../server/tasks/write-matches-csv.ts')
          return { document: matches, text: writeMatchesCsv(matches) }
        }
        const rows = matches.map((m) => [
          m.repository,
          m.strength,
          m.class,
          percent(m.ofWork),
          m.entireRepository ? 'entire' : 'files',
          m.official ? 'official' : (m.decision ?? 'not decided'),
          m.availability,
          m.fork ? `fork of ${m.parent ?? 'unknown'}` : '',
        ])
        const header = ['REPOSITORY', 'STRENGTH', 'CLASS', 'OF WORK', 'SCOPE', 'DECISION', 'AVAILABILITY', '']
        return {
          document: matches,
          text: rows.length === 0 ? 'No matches.' : columns([header, ...rows]),
        }
      }),
    )
}
