import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'

export function backupCommand(): Command {
  return command(
    'backup <file>',
    'Writes everything that is kept into one file, also while Clawback runs. Originals and evidence stay encrypted in it; the key that opens them is not in it unless --with-key.',
    'clawback backup ./clawback-2026-04-01.tar',
  )
    .option('--with-key', 'put the key in, too: whoever has the file can then read everything')
    .action((file: string, options: { withKey?: boolean; json?: boolean }) =>
      runCommand(options, async ({ app, progress }) => {
        const { backUp } = await import('../../server/tasks/back-up.ts')
        const made = await backUp(app, { file, withKey: options.withKey === true }, progress)
        return {
          document: made,
          text: [
            `Wrote ${count(made.files, 'file')} to ${file} (SHA-256 ${made.sha256}).`,
            made.withKey
              ? 'The key is in it: keep it where only you can read it.'
              : `The key is not in it: keep a copy of ${app.config.dataFolder}/key in another place. Without it nothing of the contents can be read.`,
          ].join('\n'),
        }
      }),
    )
}
