import type { Command } from 'commander'
import { collect, command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'
import type { GuardReport } from '../../server/tasks/guard-source.ts'

export function guardCommand(): Command {
  return command(
    'guard <source>',
    'Says whether a package would leak if it were published. SOURCE: as for "work add"; best the .tgz that "npm pack" makes, which is exactly what would go out.',
    'clawback guard ./orbit-2.1.1.tgz\nclawback guard ./orbit-2.1.1.tgz --work orbit-cli --json',
  )
    .option('--work <work>', 'look for originals of this work (repeatable; default: every work)', collect)
    .action((source: string, options: { work?: string[]; json?: boolean }) =>
      runCommand(options, async ({ app, progress }) => {
        const { guardSource } = await import('../../server/tasks/guard-source.ts')
        const report = await guardSource(app, { source, works: options.work ?? [] }, progress)
        return { document: report, text: describe(report), exitCode: report.safe ? 0 : 1 }
      }),
    )
}

function describe({ safe, findings, works, files }: GuardReport): string {
  const compared = works.length === 0 ? 'no work to compare with' : `compared with ${works.join(', ')}`
  const looked = `${count(files, 'file')} looked at, ${compared}.`
  if (safe) return `Nothing found that would leak. ${looked}`
  const rows = findings.map(({ kind, path, detail }) => [kind, path, detail])
  return [
    columns([['KIND', 'PATH', 'WHAT'], ...rows]),
    `Do not publish: ${count(findings.length, 'finding')}. ${looked}`,
  ].join('\n')
}
