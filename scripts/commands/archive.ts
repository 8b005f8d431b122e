import { Command } from 'commander'
import { command } from '../command.ts'
import { runAlone } from '../run-command.ts'
import { columns, count } from '../text.ts'
import type { PublishedNotice } from '../../server/core/notice/read/read-published-notice.ts'

export function archiveCommand(): Command {
  return new Command('archive').description('published notices, as files of github/dmca').addCommand(
    command(
      'read <file...>',
      'Reads published notices: what each names, claims and says, and how GitHub processed it. Offline.',
      'clawback archive read dmca/2026/03/*.md --json',
    ).action((files: string[], options: { json?: boolean }) =>
      runAlone(options, async ({ progress }) => {
        const { readArchive } = await import('../../server/tasks/read-archive.ts')
        const notices = await readArchive(files, progress)
        return { document: notices, text: describe(notices) }
      }),
    ),
  )
}

function describe(notices: readonly PublishedNotice[]): string {
  const rows = notices.map((n) => [
    n.date ?? '',
    n.kind,
    String(n.repositories.length),
    String(n.forks.length),
    n.networkSize === null ? '' : String(n.networkSize),
    n.path,
  ])
  return [
    columns([['DATE', 'KIND', 'NAMED', 'FORKS', 'NETWORK', 'FILE'], ...rows]),
    `${count(notices.length, 'notice')} read (--json tells all).`,
  ].join('\n')
}
