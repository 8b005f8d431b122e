import { Option, type Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'

export function statusCommand(): Command {
  return command(
    'status [work]',
    'Counts and times of each work, each with its definition.',
    'clawback status orbit-cli\nclawback status orbit-cli --csv days',
  )
    .addOption(
      new Option('--csv <table>', 'print a table instead: the figures, or the copies alive by day').choices([
        'figures',
        'days',
      ]),
    )
    .action((work: string | undefined, options: { csv?: 'figures' | 'days'; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { showStatus } = await import('../../server/tasks/show-status.ts')
        const status = await showStatus(app, work)
        if (options.csv !== undefined) {
          const { writeDaysCsv, writeFiguresCsv } = await import('../../server/tasks/write-status-csv.ts')
          const write = { figures: writeFiguresCsv, days: writeDaysCsv }[options.csv]
          return { document: status, text: write(status) }
        }
        const text = status.works
          .map(
            (w) =>
              `${w.title} (${w.slug})\n${columns(w.figures.map((f) => ['  ' + f.name, f.value ?? '–', f.definition]))}`,
          )
          .join('\n\n')
        return { document: status, text: text === '' ? 'No work yet.' : text }
      }),
    )
}
