import { Command } from 'commander'
import { command } from '../command.ts'
import { runAlone, runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'
import type { ReadNotice } from '../../server/tasks/archive/read-archive.ts'
import type { ArchiveSync } from '../../server/tasks/archive/sync-archive.ts'

export function archiveCommand(): Command {
  return new Command('archive')
    .description('published notices, as files of github/dmca')
    .addCommand(read())
    .addCommand(sync())
}

function read(): Command {
  return command(
    'read <file...>',
    'Reads published notices: what each names, claims and says, and how GitHub processed it. Offline.',
    'clawback archive read dmca/2026/03/*.md --json',
  ).action((files: string[], options: { json?: boolean }) =>
    runAlone(options, async ({ progress }) => {
      const { readArchive } = await import('../../server/tasks/archive/read-archive.ts')
      const notices = await readArchive(files, progress)
      return { document: notices, text: describe(notices) }
    }),
  )
}

function sync(): Command {
  return command(
    'sync <folder>',
    'Looks through a clone of github/dmca for what is about us: our notices, answers to them, others about our matches. Offline.',
    'clawback archive sync ./dmca',
  ).action((folder: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app, progress }) => {
      const { syncArchive } = await import('../../server/tasks/archive/sync-archive.ts')
      const synced = await syncArchive(app, folder, progress)
      return { document: synced, text: describeSync(synced) }
    }),
  )
}

function describeSync({ read, skipped, linked }: ArchiveSync): string {
  const rows = linked.map((link) => [
    link.date ?? '',
    link.kind,
    link.notice ?? link.work,
    count(link.repositories.length, 'repository', 'repositories'),
    link.new ? 'new' : '',
    link.path,
  ])
  const fresh = linked.filter((link) => link.new).length
  return [
    ...(rows.length === 0 ? [] : [columns([['DATE', 'KIND', 'ABOUT', 'NAMES', '', 'FILE'], ...rows])]),
    ...skipped.map(({ path, reason }) => `Skipped ${path}: ${reason}.`),
    `${count(read, 'published notice')} read; ${linked.length} about us, ${fresh} of them new.`,
  ].join('\n')
}

function describe(notices: readonly ReadNotice[]): string {
  const rows = notices.map((n) => [
    n.date ?? '',
    n.kind,
    n.skipped === undefined ? String(n.repositories.length) : '?',
    n.skipped === undefined ? String(n.forks.length) : '?',
    n.networkSize === null ? '' : String(n.networkSize),
    n.path,
  ])
  const skipped = notices.filter((n) => n.skipped !== undefined)
  return [
    columns([['DATE', 'KIND', 'NAMED', 'FORKS', 'NETWORK', 'FILE'], ...rows]),
    ...skipped.map((n) => `Skipped ${n.path}: ${n.skipped ?? ''}.`),
    `${count(notices.length - skipped.length, 'notice')} read (--json tells all).`,
  ].join('\n')
}
