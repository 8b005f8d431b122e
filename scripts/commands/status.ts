import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'

export function statusCommand(): Command {
  return command(
    'status [work]',
    'Counts and times of each work, each with its definition.',
    'clawback status orbit-cli',
  ).action((work: string | undefined, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { showStatus } = await import('../../server/tasks/show-status.ts')
      const status = await showStatus(app, work)
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
