import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'

export function residueCommand(): Command {
  return command(
    'residue <work>',
    'Lists where else to look by hand for what notices named, with what to ask for at each place. Asks nobody.',
    'clawback residue orbit-cli',
  ).action((work: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { listResidue } = await import('../../server/tasks/returns/list-residue.ts')
      const residue = await listResidue(app, work)
      const lines = residue.flatMap(({ repository, availability, places }) => [
        `${repository} (${availability})`,
        ...places.map(({ kind, url, why, request }) => `  ${kind}: ${url}\n    ${why}\n    “${request}”`),
      ])
      return { document: residue, text: lines.length === 0 ? 'No notice was sent.' : lines.join('\n') }
    }),
  )
}
