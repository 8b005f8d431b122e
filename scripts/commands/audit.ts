import { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'

export function auditCommand(): Command {
  return new Command('audit')
    .description('the append-only log')
    .addCommand(verify())
    .addCommand(exportEvents())
}

function verify(): Command {
  return command('verify', 'Recomputes the hash chain over every event.', 'clawback audit verify').action(
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
  )
}

function exportEvents(): Command {
  return command(
    'export',
    'Prints every event as a line of JSON, as it is stored, and on stderr how anybody can verify it without Clawback.',
    'clawback audit export > events.jsonl\nclawback audit export --out events.jsonl',
  )
    .option('--out <file>', 'write the lines to a file instead')
    .action((options: { out?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { exportAudit, writeJsonLines } = await import('../../server/tasks/export-audit.ts')
        const exported = await exportAudit(app)
        const { verification, howToVerify, events } = exported
        const lines = writeJsonLines(events)
        if (options.out !== undefined) {
          const { writeOut } = await import('../write-out.ts')
          await writeOut(options.out, lines)
        }
        process.stderr.write(
          `${howToVerify}\n${verification.ok ? 'The chain holds' : `The chain is broken at event ${verification.seq}: ${verification.reason}`}.\n`,
        )
        return {
          document: exported,
          text:
            options.out === undefined ? lines : `Wrote ${count(events.length, 'event')} to ${options.out}.`,
          exitCode: verification.ok ? 0 : 1,
        }
      }),
    )
}
