import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'

export function recheckCommand(): Command {
  return command(
    'recheck [work]',
    'Asks GitHub what became of each repository.',
    'clawback recheck orbit-cli\nclawback recheck --notice orbit-cli-1',
  )
    .option('--notice <id>', 'only the repositories that this notice names, and their networks')
    .action((work: string | undefined, options: { notice?: string; json?: boolean }) =>
      runCommand(options, async ({ app, progress }) => {
        const { recheck } = await import('../../server/tasks/recheck/recheck.ts')
        const report = await recheck(app, { work: work ?? null, notice: options.notice ?? null }, progress)
        const lines = [
          `${count(report.checked, 'repository', 'repositories')} checked, ${count(report.changes.length, 'change')}, ${report.couldNotTell.length} could not tell.`,
          ...report.changes.map(
            (c) =>
              `${c.repository}: ${c.from} → ${c.to} (${c.transition})${c.attributedTo === null ? '' : ` under our notice ${c.attributedTo}`}${c.remaining === null ? '' : `, ${count(c.remaining.length, 'file')} of the evidence left`}`,
          ),
          ...report.renamed.map(({ from, to }) => `${from} is now ${to}`),
          ...report.overreach.map(
            (o) =>
              `OVERREACH: ${o.repository} was disabled under our notice and is not named in it (${o.noticeUrl})`,
          ),
          ...report.materials.changes.map(({ url, from, to }) => `${url}: ${from} → ${to}`),
          ...report.materials.couldNotTell.map(({ url, reason }) => `Could not tell: ${url}: ${reason}`),
          ...report.couldNotTell.map((c) => `Could not tell: ${c.repository}: ${c.reason}`),
        ]
        const untold = report.couldNotTell.length + report.materials.couldNotTell.length
        return { document: report, text: lines.join('\n'), exitCode: untold > 0 ? 3 : 0 }
      }),
    )
}
