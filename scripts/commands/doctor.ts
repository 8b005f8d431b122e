import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns } from '../text.ts'

export function doctorCommand(): Command {
  return command('doctor', 'Checks the settings, the data folder and GitHub.', 'clawback doctor').action(
    (options: { json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { runDoctor } = await import('../../server/tasks/run-doctor.ts')
        const report = await runDoctor(app)
        const rows = report.checks.map((c) => [c.state === 'ok' ? 'ok' : c.state, c.name, c.detail])
        return { document: report, text: columns(rows), exitCode: report.ok ? 0 : 1 }
      }),
  )
}
