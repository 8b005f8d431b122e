import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'

export function reviewTakeBack(): Command {
  return command(
    'take-back <work> <number>',
    'Takes back what was decided in bulk on the page of matches: what stood before stands again. What a notice names stays.',
    'clawback review take-back orbit-cli 3',
  ).action((work: string, number: string, options: { json?: boolean }) =>
    runCommand(options, async ({ app }) => {
      const { takeBackBulk } = await import('../../server/tasks/review/take-back-bulk.ts')
      const result = await takeBackBulk(app, { work, bulk: Number(number) })
      return {
        document: result,
        text: [
          `${count(result.takenBack, 'decision', 'decisions')} taken back.`,
          ...result.left.map(({ repository, reason }) => `${repository} stays: ${reason}.`),
        ].join('\n'),
      }
    }),
  )
}
