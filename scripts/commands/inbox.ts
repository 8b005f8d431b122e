import { Command } from 'commander'
import { command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'
import { writeOut } from '../write-out.ts'

export function inboxCommand(): Command {
  return new Command('inbox')
    .description('what GitHub wrote')
    .addCommand(readCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(exportCommand())
    .addCommand(linkCommand())
}

function readCommand(): Command {
  return command(
    'read',
    'Reads what is new in the mailbox of IMAP_URL and links it to notices by ticket. Nothing in a mail is carried out.',
    'clawback inbox read',
  ).action((options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { readInbox } = await import('../../server/tasks/inbox/read-inbox.ts')
      const report = await readInbox(app)
      const { read, linked, left, notHandedOut } = report
      const open =
        notHandedOut === 0
          ? ''
          : ` The server did not hand out ${count(notHandedOut, 'mail')}: asked for again.`
      return {
        document: report,
        text: `${count(read, 'mail')} read, ${linked} linked, ${left} left to look at.${open}`,
      }
    }),
  )
}

function listCommand(): Command {
  return command('list', 'Lists the mails that were read, the newest first.', 'clawback inbox list --left')
    .option('--left', 'only those that a person must look at')
    .action((options: { left?: boolean; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { listInbox } = await import('../../server/tasks/inbox/list-inbox.ts')
        const { visibleText } = await import('../../server/render/pages/visible.ts')
        const mails = await listInbox(app, options.left === true ? 'left' : null)
        const rows = mails.map((mail) => [
          String(mail.id),
          mail.receivedAt.slice(0, 16),
          mail.state,
          mail.kind,
          mail.notice ?? '–',
          visibleText(mail.sender ?? '–'),
          visibleText(mail.subject ?? '–'),
        ])
        const header = ['ID', 'RECEIVED', 'STATE', 'KIND', 'NOTICE', 'SENDER', 'SUBJECT']
        return { document: mails, text: rows.length === 0 ? 'No mail.' : columns([header, ...rows]) }
      }),
    )
}

function showCommand(): Command {
  return command(
    'show <id>',
    'Shows one mail: who says to have sent it, and its text.',
    'clawback inbox show 3',
  ).action((id: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { showMail } = await import('../../server/tasks/inbox/show-mail.ts')
      const { visibleText } = await import('../../server/render/pages/visible.ts')
      const mail = await showMail(app, readCount(id))
      const head = [
        `From (as it says): ${visibleText(mail.sender ?? '–')}`,
        `Subject: ${visibleText(mail.subject ?? '–')}`,
        `${mail.state}: ${mail.notice ?? 'no notice'}, ${mail.kind}; ${mail.reason}`,
        '',
      ]
      const lines = mail.text.split(/\r?\n/).map((line) => visibleText(line))
      return { document: mail, text: [...head, ...lines].join('\n') }
    }),
  )
}

function exportCommand(): Command {
  return command(
    'export <id>',
    'Writes one mail to a file as it came, attachments and all. Open it with care.',
    'clawback inbox export 3 --out mail.eml',
  )
    .requiredOption('--out <file>', 'the file to write')
    .action((id: string, options: { out: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { exportMail } = await import('../../server/tasks/inbox/export-mail.ts')
        const { pieces, ...about } = await exportMail(app, readCount(id))
        await writeOut(options.out, pieces)
        return { document: { file: options.out, ...about }, text: `Mail ${id} is in ${options.out}.` }
      }),
    )
}

function linkCommand(): Command {
  return command(
    'link <id> <notice>',
    'Links a mail to the notice that it answers, because you looked at it.',
    'clawback inbox link 3 orbit-cli-1 --kind counter-notice',
  )
    .option('--kind <kind>', 'what it is about (default: what was read from it)')
    .action((id: string, notice: string, options: { kind?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { linkMail } = await import('../../server/tasks/inbox/link-mail.ts')
        const linked = await linkMail(app, { id: readCount(id), notice, kind: options.kind ?? null })
        return { document: linked, text: `Mail ${linked.id} is linked to ${notice} (${linked.kind}).` }
      }),
    )
}
