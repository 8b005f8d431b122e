import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'

export function returnsCommand(): Command {
  return command(
    'returns <work>',
    'Lists what came back after a notice, each with the chain that the next notice can cite, and who published more than once.',
    'clawback returns orbit-cli',
  ).action((work: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { listReturns } = await import('../../server/tasks/returns/list-returns.ts')
      const found = await listReturns(app, work)
      const rows = found.returns.map(({ repository, availability, since, chain }) => [
        repository,
        availability,
        since.slice(0, 10),
        chain[0]!.citation,
      ])
      const materials = found.materials.map(({ url, availability, since, chain }) => [
        url,
        availability,
        since.slice(0, 10),
        chain[0]!.citation,
      ])
      const owners = found.repeatInfringers.map(
        ({ owner, named, returned, notices }) =>
          `${owner}: ${[...named, ...returned].join(', ')} (${notices.join(', ')})`,
      )
      const text = [
        rows.length + materials.length === 0
          ? 'Nothing came back.'
          : columns([['WHERE', 'AVAILABILITY', 'SINCE', 'CITATION'], ...rows, ...materials]),
        ...(owners.length === 0 ? [] : ['', 'More than one repository:', ...owners]),
      ]
      return { document: found, text: text.join('\n') }
    }),
  )
}
