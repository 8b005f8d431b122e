import type { Command } from 'commander'

export interface CommandEntry {
  name: string
  /** As the command itself says it; here too, so that a list of commands loads none of them. */
  summary: string
  load: () => Promise<Command>
}

/** Every command, in the order that `--help` lists them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'work',
    summary: 'the leaked works and their originals',
    load: async () => (await import('./commands/work.ts')).workCommand(),
  },
  {
    name: 'baseline',
    summary: 'code that may not be claimed',
    load: async () => (await import('./commands/baseline.ts')).baselineCommand(),
  },
  {
    name: 'official',
    summary: "the owner's own or licensed repositories",
    load: async () => (await import('./commands/official.ts')).officialCommand(),
  },
  {
    name: 'claimant',
    summary: 'who complains',
    load: async () => (await import('./commands/claimant.ts')).claimantCommand(),
  },
  {
    name: 'compare',
    summary: 'Compares files, folders or archives with a work, offline',
    load: async () => (await import('./commands/compare.ts')).compareCommand(),
  },
  {
    name: 'guard',
    summary: 'Says whether a package would leak if it were published',
    load: async () => (await import('./commands/guard.ts')).guardCommand(),
  },
  {
    name: 'probes',
    summary: 'Shows the queries that a scan would send',
    load: async () => (await import('./commands/probes.ts')).probesCommand(),
  },
  {
    name: 'scan',
    summary: 'Searches GitHub, lists fork networks and compares what is found',
    load: async () => (await import('./commands/scan.ts')).scanCommand(),
  },
  {
    name: 'schedule',
    summary: 'Has works scanned by themselves while "serve" or "worker" runs',
    load: async () => (await import('./commands/schedule.ts')).scheduleCommand(),
  },
  {
    name: 'matches',
    summary: 'Lists the repositories that match a work',
    load: async () => (await import('./commands/matches.ts')).matchesCommand(),
  },
  {
    name: 'match',
    summary: "Shows one repository's evidence",
    load: async () => (await import('./commands/match.ts')).matchCommand(),
  },
  {
    name: 'review',
    summary: "Records a named person's decision about repositories",
    load: async () => (await import('./commands/review.ts')).reviewCommand(),
  },
  {
    name: 'material',
    summary: 'copies that are no repositories: npm packages, gists, pages of other providers',
    load: async () => (await import('./commands/material.ts')).materialCommand(),
  },
  {
    name: 'notice',
    summary: 'drafting, checking, signing and recording notices',
    load: async () => (await import('./commands/notice.ts')).noticeCommand(),
  },
  {
    name: 'recheck',
    summary: 'Asks GitHub what became of each repository',
    load: async () => (await import('./commands/recheck.ts')).recheckCommand(),
  },
  {
    name: 'returns',
    summary:
      'Lists what came back after a notice, each with the chain that the next notice can cite, and who published more than once',
    load: async () => (await import('./commands/returns.ts')).returnsCommand(),
  },
  {
    name: 'residue',
    summary: 'Lists where else to look by hand for what notices named, with what to ask for at each place',
    load: async () => (await import('./commands/residue.ts')).residueCommand(),
  },
  {
    name: 'counter-notice',
    summary: 'what owners answer',
    load: async () => (await import('./commands/counter-notice.ts')).counterNoticeCommand(),
  },
  {
    name: 'inbox',
    summary: 'what GitHub wrote',
    load: async () => (await import('./commands/inbox.ts')).inboxCommand(),
  },
  {
    name: 'deadlines',
    summary: 'Lists what has to be done by when, and by which rule',
    load: async () => (await import('./commands/deadlines.ts')).deadlinesCommand(),
  },
  {
    name: 'alerts',
    summary: 'Lists what somebody must know, the newest first',
    load: async () => (await import('./commands/alerts.ts')).alertsCommand(),
  },
  {
    name: 'archive',
    summary: 'published notices, as files of github/dmca',
    load: async () => (await import('./commands/archive.ts')).archiveCommand(),
  },
  {
    name: 'report',
    summary:
      'Writes what is known of a work: a page, a table, a document, or a bundle of all evidence with a manifest of SHA-256',
    load: async () => (await import('./commands/report.ts')).reportCommand(),
  },
  {
    name: 'status',
    summary: 'Counts and times of each work, each with its definition',
    load: async () => (await import('./commands/status.ts')).statusCommand(),
  },
  {
    name: 'user',
    summary: 'who may sign in to the pages, and what for',
    load: async () => (await import('./commands/user.ts')).userCommand(),
  },
  {
    name: 'serve',
    summary: 'Serves the pages and does what "worker" does, until it is stopped',
    load: async () => (await import('./commands/serve.ts')).serveCommand(),
  },
  {
    name: 'worker',
    summary: 'Rechecks on schedule, reads mail and tells what happened, until it is stopped',
    load: async () => (await import('./commands/worker.ts')).workerCommand(),
  },
  {
    name: 'demo',
    summary: 'Runs the whole job on a practice GitHub with a small incident in it, and leaves the pages up',
    load: async () => (await import('./commands/demo.ts')).demoCommand(),
  },
  {
    name: 'doctor',
    summary: 'Checks the settings, the data folder and GitHub',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  },
  {
    name: 'audit',
    summary: 'the append-only log',
    load: async () => (await import('./commands/audit.ts')).auditCommand(),
  },
  {
    name: 'backup',
    summary: 'Writes everything that is kept into one file, also while Clawback runs',
    load: async () => (await import('./commands/backup.ts')).backupCommand(),
  },
  {
    name: 'restore',
    summary: 'Restores a backup into CLAWBACK_DATA, which must be empty',
    load: async () => (await import('./commands/restore.ts')).restoreCommand(),
  },
  {
    name: 'completion',
    summary: 'Prints a completion script for your shell, made from the commands there are',
    load: async () => (await import('./commands/completion.ts')).completionCommand(),
  },
]
