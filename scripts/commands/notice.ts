import { Command, Option } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { columns, count } from '../text.ts'
import { ClawbackError } from '../../server/errors.ts'
import type { NoticeFormat } from '../../server/tasks/notice/write-notice.ts'
import { confirmSending } from '../confirm-sending.ts'
import { noticeLine, problemLines } from '../notice-text.ts'
import { noticeAgree, noticeDraft, noticeReach } from './notice-draft.ts'
import { noticeWords } from './notice-words.ts'

/** As `server/tasks/notice/write-notice.ts` has them, which loads what writes them. */
const noticeFormats: readonly NoticeFormat[] = [
  'form',
  'markdown',
  'text',
  'letter',
  'html',
  'json',
  'pdf',
  'eml',
]

export function noticeCommand(): Command {
  return new Command('notice')
    .description('drafting, checking, signing and recording notices')
    .addCommand(noticeReach())
    .addCommand(noticeDraft())
    .addCommand(noticeWords())
    .addCommand(check())
    .addCommand(noticeAgree())
    .addCommand(sign())
    .addCommand(send())
    .addCommand(sent())
    .addCommand(exportNotice())
    .addCommand(list())
    .addCommand(show())
}

function check(): Command {
  return command(
    'check <notice>',
    "Checks the statute's six elements and GitHub's own two, and lints. NOTICE: an id, whose names are then asked of GitHub too, or a file with any notice's text.",
    'clawback notice check orbit-cli-1\nclawback notice check ./letter.txt',
  )
    .option('--offline', 'ask GitHub nothing')
    .action((notice: string, options: { offline?: boolean; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { checkNoticeOrFile } = await import('../../server/tasks/notice/check-notice.ts')
        const result = await checkNoticeOrFile(app, notice, { offline: options.offline === true })
        const untold = result.online.couldNotTell
        return {
          document: result,
          text: [
            columns(Object.entries<string>({ ...result.statutory, ...result.github })),
            ...problemLines(result.problems),
            ...untold.map(({ repository, reason }) => `Could not tell about ${repository}: ${reason}.`),
            !result.complete
              ? 'Not complete.'
              : untold.length > 0
                ? 'Complete as far as could be told; run it again later.'
                : 'Complete.',
          ].join('\n'),
          exitCode: !result.complete ? 1 : untold.length > 0 ? 3 : 0,
        }
      }),
    )
}

function sign(): Command {
  return command(
    'sign <notice>',
    'Signs a notice under your name. From then on it never changes.',
    'clawback notice sign orbit-cli-1 --name "Ada Diaz"',
  )
    .requiredOption('--name <name>', 'the full legal name of the signatory')
    .action((id: string, options: { name: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { signNotice } = await import('../../server/tasks/notice/sign-notice.ts')
        const notice = await signNotice(app, { id, name: options.name })
        return {
          document: notice,
          text: `${notice.id} is signed by ${notice.signedBy ?? ''}. SHA-256 of what was signed: ${notice.frozenHash ?? ''}\nNext: clawback notice export ${notice.id} --format form --out notice.txt`,
        }
      }),
    )
}

function sent(): Command {
  return command(
    'sent <notice>',
    'Records that a person sent a signed notice.',
    'clawback notice sent orbit-cli-1 --channel form --ticket 1234567',
  )
    .addOption(
      new Option('--channel <channel>', 'how it went out')
        .choices(['form', 'email', 'letter'])
        .makeOptionMandatory(),
    )
    .option('--ticket <number>', 'the ticket number in the confirmation')
    .option('--at <time>', 'when, as ISO 8601 (default: now)')
    .action(
      (
        id: string,
        options: { channel: 'form' | 'email' | 'letter'; ticket?: string; at?: string; json?: boolean },
      ) =>
        runCommand(options, async ({ app }) => {
          const { recordNoticeSent } = await import('../../server/tasks/notice/record-notice-sent.ts')
          const notice = await recordNoticeSent(app, {
            id,
            channel: options.channel,
            ticket: options.ticket ?? null,
            at: options.at ?? null,
          })
          return { document: notice, text: `${notice.id} was sent by ${options.channel}.` }
        }),
    )
}

function send(): Command {
  return command(
    'send <notice>',
    'Sends a signed notice by e-mail through SMTP_URL. A person must confirm; a break never sends it twice.',
    'clawback notice send orbit-cli-1\nclawback notice send orbit-cli-1 --to dmca@provider.example --yes',
  )
    .option('--to <address>', "one e-mail address (default: GitHub's, copyright@github.com)")
    .option('--yes', 'do not ask; needed where there is no terminal')
    .option('--again', 'you have looked: an earlier sending that broke off did not go out')
    .action((id: string, options: { to?: string; yes?: boolean; again?: boolean; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { previewMessage } = await import('../../server/tasks/notice/preview-message.ts')
        const to = options.to ?? null
        if (options.yes !== true) await confirmSending(await previewMessage(app, { id, to }))
        const { sendNotice } = await import('../../server/tasks/notice/send-notice.ts')
        const sent = await sendNotice(app, { id, to, again: options.again === true })
        const { message } = sent
        return {
          document: sent,
          text: `${sent.id} was handed to the mail server for ${message.to}. Message-ID ${message.messageId}; SHA-256 of the text ${message.sha256}`,
        }
      }),
    )
}

function exportNotice(): Command {
  return command(
    'export <notice>',
    'Writes a notice to a file. An unsigned one is marked as a draft.',
    'clawback notice export orbit-cli-1 --format form --out notice.txt\nclawback notice export orbit-cli-1 --format letter --to "Provider Inc., DMCA Agent" --out letter.txt',
  )
    .addOption(
      new Option(
        '--format <format>',
        'form (field by field), letter (to any provider), eml (a message to send) …',
      )
        .choices(noticeFormats)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'where to write it; - for standard output')
    .option('--to <recipient>', 'letter: name and address; eml: e-mail address (default: GitHub)')
    .action((id: string, options: { format: NoticeFormat; out: string; to?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { exportNotice: run } = await import('../../server/tasks/notice/export-notice.ts')
        const { format, out } = options
        if (out === '-' && format === 'pdf') throw notForTerminals()
        const input = { id, format, to: options.to ?? null, out: out === '-' ? null : out }
        const { bytes, sha256, byNumber } = await run(app, input)
        const shown =
          byNumber.length === 0
            ? ''
            : ` ${count(byNumber.length, 'character')} in it could only be shown by number, as its last page lists; "--format html" shows them.`
        return {
          document: { notice: id, format, out, sha256, byNumber },
          text: out === '-' ? bytes.toString('utf8') : `Wrote ${out} (SHA-256 ${sha256}).${shown}`,
        }
      }),
    )
}

function notForTerminals(): ClawbackError {
  return new ClawbackError(
    'FORMAT_IS_BINARY',
    'A PDF cannot be written to standard output',
    'Give --out a file, like notice.pdf.',
  )
}

function list(): Command {
  return command('list', 'Lists the notices.', 'clawback notice list').action((options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { listNotices } = await import('../../server/tasks/notice/list-notices.ts')
      const notices = await listNotices(app)
      return {
        document: notices,
        text:
          notices.length === 0
            ? 'No notice yet. Draft one: clawback notice draft WORK'
            : columns([['ID', 'KIND', 'STATUS', 'NAMES', 'SCOPE', 'FIRST'], ...notices.map(noticeLine)]),
      }
    }),
  )
}

function show(): Command {
  return command('show <notice>', 'Shows one notice.', 'clawback notice show orbit-cli-1').action(
    (id: string, options: { json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { showNotice } = await import('../../server/tasks/notice/show-notice.ts')
        const notice = await showNotice(app, id)
        return { document: notice, text: notice.text }
      }),
  )
}
