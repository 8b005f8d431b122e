import { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'

export function officialCommand(): Command {
  return new Command('official').description("the owner's own or licensed repositories").addCommand(
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
}
