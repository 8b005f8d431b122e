import { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'

export function officialCommand(): Command {
  return new Command('official')
    .description("the owner's own or licensed repositories")
    .addCommand(
      command(
        'add <work> <repository>',
        'Marks OWNER or OWNER/NAME as official: never infringing, never named in a notice.',
        'clawback official add orbit-cli orbit-inc/orbit-sdk',
      ).action((work: string, repository: string, options: { json?: boolean }) =>
        runCommand(options, async ({ app }) => {
          const { addOfficial } = await import('../../server/tasks/add-official.ts')
          const added = await addOfficial(app, { work, repository })
          return { document: added, text: `Official for ${work}: ${added.official.join(', ')}` }
        }),
      ),
    )
    .addCommand(
      command(
        'remove <work> <repository>',
        'Takes OWNER or OWNER/NAME off the list, as it stands there. The next scan compares it like any other.',
        'clawback official remove orbit-cli orbit-1nc --reason "a stranger\'s account, added by mistake"',
      )
        .requiredOption('--reason <text>', 'why it is not official, for the log')
        .action((work: string, repository: string, options: { reason: string; json?: boolean }) =>
          runCommand(options, async ({ app }) => {
            const { removeOfficial } = await import('../../server/tasks/remove-official.ts')
            const { reason } = options
            const left = await removeOfficial(app, { work, repository, reason })
            const list = left.official.length === 0 ? 'nothing any more' : left.official.join(', ')
            return {
              document: left,
              text: `Official for ${work}: ${list}\nWhat it holds stays official until a scan looks again: clawback scan ${work}`,
            }
          }),
        ),
    )
}
