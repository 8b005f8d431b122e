import type { Command } from 'commander'
import { command } from '../command.ts'
import { runAlone } from '../run-command.ts'
import { count } from '../text.ts'

export function restoreCommand(): Command {
  return command(
    'restore <file>',
    'Restores a backup into CLAWBACK_DATA, which must be empty. Everything is checked against the manifest first.',
    'clawback restore ./clawback-2026-04-01.tar --key ./key',
  )
    .option('--key <file>', 'the key, where the backup does not hold it')
    .action((file: string, options: { key?: string; json?: boolean }) =>
      runAlone(options, async () => {
        const { readConfig, readEnvironment } = await import('../../server/config.ts')
        const { restore } = await import('../../server/tasks/restore.ts')
        const here = process.cwd()
        const config = readConfig(readEnvironment(here), here)
        const restored = await restore(config, { file, keyFile: options.key ?? null })
        return {
          document: restored,
          text: [
            `Restored ${count(restored.files, 'file')} of ${restored.createdAt} into ${restored.folder}.`,
            restored.hasKey
              ? 'Next: clawback audit verify'
              : `The key is not in the backup: put it at ${restored.folder}/key (chmod 600) before anything else.`,
          ].join('\n'),
        }
      }),
    )
}
