import { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import type { ClaimantInput } from '../../server/tasks/set-claimant.ts'

export function claimantCommand(): Command {
  return new Command('claimant').description('who complains').addCommand(
    command(
      'set <work>',
      "Keeps who complains, for this work's notices. A phone number or an address is needed.",
      'clawback claimant set orbit-cli --name "Ada Diaz" --role agent --organization "Orbit Inc." \\\n    --authority "General counsel of the owner" --email legal@orbit.example --phone "+1 555 0100"',
    )
      .requiredOption('--name <name>', 'who signs')
      .requiredOption('--role <role>', 'owner, or agent of the owner')
      .requiredOption('--organization <name>', 'the organization that complains')
      .requiredOption(
        '--authority <text>',
        'the nature of the ownership, or of the authority to act for the owner',
      )
      .requiredOption('--email <address>', "an address on the company's domain")
      .option('--phone <number>', 'telephone number')
      .option('--address <text>', 'physical address')
      .action((work: string, options: ClaimantInput & { json?: boolean }) =>
        runCommand(options, async ({ app }) => {
          const { setClaimant } = await import('../../server/tasks/set-claimant.ts')
          const claimant = await setClaimant(app, work, options)
          return { document: claimant, text: `${claimant.name} (${claimant.role}) complains for ${work}.` }
        }),
      ),
  )
}
