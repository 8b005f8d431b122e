import type { Command } from 'commander'
import { command } from '../command.ts'
import { problemLines } from '../notice-text.ts'
import { runCommand } from '../run-command.ts'
import type { DraftWords } from '../../server/tasks/notice/draft-words.ts'

export function noticeWords(): Command {
  return command(
    'words <notice>',
    'Shows what a person may write in a draft, or writes it from a file: the parts as --json shows them, all or some.',
    'clawback notice words orbit-cli-1 --json > words.json\nclawback notice words orbit-cli-1 --file words.json',
  )
    .option('--file <file>', 'JSON with the parts to write; the others stay')
    .action((id: string, options: { file?: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const words = await import('../../server/tasks/notice/draft-words.ts')
        const { file } = options
        const shown =
          file === undefined
            ? await words.showDraftWords(app, id)
            : await words.writeDraftWordsFrom(app, { id, file })
        return { document: shown, text: textOf(shown) }
      }),
    )
}

function textOf({ words, own, problems }: DraftWords): string {
  const parts = Object.entries(words).map(([part, value]) => {
    const whose = own.some((one) => one === part) ? 'yours' : 'as Clawback proposes it'
    const said = typeof value === 'string' ? value : JSON.stringify(value)
    return `${part} (${whose})\n${said.replace(/^/gm, '  ')}`
  })
  return [...parts, ...problemLines(problems)].join('\n')
}
