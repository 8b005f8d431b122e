import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, percent } from '../text.ts'

export function matchCommand(): Command {
  return command(
    'match <work> <repository>',
    "Shows one repository's evidence.",
    'clawback match orbit-cli someone/orbit-leak',
  ).action((work: string, repository: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { showMatch } = await import('../../server/tasks/show-match.ts')
      const match = await showMatch(app, work, repository)
      const rows = match.files.map((f) => [
        f.strength,
        f.class,
        `${Math.round(f.bits)} bits`,
        f.path,
        `← ${f.original}`,
      ])
      return {
        document: match,
        text: [
          `${match.repository}: ${match.strength}, ${match.class}; ${match.originalsFound} originals, ${percent(match.ofWork)} of the work, ${percent(match.ofRepository)} of the repository.`,
          match.reason,
          ...match.refs.map(
            (r) => `${r.ref} at commit ${r.commit.slice(0, 12)}, tree ${r.tree.slice(0, 12)}`,
          ),
          columns([['STRENGTH', 'CLASS', 'EVIDENCE', 'FILE', 'ORIGINAL'], ...rows]),
        ].join('\n'),
      }
    }),
  )
}
