import { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'

export function baselineCommand(): Command {
  return new Command('baseline').description('code that may not be claimed').addCommand(
    command(
      'add <work> <source>',
      'Takes in public or licensed code: what it shares with the work may not be claimed.',
      'clawback baseline add orbit-cli npm:orbit-sdk@1.4.0 --reason "our own MIT-licensed SDK"',
    )
      .requiredOption('--reason <text>', 'why this code may not be claimed')
      .action((work: string, source: string, options: { reason: string; json?: boolean }) =>
        runCommand(options, async ({ app, progress }) => {
          const { addBaseline } = await import('../../server/tasks/add-baseline.ts')
          const added = await addBaseline(app, { work, source, reason: options.reason }, progress)
          return {
            document: added,
            text: `${count(added.files, 'baseline file')} read; ${count(added.excluded, 'original')} may no longer be claimed.`,
          }
        }),
      ),
  )
}
