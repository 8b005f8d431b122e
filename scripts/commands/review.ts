import type { Command } from 'commander'
import { command } from '../command.ts'
import { readCount } from '../read-option.ts'
import { runCommand } from '../run-command.ts'
import { count } from '../text.ts'
import type { ReviewResult } from '../../server/tasks/review-matches.ts'
import { reviewNext } from './review-next.ts'
import { reviewQueue } from './review-queue.ts'
import { reviewTakeBack } from './review-take-back.ts'

interface ReviewOptions {
  sameAs?: string
  second?: boolean
  counsel?: boolean
  decision?: string
  reviewer?: string
  reason?: string
  fairUse?: string
  json?: boolean
}

export function reviewCommand(): Command {
  return (
    command(
      'review <work> [repository...]',
      "Records a named person's decision about repositories. A notice names none without it.",
      'clawback review orbit-cli someone/orbit-leak --decision infringing --reviewer "Ada Diaz" \\\n    --reason "compared side by side" --fair-use "whole private work republished, no comment or change of purpose"',
    )
      // Options behind the name of a command below this one are that one's.
      .enablePositionalOptions()
      .addCommand(reviewNext())
      .addCommand(reviewQueue())
      .addCommand(sample())
      .addCommand(reviewTakeBack())
      .option(
        '--same-as <repository>',
        'decide OWNER/NAME, and with it every open one that has exactly its trees and evidence',
      )
      .option('--second', "a second look, by somebody else than the first look's reviewer")
      .option('--counsel', "counsel's own decision about what was referred (ports need it to be infringing)")
      // Not required of the commands below this one, so their absence is told by the task.
      .option('--decision <decision>', 'infringing, authorized, fair-use, not-ours or needs-counsel')
      .option('--reviewer <name>', 'who decided')
      .option('--reason <text>', 'why')
      .option('--fair-use <text>', 'how fair use was considered (needed for infringing)')
      .action((work: string, repositories: string[], options: ReviewOptions) =>
        runCommand(options, async ({ app }) => {
          const { reviewMatches } = await import('../../server/tasks/review-matches.ts')
          const { second, counsel, json: _, ...typed } = options
          const given = { decision: '', reviewer: '', reason: '', ...typed }
          const kind = counsel === true ? 'counsel' : second === true ? 'second' : 'first'
          const result = await reviewMatches(app, { work, repositories, kind, ...given })
          return { document: result, text: describe(result) }
        }),
      )
  )
}

function describe(result: ReviewResult): string {
  const { identical, left, changed } = result
  return [
    `${count(result.reviewed, 'repository', 'repositories')} decided: ${result.decision}.`,
    ...(identical > 0
      ? [`${identical} of them with the same trees and evidence as the one that was looked at.`]
      : []),
    ...left.map((name) => `${name} is identical and was decided before: left as it is.`),
    ...changed.map(
      ({ repository, from, reviewer, reason }) =>
        `${repository} was ${from} (${reviewer}: ${reason}); this decision takes its place.`,
    ),
  ].join('\n')
}

function sample(): Command {
  return command(
    'sample <work>',
    'Draws decided repositories at random for a second look by somebody else. The same seed draws the same ones.',
    'clawback review sample orbit-cli --size 20 --seed 2026-04-01',
  )
    .requiredOption('--size <number>', 'how many to draw', readCount)
    .requiredOption('--seed <text>', 'any text; it makes the draw repeatable')
    .action((work: string, options: { size: number; seed: string; json?: boolean }) =>
      runCommand(options, async ({ app }) => {
        const { drawReviewSample } = await import('../../server/tasks/review/draw-review-sample.ts')
        const drawn = await drawReviewSample(app, { work, size: options.size, seed: options.seed })
        return {
          document: drawn,
          text: [
            `Drew ${drawn.size} of ${drawn.population} decided repositories (seed ${drawn.seed}):`,
            ...drawn.repositories.map(
              (one) =>
                `  ${one.repository}  ${one.decision} (${one.firstReviewer}: somebody else looks again)`,
            ),
            `Next: clawback review ${work} OWNER/NAME --second --decision … --reviewer … --reason …`,
          ].join('\n'),
        }
      }),
    )
}
