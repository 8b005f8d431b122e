import type { Command } from 'commander'
import { command } from '../command.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'

interface ReviewOptions {
  decision: string
  reviewer: string
  reason: string
  fairUse?: string
  json?: boolean
}

export function reviewCommand(): Command {
  return command(
    'review <work> <repository...>',
    "Records a named person's decision about repositories. A notice names none without it.",
    'clawback review orbit-cli someone/orbit-leak --decision infringing --reviewer "Ada Diaz" \\\n    --reason "compared side by side" --fair-use "whole private work republished, no comment or change of purpose"',
  )
    .requiredOption('--decision <decision>', 'infringing, authorized, fair-use, not-ours or needs-counsel')
    .requiredOption('--reviewer <name>', 'who decided')
    .requiredOption('--reason <text>', 'why')
    .option('--fair-use <text>', 'how fair use was considered (needed for infringing)')
    .action((work: string, repositories: string[], options: ReviewOptions) =>
      runCommand(options, async ({ app }) => {
        const { reviewMatches } = await import('../../server/tasks/review-matches.ts')
        const result = await reviewMatches(app, { work, repositories, ...options })
        return {
          document: result,
          text: `${count(result.reviewed, 'repository', 'repositories')} decided: ${options.decision}.`,
        }
      }),
    )
}
