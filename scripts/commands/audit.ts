import { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'

export function auditCommand(): Command {
  return new Command('audit').description('the append-only log').addCommand(
    command('verify', 'Recomputes the hash chain over every event.', 'clawback audit verify').action(
      (options: { json?: boolean }) =>
        runCommand(options, async ({ app }) => {
          const { verifyAudit } = await import('../../server/tasks/verify-audit.ts')
          const result = await verifyAudit(app)
          return {
            document: result,
            text: result.ok
              ? `The chain holds: ${result.events} events, head ${result.head.hash}.`
              : `The chain is broken at event ${result.seq}: ${result.reason}`,
            exitCode: result.ok ? 0 : 1,
          }
        }),
    ),
  )
}
