import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { packageRoot } from '../server/package-root.ts'
import { alertsCommand } from './commands/alerts.ts'
import { archiveCommand } from './commands/archive.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand } from './commands/backup.ts'
import { baselineCommand } from './commands/baseline.ts'
import { claimantCommand } from './commands/claimant.ts'
import { compareCommand } from './commands/compare.ts'
import { completionCommand } from './commands/completion.ts'
import { counterNoticeCommand } from './commands/counter-notice.ts'
import { deadlinesCommand } from './commands/deadlines.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { guardCommand } from './commands/guard.ts'
import { inboxCommand } from './commands/inbox.ts'
import { matchCommand } from './commands/match.ts'
import { matchesCommand } from './commands/matches.ts'
import { materialCommand } from './commands/material.ts'
import { noticeCommand } from './commands/notice.ts'
import { officialCommand } from './commands/official.ts'
import { probesCommand } from './commands/probes.ts'
import { recheckCommand } from './commands/recheck.ts'
import { reportCommand } from './commands/report.ts'
import { residueCommand } from './commands/residue.ts'
import { restoreCommand } from './commands/restore.ts'
import { returnsCommand } from './commands/returns.ts'
import { reviewCommand } from './commands/review.ts'
import { scanCommand } from './commands/scan.ts'
import { scheduleCommand } from './commands/schedule.ts'
import { serveCommand } from './commands/serve.ts'
import { statusCommand } from './commands/status.ts'
import { userCommand } from './commands/user.ts'
import { workCommand } from './commands/work.ts'
import { workerCommand } from './commands/worker.ts'

/** The whole command line. A command file loads its task only when it runs, so that `--help` stays instant. */
export function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const program = new Command('clawback')
    .description('Finds copies of leaked source code on GitHub and gets them taken down, precisely.')
    .version(version)
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('Run the command with --help for its options and an example.')
  const commands = [
    workCommand,
    baselineCommand,
    officialCommand,
    claimantCommand,
    compareCommand,
    guardCommand,
    probesCommand,
    scanCommand,
    scheduleCommand,
    matchesCommand,
    matchCommand,
    reviewCommand,
    materialCommand,
    noticeCommand,
    recheckCommand,
    returnsCommand,
    residueCommand,
    counterNoticeCommand,
    inboxCommand,
    deadlinesCommand,
    alertsCommand,
    archiveCommand,
    reportCommand,
    statusCommand,
    userCommand,
    serveCommand,
    workerCommand,
    demoCommand,
    doctorCommand,
    auditCommand,
    backupCommand,
    restoreCommand,
    completionCommand,
  ]
  for (const create of commands) program.addCommand(create())
  for (const leaf of leaves(program)) {
    leaf.option('--json', 'print one JSON document on stdout, and nothing else there')
    leaf.exitOverride()
  }
  return program
}

/** Every command that does something itself: the ones the contract gives `--json` to. */
export function leaves(command: Command): Command[] {
  // One that takes arguments does something itself, whatever stands below it.
  const isOwn = command.commands.length === 0 || command.registeredArguments.length > 0
  return [...(isOwn ? [command] : []), ...command.commands.flatMap(leaves)]
}
